package io.spotdock.aws;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.port.SsoSignIn;
import io.spotdock.port.SsoSignIn.DeviceCode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import software.amazon.awssdk.services.ssooidc.model.AccessDeniedException;
import software.amazon.awssdk.services.ssooidc.model.AuthorizationPendingException;
import software.amazon.awssdk.services.ssooidc.model.CreateTokenResponse;
import software.amazon.awssdk.services.ssooidc.model.ExpiredTokenException;
import software.amazon.awssdk.services.ssooidc.model.InvalidClientException;
import software.amazon.awssdk.services.ssooidc.model.SlowDownException;

/** A device code that a person has yet to confirm; asks AWS now and then whether that has happened. */
final class PendingSsoSignIn implements SsoSignIn.Pending {
    /** RFC 8628, section 3.5. */
    private static final Duration SLOWER = Duration.ofSeconds(5);

    private static final Duration SLOWEST = Duration.ofSeconds(30);

    private final DeviceCode code;
    private final SsoOidc oidc;
    private final SsoProfile sso;
    private final SsoClientRegistration client;
    private final String deviceCode;
    private final SsoCache cache;
    private final InstantSource clock;
    private final Sleeper sleeper;

    PendingSsoSignIn(
            DeviceCode code,
            SsoOidc oidc,
            SsoProfile sso,
            SsoClientRegistration client,
            String deviceCode,
            SsoCache cache,
            InstantSource clock,
            Sleeper sleeper) {
        this.code = code;
        this.oidc = oidc;
        this.sso = sso;
        this.client = client;
        this.deviceCode = deviceCode;
        this.cache = cache;
        this.clock = clock;
        this.sleeper = sleeper;
    }

    @Override
    public DeviceCode code() {
        return code;
    }

    @Override
    public Instant await() {
        Duration interval = code.interval();
        Optional<FailureException> trouble = Optional.empty();
        while (clock.instant().isBefore(code.expires())) {
            pause(interval);
            try {
                return keep(oidc.token(client, deviceCode));
            } catch (AuthorizationPendingException _) {
                trouble = Optional.empty();
            } catch (SlowDownException _) {
                interval = interval.plus(SLOWER);
            } catch (ExpiredTokenException | InvalidClientException over) {
                throw ended("sign-in.aws-sso-code");
            } catch (AccessDeniedException _) {
                throw ended("sign-in.aws-sso-refused");
            } catch (FailureException e) {
                // A person takes minutes, in which a network may come and go (RFC 8628, section 3.5, last paragraph).
                if (!e.failure().retriable()) throw e;
                trouble = Optional.of(e);
                interval = slower(interval);
            }
        }
        throw trouble.orElseGet(() -> ended("sign-in.aws-sso-code"));
    }

    private static Duration slower(Duration interval) {
        Duration twice = interval.multipliedBy(2);
        return twice.compareTo(SLOWEST) < 0 ? twice : SLOWEST;
    }

    private Instant keep(CreateTokenResponse answer) {
        SsoToken token = SsoToken.of(answer, client, clock.instant());
        cache.keep(sso, token);
        return token.expiresAt();
    }

    private FailureException ended(String signIn) {
        return new FailureException(new Failure.Expired(signIn, List.of(sso.profile()), ""));
    }

    private void pause(Duration time) {
        try {
            sleeper.sleep(time);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for the sign-in");
        }
    }
}
