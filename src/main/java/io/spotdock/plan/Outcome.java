package io.spotdock.plan;

import io.spotdock.domain.Failure;

/** How a change, or an undoing, ended. */
public sealed interface Outcome {
    record Changed() implements Outcome {}

    record AlreadyRight() implements Outcome {}

    record Stopped(Failure failure) implements Outcome {}

    record Cancelled() implements Outcome {}

    /** The word in events and the journal. */
    default String id() {
        return switch (this) {
            case Changed _ -> "changed";
            case AlreadyRight _ -> "already-right";
            case Stopped _ -> "stopped";
            case Cancelled _ -> "cancelled";
        };
    }
}
