package io.spotdock.aws;

import io.spotdock.port.Profiles.Sso.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.ssooidc.model.CreateTokenResponse;

/**
 * A cached SSO sign-in.
 *
 * @param renewal what gets the next one without a person; empty in the older form
 */
record SsoToken(String accessToken, Instant expiresAt, Optional<Renewal> renewal) {
    /** Renewed a little before the end, so that no call on its way is caught by it. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    /** A refresh token and the registered client that it was given to. */
    record Renewal(String refreshToken, SsoClientRegistration client) {
        @Override
        public String toString() {
            return "[hidden]";
        }
    }

    /** What AWS answered, which says how long it lasts; the time of asking is the safe side of that. */
    static SsoToken of(CreateTokenResponse answer, SsoClientRegistration client, Instant asked) {
        Optional<Renewal> renewal =
                Optional.ofNullable(answer.refreshToken()).map(refresh -> new Renewal(refresh, client));
        return new SsoToken(
                answer.accessToken(), asked.plusSeconds(Objects.requireNonNullElse(answer.expiresIn(), 0)), renewal);
    }

    boolean isGood(Instant now) {
        return now.plus(MARGIN).isBefore(expiresAt);
    }

    /** The renewal, unless the client's registration has run out. */
    Optional<Renewal> renewal(Instant now) {
        return renewal.filter(r -> r.client().isGood(now));
    }

    State state(Instant now) {
        if (isGood(now)) return new State.SignedIn(expiresAt);
        return renewal(now).isPresent() ? new State.Renews() : new State.SignedOut();
    }

    @Override
    public String toString() {
        return "SsoToken[expiresAt=" + expiresAt + "]";
    }
}
