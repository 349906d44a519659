package io.spotdock.gui.step.livetest;

import io.spotdock.check.CheckResult.Status;
import io.spotdock.check.Extra;
import io.spotdock.domain.Failure;
import io.spotdock.service.Known.Tested;

/** What the pane is about at a time. */
public sealed interface Phase {
    /** @param outOfDate whether there was a test, of entries that have changed since */
    record Before(boolean outOfDate) implements Phase {}

    record Running() implements Phase {}

    /** A person ended it. */
    record Cancelled() implements Phase {}

    /** It could not begin. */
    record Broken(Failure failure) implements Phase {}

    record Ended(Tested tested, Finding finding) implements Phase {}

    /** Whether ThoughtSpot can write, so that a real Liveboard may be tried; one that went wrong may be tried again. */
    default boolean isReadyForLiveboard() {
        return this instanceof Ended(Tested tested, Finding finding)
                && finding != Finding.PARTLY
                && tested.results().stream()
                        .filter(result -> result.status() == Status.FAILED || result.status() == Status.NOT_REACHED)
                        .allMatch(result -> Extra.LIVEBOARD.holds(result.id()));
    }

    /** What a test comes to. */
    enum Finding {
        PASSED,
        /** Everything works, and something is worth a look. */
        WARNED,
        /** Nothing failed, but ThoughtSpot's part could not be tested. */
        PARTLY,
        FAILED;

        static Finding of(Tested tested) {
            if (tested.count(Status.FAILED) > 0) return FAILED;
            if (!tested.isProof()) return PARTLY;
            return tested.count(Status.WARNED) > 0 ? WARNED : PASSED;
        }
    }
}
