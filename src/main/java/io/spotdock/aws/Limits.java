package io.spotdock.aws;

import java.time.Duration;

/**
 * How long is waited for an answer.
 *
 * @param attempt at most for one attempt
 * @param call at most for a call, with all its attempts and the pauses in between
 */
record Limits(Duration attempt, Duration call) {
    static final Limits USUAL = new Limits(Duration.ofSeconds(10), Duration.ofSeconds(30));

    /** Where one account's callers wait for each other, most of a call's time is that. */
    private static final Duration SHARED_CALL = Duration.ofMinutes(3);

    Limits shared() {
        return new Limits(attempt, SHARED_CALL);
    }

    /** With as much more for each attempt, and for a second one. */
    Limits plus(Duration content) {
        return new Limits(attempt.plus(content), call.plus(content.multipliedBy(2)));
    }
}
