package io.spotdock.aws;

import io.spotdock.aws.Endpoints.Service;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.RegionName;
import io.spotdock.network.Network;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.sso.SsoClient;
import software.amazon.awssdk.services.ssooidc.SsoOidcClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * What every client of one sign-in shares, those that fetch its credentials included.
 *
 * @param timer ends calls that take too long
 */
record ClientSettings(
        RegionName region,
        Endpoints endpoints,
        SharedConfig config,
        SdkHttpClient http,
        RetryStrategy retries,
        ScheduledExecutorService timer,
        Limits limits) {
    /**
     * As an environment and a profile say.
     *
     * @param network that calls go through
     *
     * @throws FailureException Invalid when an end point, the proxy or the certificates they name can't be used
     */
    static ClientSettings of(
            Map<String, String> environment,
            Network network,
            SharedConfig config,
            RegionName region,
            RetryStrategy retries,
            Limits limits) {
        Endpoints endpoints = new Endpoints(environment, config);
        endpoints.check();
        return new ClientSettings(
                region,
                endpoints,
                config,
                Https.client(Https.network(network, environment, config)),
                retries,
                newTimer(),
                limits);
    }

    /** The same elsewhere, beside others in one account. */
    ClientSettings shared(RegionName where, RetryStrategy ofAccount) {
        return new ClientSettings(where, endpoints, config, http, ofAccount, timer, limits.shared());
    }

    /** A daemon, and idle but for the time-outs of calls under way, so nobody needs to stop it. */
    private static ScheduledExecutorService newTimer() {
        return Executors.newScheduledThreadPool(
                1, Thread.ofPlatform().daemon().name("aws-time-outs").factory());
    }

    <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B apply(
            B builder, AwsCredentialsProvider credentials, Service service, Region where) {
        B common = builder.region(where)
                .credentialsProvider(credentials)
                .httpClient(http)
                .overrideConfiguration(override -> override.retryStrategy(retries)
                        .addExecutionInterceptor(new Bounds())
                        .addExecutionInterceptor(new CallRecord())
                        .apiCallTimeout(limits.call())
                        .apiCallAttemptTimeout(limits.attempt())
                        .scheduledExecutorService(timer)
                        .defaultProfileFile(config.file())
                        .defaultProfileName(config.profile()));
        return endpoints.override(service).map(common::endpointOverride).orElse(common);
    }

    /** For a service that is to be asked once more when it is busy, and then left alone. */
    ClientSettings gentle() {
        RetryStrategy once = retries instanceof SharedRetries shared
                ? shared.atMost(2)
                : retries.toBuilder().maxAttempts(2).build();
        return new ClientSettings(region, endpoints, config, http, once, timer, limits);
    }

    StsClient sts(AwsCredentialsProvider credentials) {
        return apply(StsClient.builder(), credentials, Service.STS, Region.of(region.value()))
                .build();
    }

    /** Signs nothing: an SSO token is a parameter. */
    SsoClient sso(Region where) {
        return apply(SsoClient.builder(), AnonymousCredentialsProvider.create(), Service.SSO, where)
                .build();
    }

    SsoOidcClient ssoOidc(Region where) {
        return apply(SsoOidcClient.builder(), AnonymousCredentialsProvider.create(), Service.SSO_OIDC, where)
                .build();
    }
}
