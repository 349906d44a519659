package io.spotdock.aws;

import java.time.Duration;
import java.time.Instant;

/** This program, as AWS's sign-in service knows it for some months. */
record SsoClientRegistration(String id, String secret, Instant expiresAt) {
    /** Longer than any device code lives. */
    private static final Duration MARGIN = Duration.ofMinutes(15);

    boolean isGood(Instant now) {
        return now.plus(MARGIN).isBefore(expiresAt);
    }

    @Override
    public String toString() {
        return "SsoClientRegistration[expiresAt=" + expiresAt + "]";
    }
}
