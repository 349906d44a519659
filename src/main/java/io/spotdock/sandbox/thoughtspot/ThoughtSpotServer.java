package io.spotdock.sandbox.thoughtspot;

import io.spotdock.sandbox.control.CallLog;
import io.spotdock.sandbox.control.Faults;
import io.spotdock.sandbox.control.SandboxOptions;
import io.spotdock.sandbox.google.GoogleIssuer;
import io.spotdock.sandbox.wire.Exchange;
import io.spotdock.sandbox.wire.LoopbackServer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A ThoughtSpot cluster on loopback, in memory only: REST v2 under {@code /api/rest/2.0}. Its users are {@code admin},
 * {@code developer}, {@code webhook-manager}, {@code scheduler} and {@code viewer}, all with the same password; its Orgs are
 * {@code Primary} (0), {@code Sales} (1), and as many more as are asked for.
 */
public final class ThoughtSpotServer implements AutoCloseable {
    /** Every user's password. */
    public static final String PASSWORD = "sandbox-password";

    /** The cluster's key for trusted authentication, good for every user. */
    public static final String SECRET_KEY = "sandbox-secret-key";

    /** ThoughtSpot's own limit for the webhook's URL. */
    private static final Duration RECEIVER_LIMIT = Duration.ofSeconds(5);

    private static final Duration ADMIN_TOKEN_LIFE = Duration.ofDays(365);

    private final OutgoingHttp http = new OutgoingHttp();
    private final Cluster cluster;
    private final LoopbackServer server;
    private final String adminToken;

    public ThoughtSpotServer(
            SandboxOptions options,
            URI awsEndpoint,
            String tsAccessKeyId,
            String tsSecretKey,
            GoogleIssuer google,
            Faults faults,
            CallLog calls) {
        this(
                options,
                awsEndpoint,
                new AwsKey(tsAccessKeyId, tsSecretKey),
                account -> new AwsKey("AKIASTRANGER" + account.value().substring(4), "unknown"),
                google,
                faults,
                calls);
    }

    /** @param others keys for the fault {@code ts-account} */
    public ThoughtSpotServer(
            SandboxOptions options,
            URI awsEndpoint,
            AwsKey own,
            KeysOfAccounts others,
            GoogleIssuer google,
            Faults faults,
            CallLog calls) {
        var clock = options.clock();
        Directory directory = new Directory(options.orgs());
        Tokens tokens = new Tokens(clock);
        AwsClient aws = new AwsClient(http, awsEndpoint, options.region().value(), clock);
        Uploader uploader = new Uploader(options, aws, http, own, others, google, directory, faults);
        Courier courier = new Courier(uploader, new Receiver(http, faults, RECEIVER_LIMIT), clock);
        cluster = new Cluster(options, directory, tokens, courier, faults);
        User admin = directory.user("admin").orElseThrow();
        adminToken = tokens.issue(admin, directory.orgs().getFirst(), ADMIN_TOKEN_LIFE)
                .token();
        Exchange.Handler front = new FaultyFront(cluster, faults, calls);
        server = new LoopbackServer(0, front);
    }

    public URI address() {
        return server.address();
    }

    /** A token of {@code admin} in the Primary Org, good for a year. */
    public String adminToken() {
        return adminToken;
    }

    /** The registered webhooks by Org, each as field → value, without secrets, times and random IDs. */
    public Map<String, List<Map<String, String>>> webhooks() {
        return cluster.still().webhooks();
    }

    /** The channels by Org, and those of the cluster. */
    public Map<String, List<String>> channels() {
        return cluster.still().channels();
    }

    @Override
    public void close() {
        server.close();
        http.close();
    }
}
