package io.spotdock.aws;

import io.spotdock.domain.Caller;
import io.spotdock.domain.MfaCode;
import io.spotdock.domain.RegionName;
import io.spotdock.domain.RoleArn;
import io.spotdock.network.Network;
import io.spotdock.port.Cloud;
import io.spotdock.port.CloudConnector;
import io.spotdock.port.CloudPool;
import io.spotdock.port.Renewal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;

/**
 * Signs in to AWS as the AWS CLI would, given the same environment and the same files. Who signs in with a code and again
 * later does so with the same connector, which keeps the session.
 */
public final class AwsConnector implements CloudConnector {
    private static final DateTimeFormatter SESSION =
            DateTimeFormatter.ofPattern("'spotdock-'yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** One that opens a browser waits for a person; longer than this nobody waits for anything here. */
    private static final Duration PROCESS = Duration.ofMinutes(2);

    private final Map<String, String> environment;
    private final Path home;
    private final InstantSource clock;
    private final RetryStrategy retries;
    private final Supplier<RetryStrategy> adaptive;
    private final Limits limits;
    private final MfaSessions sessions;
    private final Network network;
    private final Renewal<SignIn> renewal;

    /**
     * Takes what a process has.
     *
     * @param environment the environment variables
     * @param home the folder that holds {@code .aws}
     */
    public AwsConnector(Map<String, String> environment, Path home, InstantSource clock) {
        this(environment, home, clock, AwsRetryStrategy.standardRetryStrategy(), SharedRetries::adaptive);
    }

    /**
     * One that waits less, for an AWS that is near.
     *
     * @param attempt how long one may take; a call may take three times as long
     */
    public AwsConnector(Map<String, String> environment, Path home, InstantSource clock, Duration attempt) {
        this(
                environment,
                home,
                clock,
                AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .backoffStrategy(BackoffStrategy.retryImmediately())
                        .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
                        .build(),
                SharedRetries::adaptive,
                new Limits(attempt, attempt.multipliedBy(3)),
                Network.of(environment));
    }

    /** With other retries, so that a test need not wait for the back-off of the real ones. */
    AwsConnector(Map<String, String> environment, Path home, InstantSource clock, RetryStrategy retries) {
        this(environment, home, clock, retries, SharedRetries::adaptive);
    }

    /** Over a network other than this process's. */
    AwsConnector(
            Map<String, String> environment, Path home, InstantSource clock, RetryStrategy retries, Network network) {
        this(environment, home, clock, retries, SharedRetries::adaptive, Limits.USUAL, network);
    }

    /** @param adaptive makes those that the clients of one account share */
    AwsConnector(
            Map<String, String> environment,
            Path home,
            InstantSource clock,
            RetryStrategy retries,
            Supplier<RetryStrategy> adaptive) {
        this(environment, home, clock, retries, adaptive, Limits.USUAL, Network.of(environment));
    }

    private AwsConnector(
            Map<String, String> environment,
            Path home,
            InstantSource clock,
            RetryStrategy retries,
            Supplier<RetryStrategy> adaptive,
            Limits limits,
            Network network) {
        this(environment, home, clock, retries, adaptive, limits, network, new MfaSessions(clock), Renewal.none());
    }

    private AwsConnector(
            Map<String, String> environment,
            Path home,
            InstantSource clock,
            RetryStrategy retries,
            Supplier<RetryStrategy> adaptive,
            Limits limits,
            Network network,
            MfaSessions sessions,
            Renewal<SignIn> renewal) {
        this.environment = Map.copyOf(environment);
        this.home = home;
        this.clock = clock;
        this.retries = retries;
        this.adaptive = adaptive;
        this.limits = limits;
        this.network = network;
        this.sessions = sessions;
        this.renewal = renewal;
    }

    @Override
    public CloudConnector renewing(Renewal<SignIn> by) {
        return new AwsConnector(environment, home, clock, retries, adaptive, limits, network, sessions, by);
    }

    @Override
    public Cloud connect(SignIn how, RegionName region) {
        ClientSettings settings = settings(how, region);
        AwsFailures failures = failures();
        return cloud(settings, credentials(how, settings, failures), failures);
    }

    @Override
    public CloudPool pool() {
        return new AwsPool(this, adaptive);
    }

    AwsFailures failures() {
        return new AwsFailures(clock, new References(), network.proxies());
    }

    ClientSettings settings(SignIn how, RegionName region) {
        return ClientSettings.of(environment, network, config(how), region, retries, limits);
    }

    Cloud cloud(ClientSettings settings, Lasting credentials, AwsFailures failures) {
        AwsClients clients = new AwsClients(settings, credentials, failures);
        return new Cloud(
                new StsTokens(clients, clock),
                new S3Buckets(clients, settings.region()),
                new S3Objects(clients),
                new IamRoles(clients),
                new IamIdentityProviders(clients),
                new IamPermissions(clients),
                new CloudTrailEvents(clients, settings.region(), clock),
                new StsAssumptions(clients, settings, failures),
                new KmsKeys(clients));
    }

    private SharedConfig config(SignIn how) {
        return switch (how) {
            case SignIn.ByDefault _ -> SharedConfig.read(environment, home, Optional.empty());
            case SignIn.OfProfile(String name) -> SharedConfig.read(environment, home, Optional.of(name));
            case SignIn.WithCode(Optional<String> profile, MfaCode _) -> SharedConfig.read(environment, home, profile);
            case SignIn.Keys _ -> SharedConfig.none();
            case SignIn.InRole(SignIn base, RoleArn _) -> config(base);
        };
    }

    /** Fetches nothing yet; what they are fetched with goes by these settings as well. */
    Lasting credentials(SignIn how, ClientSettings settings, AwsFailures failures) {
        return switch (how) {
            case SignIn.InRole(SignIn base, RoleArn role) ->
                inRole(role, credentials(base, settings, failures), settings, failures);
            case SignIn.ByDefault _, SignIn.OfProfile _, SignIn.WithCode _, SignIn.Keys _ ->
                new RenewableCredentials(
                        how,
                        provider(how, settings, failures),
                        other -> provider(other, settings(other, settings.region()), failures),
                        provider -> whoAmI(provider, settings, failures),
                        renewal);
        };
    }

    /** Credentials that end when they end. */
    private AwsCredentialsProvider provider(SignIn how, ClientSettings settings, AwsFailures failures) {
        return switch (how) {
            case SignIn.ByDefault _, SignIn.OfProfile _ -> chosen(Optional.empty(), settings, failures);
            case SignIn.WithCode coded -> chosen(Optional.of(coded.code()), settings, failures);
            case SignIn.Keys keys -> new TypedKeys(keys);
            case SignIn.InRole(SignIn base, RoleArn role) ->
                inRole(role, provider(base, settings, failures)::resolveCredentials, settings, failures);
        };
    }

    private Caller whoAmI(AwsCredentialsProvider provider, ClientSettings settings, AwsFailures failures) {
        return new StsTokens(new AwsClients(settings, provider::resolveCredentials, failures), clock).whoAmI();
    }

    /** The role's session says by its name which program began it, and when. */
    Lasting inRole(RoleArn role, Lasting base, ClientSettings settings, AwsFailures failures) {
        return new RoleCredentials(base, role, SESSION.format(clock.instant()), settings, failures);
    }

    private ChosenCredentials chosen(Optional<MfaCode> code, ClientSettings settings, AwsFailures failures) {
        SsoTokens tokens = new SsoTokens(new SsoCache(home), settings, clock);
        CredentialSources sources = new CredentialSources(
                environment, settings, sessions, code, tokens, new CredentialProcesses(clock, PROCESS));
        return new ChosenCredentials(environment, settings.config(), sources, failures);
    }
}
