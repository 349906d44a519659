package io.spotdock.sandbox.thoughtspot;

import io.spotdock.domain.Org;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The bearer tokens that were handed out; each belongs to a user in one Org and expires by the clock. */
final class Tokens {
    /** What stands behind a token. */
    record Grant(String token, Session session, Instant created, Instant expires) {
        @Override
        public String toString() {
            return "Grant[" + session + ", until " + expires + "]";
        }
    }

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Grant> byToken = new ConcurrentHashMap<>();

    Tokens(InstantSource clock) {
        this.clock = clock;
    }

    Grant issue(User user, Org org, Duration life) {
        byte[] bytes = new byte[48];
        random.nextBytes(bytes);
        String token = Base64.getEncoder().encodeToString(bytes);
        Instant now = clock.instant();
        Grant grant = new Grant(token, new Session(user, org), now, now.plus(life));
        byToken.put(token, grant);
        return grant;
    }

    /** Lets a token run out before its time. */
    void end(String token) {
        byToken.computeIfPresent(
                token, (_, grant) -> new Grant(token, grant.session(), grant.created(), clock.instant()));
    }

    /** What stands behind a token that is still good. */
    Optional<Grant> grant(String token) {
        return Optional.ofNullable(byToken.get(token))
                .filter(grant -> clock.instant().isBefore(grant.expires()));
    }
}
