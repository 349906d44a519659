package io.spotdock.port;

import io.spotdock.domain.WebhookUrl;
import java.time.Duration;
import java.util.Set;

/** The customer's URL that ThoughtSpot calls after a delivery, seen from this computer. */
@FunctionalInterface
public interface Receivers {
    /** What became of a probe. ThoughtSpot sits elsewhere in the network, so none of it is proof for or against. */
    sealed interface Answer {
        /** @param took from the first packet to the status */
        record Answered(int status, Duration took) implements Answer {
            /** Statuses that answer the probe's lack of a sign-in, or its method, and say nothing of ThoughtSpot's call. */
            private static final Set<Integer> OF_THE_PROBE = Set.of(401, 403, 405, 501);

            /** What ThoughtSpot wants. */
            public boolean isGood() {
                return status / 100 == 2;
            }

            /** Whether ThoughtSpot's own call, signed in and by POST, is likely to be answered alike. */
            public boolean isTelling() {
                return !OF_THE_PROBE.contains(status);
            }
        }

        /** @param said for people who want to read it; may be empty */
        record Silent(Why why, String said) implements Answer {}
    }

    /** Why there was no answer. */
    enum Why {
        NAME_NOT_FOUND,
        REFUSED,
        /** Its certificate is not trusted here, or it speaks no TLS. */
        TLS,
        TIMED_OUT,
        /** Such as a connection that was dropped, or a proxy that doesn't let the call through. */
        OTHER
    }

    /**
     * Asks the URL for an answer by a request that changes nothing there, and waits a little longer than ThoughtSpot's 5
     * seconds. Carries no secret and follows no redirect.
     */
    Answer probe(WebhookUrl url);
}
