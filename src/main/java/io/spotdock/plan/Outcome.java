package io.spotdock.plan;

import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import java.util.Optional;

/** How a change, or an undoing, ended. */
public sealed interface Outcome {
    /** @param remains what a person has to do for the rest of it, where Spotdock can't do all */
    record Changed(Optional<Fault> remains) implements Outcome {
        public Changed() {
            this(Optional.empty());
        }
    }

    record AlreadyRight() implements Outcome {}

    record Stopped(Failure failure) implements Outcome {}

    record Cancelled() implements Outcome {}

    /** Deliberately not done, because it would touch what is not Spotdock's. */
    record Left(Fault why) implements Outcome {}

    /** The word in events and the journal. */
    default String id() {
        return switch (this) {
            case Changed _ -> "changed";
            case AlreadyRight _ -> "already-right";
            case Stopped _ -> "stopped";
            case Cancelled _ -> "cancelled";
            case Left _ -> "left";
        };
    }
}
