package io.spotdock.aws;

import io.spotdock.domain.MfaCode;
import io.spotdock.domain.RegionName;
import io.spotdock.port.Cloud;
import io.spotdock.port.CloudConnector;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;

/**
 * Signs in to AWS as the AWS CLI would, given the same environment and the same files. Who signs in with a code and again
 * later does so with the same connector, which keeps the session.
 */
public final class AwsConnector implements CloudConnector {
    private final Map<String, String> environment;
    private final Path home;
    private final InstantSource clock;
    private final RetryStrategy retries;
    private final MfaSessions sessions;

    /**
     * Takes what a process has.
     *
     * @param environment the environment variables
     * @param home the folder that holds {@code .aws}
     */
    public AwsConnector(Map<String, String> environment, Path home, InstantSource clock) {
        this(environment, home, clock, AwsRetryStrategy.standardRetryStrategy());
    }

    /** With other retries, so that a test need not wait for the back-off of the real ones. */
    AwsConnector(Map<String, String> environment, Path home, InstantSource clock, RetryStrategy retries) {
        this.environment = Map.copyOf(environment);
        this.home = home;
        this.clock = clock;
        this.retries = retries;
        this.sessions = new MfaSessions(clock);
    }

    @Override
    public Cloud connect(SignIn how, RegionName region) {
        ClientSettings settings = ClientSettings.of(environment, config(how), region, retries);
        AwsFailures failures = new AwsFailures(clock, new References());
        AwsClients clients = new AwsClients(settings, credentials(how, settings, failures), failures);
        return new Cloud(
                new StsTokens(clients, clock),
                new S3Buckets(clients, region),
                new S3Objects(clients),
                new IamRoles(clients),
                new IamIdentityProviders(clients),
                new IamPermissions(clients),
                new CloudTrailEvents(clients, region, clock),
                new StsAssumptions(clients, settings, failures),
                new KmsKeys(clients));
    }

    private SharedConfig config(SignIn how) {
        return switch (how) {
            case SignIn.ByDefault _ -> SharedConfig.read(environment, home, Optional.empty());
            case SignIn.OfProfile(String name) -> SharedConfig.read(environment, home, Optional.of(name));
            case SignIn.WithCode(Optional<String> profile, MfaCode _) -> SharedConfig.read(environment, home, profile);
            case SignIn.Keys _ -> SharedConfig.none();
        };
    }

    private AwsCredentialsProvider credentials(SignIn how, ClientSettings settings, AwsFailures failures) {
        return switch (how) {
            case SignIn.ByDefault _, SignIn.OfProfile _ -> chosen(Optional.empty(), settings, failures);
            case SignIn.WithCode coded -> chosen(Optional.of(coded.code()), settings, failures);
            case SignIn.Keys keys -> new TypedKeys(keys);
        };
    }

    private ChosenCredentials chosen(Optional<MfaCode> code, ClientSettings settings, AwsFailures failures) {
        SsoTokens tokens = new SsoTokens(new SsoCache(home), settings, clock);
        CredentialSources sources = new CredentialSources(environment, settings, sessions, code, tokens);
        return new ChosenCredentials(environment, settings.config(), sources, failures);
    }
}
