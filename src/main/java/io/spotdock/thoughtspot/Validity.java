package io.spotdock.thoughtspot;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * From when to when a token is good, by the server's clock. Both are documented as milliseconds that may have a
 * fraction; what can't be a time counts as not told.
 */
record Validity(double created, double expires) {
    /** Beyond any token that ThoughtSpot makes. */
    private static final double LONGEST = Duration.ofDays(36_500).toMillis();

    static Validity of(JsonNode json) {
        return new Validity(
                json.path("creation_time_in_millis").asDouble(),
                json.path("expiration_time_in_millis").asDouble());
    }

    /** As long as the server says it lives: its clock may differ from ours, so only the difference counts. */
    Optional<Duration> life() {
        double life = expires - created;
        boolean sane = created > 0 && life >= 1000 && life <= LONGEST;
        return sane ? Optional.of(Duration.ofMillis((long) life)) : Optional.empty();
    }

    /** When it ends. */
    Optional<Instant> end() {
        boolean sane =
                expires > 0 && expires < Instant.parse("9999-01-01T00:00:00Z").toEpochMilli();
        return sane ? Optional.of(Instant.ofEpochMilli((long) expires)) : Optional.empty();
    }
}
