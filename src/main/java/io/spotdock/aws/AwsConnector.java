package io.spotdock.aws;

import io.spotdock.domain.RegionName;
import io.spotdock.port.Cloud;
import io.spotdock.port.CloudConnector;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;

/** Signs in to AWS as the AWS CLI would, given the same environment and the same files. */
public final class AwsConnector implements CloudConnector {
    private final Map<String, String> environment;
    private final Path home;
    private final InstantSource clock;
    private final RetryStrategy retries;

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
    }

    @Override
    public Cloud connect(Optional<String> profile, RegionName region) {
        // To name the default profile is to ask for the default chain, which ends there.
        Optional<String> named = profile.filter(name -> !name.equals("default"));
        SharedConfig config = SharedConfig.read(environment, home, named);
        Endpoints endpoints = new Endpoints(environment, config);
        endpoints.check();
        AwsFailures failures = new AwsFailures(clock, new References());
        ClientSettings settings =
                new ClientSettings(region, endpoints, config, Https.client(environment, config), retries, timer());
        SignIn signIn = new SignIn(environment, config, new CredentialSources(environment, settings::sts), failures);
        AwsClients clients = new AwsClients(settings, signIn, failures);
        return new Cloud(
                new StsTokens(clients),
                new S3Buckets(clients, region),
                new S3Objects(clients),
                new IamRoles(clients),
                new IamIdentityProviders(clients),
                new IamPermissions(clients));
    }

    /** A daemon, and idle but for the time-outs of calls under way, so nobody needs to stop it. */
    private static ScheduledExecutorService timer() {
        return Executors.newScheduledThreadPool(
                1, Thread.ofPlatform().daemon().name("aws-time-outs").factory());
    }
}
