package io.spotdock.sandbox.thoughtspot;

import io.spotdock.sandbox.control.CallLog;
import io.spotdock.sandbox.control.Faults;
import io.spotdock.sandbox.control.SandboxOptions;
import io.spotdock.sandbox.google.GoogleIssuer;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A cluster with what stands around it, and a clock that only moves when told. */
final class World implements AutoCloseable {
    static final String ROLE = "arn:aws:iam::999888777666:role/thoughtspot-s3-upload";
    static final String WEBHOOK = """
            {'name': 'Webhook_S3', 'url': 'https://api.example.com/hook', 'events': ['LIVEBOARD_SCHEDULE']%s}""";

    private volatile Instant now = Instant.parse("2026-08-03T10:02:00Z");
    final Faults faults = new Faults();
    final CallLog calls = new CallLog();
    final FakeAws aws;
    final ThoughtSpotServer server;
    final Api admin;
    private final GoogleIssuer google;
    private final HttpClient http = HttpClient.newHttpClient();
    private final boolean gcp;

    private World(boolean gcp) {
        this(gcp, 0);
    }

    /** @param orgs beside the first two */
    World(boolean gcp, int orgs) {
        this.gcp = gcp;
        SandboxOptions options = SandboxOptions.aws()
                .withGcpHosted(gcp)
                .withMembersAndOrgs(0, orgs)
                .withClock(() -> now);
        google = new GoogleIssuer(options.serviceAccount(), () -> now, calls, faults);
        aws = new FakeAws(gcp ? Optional.of(google) : Optional.empty());
        server = new ThoughtSpotServer(
                options, aws.address(), FakeAws.THOUGHTSPOT, _ -> FakeAws.STRANGER, google, faults, calls);
        admin = new Api(http, server.address(), server.adminToken());
    }

    static World onAws() {
        return new World(false);
    }

    static World onGcp() {
        return new World(true);
    }

    Instant now() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** Signed in with the sandbox's password, for an hour. */
    Api user(String name, int org) {
        Api.Reply reply = admin.as("").post("/auth/token/full", """
                {'username': '%s', 'password': 'sandbox-password', 'org_id': %d, 'validity_time_in_sec': 3600}""".formatted(name, org));
        return admin.as(reply.body().path("token").asText());
    }

    static String webhook(String more) {
        return WEBHOOK.formatted(more.isEmpty() ? "" : ", " + more);
    }

    String storage(String externalId) {
        String id = gcp ? "" : ", 'external_id': '" + externalId + "'";
        return """
                'storage_destination': {'storage_type': 'AWS_S3', 'storage_config': {'aws_s3_config': {
                  'bucket_name': 'exports', 'region': 'eu-west-1', 'role_arn': '%s', 'path_prefix': 'reports/'%s}}}""".formatted(ROLE, id);
    }

    /** Registers a webhook with storage and gives its ID. */
    String registered() {
        return admin.post("/webhooks/create", webhook(storage(FakeAws.EXTERNAL_ID)))
                .body()
                .path("id")
                .asText();
    }

    @Override
    public void close() {
        server.close();
        aws.close();
        google.close();
        http.close();
    }
}
