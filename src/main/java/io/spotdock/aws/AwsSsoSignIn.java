package io.spotdock.aws;

import io.spotdock.aws.Endpoints.Service;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Loopback;
import io.spotdock.domain.RegionName;
import io.spotdock.network.Network;
import io.spotdock.port.SsoSignIn;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.ssooidc.model.InvalidClientException;
import software.amazon.awssdk.services.ssooidc.model.StartDeviceAuthorizationResponse;

/** {@link SsoSignIn} over the OIDC service of IAM Identity Center. */
public final class AwsSsoSignIn implements SsoSignIn {
    /** Where the answer names none (RFC 8628, section 3.2). */
    private static final int USUAL_INTERVAL = 5;

    private final Map<String, String> environment;
    private final Path home;
    private final InstantSource clock;
    private final Sleeper sleeper;
    private final RetryStrategy retries;
    private final Network network;

    /**
     * Takes what a process has.
     *
     * @param environment the environment variables
     * @param home the folder that holds {@code .aws}
     */
    public AwsSsoSignIn(Map<String, String> environment, Path home, InstantSource clock, Sleeper sleeper) {
        this(environment, home, clock, sleeper, AwsRetryStrategy.standardRetryStrategy(), Network.of(environment));
    }

    /** With other retries, so that a test need not wait for the back-off of the real ones. */
    AwsSsoSignIn(
            Map<String, String> environment, Path home, InstantSource clock, Sleeper sleeper, RetryStrategy retries) {
        this(environment, home, clock, sleeper, retries, Network.of(environment));
    }

    /** Over a network other than this process's. */
    AwsSsoSignIn(
            Map<String, String> environment,
            Path home,
            InstantSource clock,
            Sleeper sleeper,
            RetryStrategy retries,
            Network network) {
        this.network = network;
        this.environment = Map.copyOf(environment);
        this.home = home;
        this.clock = clock;
        this.sleeper = sleeper;
        this.retries = retries;
    }

    @Override
    public Pending begin(String profile) {
        SharedConfig config = SignInKinds.source(SharedConfig.read(environment, home, Optional.of(profile)));
        SsoProfile sso = SsoProfile.of(config);
        SsoOidc oidc = oidc(config, sso);
        SsoCache cache = new SsoCache(home);
        Instant asked = clock.instant();
        Optional<SsoClientRegistration> known = cache.registration(sso).filter(client -> client.isGood(asked));
        SsoClientRegistration client = known.orElseGet(() -> register(oidc, sso, cache));
        try {
            return pending(oidc, sso, cache, client, asked);
        } catch (InvalidClientException _) {
            // AWS forgets a registration before its time when the organisation's instance is made anew.
            return pending(oidc, sso, cache, register(oidc, sso, cache), asked);
        }
    }

    private static SsoClientRegistration register(SsoOidc oidc, SsoProfile sso, SsoCache cache) {
        SsoClientRegistration client = oidc.register();
        cache.tryKeep(sso, client);
        return client;
    }

    private Pending pending(SsoOidc oidc, SsoProfile sso, SsoCache cache, SsoClientRegistration client, Instant asked) {
        StartDeviceAuthorizationResponse started = oidc.start(client);
        DeviceCode code = new DeviceCode(
                started.userCode(),
                page(Objects.requireNonNullElse(started.verificationUriComplete(), started.verificationUri())),
                asked.plusSeconds(started.expiresIn()),
                Duration.ofSeconds(Objects.requireNonNullElse(started.interval(), USUAL_INTERVAL)));
        return new PendingSsoSignIn(code, oidc, sso, client, started.deviceCode(), cache, clock, sleeper);
    }

    /** A browser is sent there, so it has to be a page, and one that nobody on the way can have changed. */
    private static URI page(String address) {
        try {
            URI page = new URI(address);
            boolean local = "http".equalsIgnoreCase(page.getScheme())
                    && page.getHost() != null
                    && Loopback.names(page.getHost());
            if ("https".equalsIgnoreCase(page.getScheme()) || local) return page;
        } catch (URISyntaxException _) {
            // Refused like any other that is no page.
        }
        throw new FailureException(new Failure.Invalid("aws.profile", Fault.of("fault.aws.sso-page"), ""));
    }

    private SsoOidc oidc(SharedConfig config, SsoProfile sso) {
        RegionName region = new RegionName(sso.region().id());
        ClientSettings settings = ClientSettings.of(environment, network, config, region, retries, Limits.USUAL);
        return new SsoOidc(
                settings.ssoOidc(sso.region()),
                sso,
                new AwsFailures(clock, new References(), network.proxies()),
                settings.endpoints().host(Service.SSO_OIDC, region));
    }
}
