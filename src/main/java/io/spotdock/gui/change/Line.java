package io.spotdock.gui.change;

import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import io.spotdock.domain.resource.ResourceId;
import io.spotdock.plan.Change;
import io.spotdock.service.Waiter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One thing of a list that is worked through, and how far it is. */
public record Line(Subject subject, State state) {
    /** What it is about. */
    public sealed interface Subject {
        /** A change that is made. */
        record Making(Change change) implements Subject {}

        /**
         * A change that is taken back.
         *
         * @param made whether Spotdock made the thing, so that it goes away, or only changed it
         */
        record TakingBack(ResourceId resource, boolean made) implements Subject {}

        /** AWS is eventually consistent. */
        record Knowing() implements Subject {}

        /** Everything is read back and compared. */
        record ReadingBack() implements Subject {}

        /** Whether something outside is changed by it. */
        default boolean writes() {
            return switch (this) {
                case Making _, TakingBack _ -> true;
                case Knowing _, ReadingBack _ -> false;
            };
        }
    }

    /** How far it is. */
    public sealed interface State {
        record ToDo() implements State {}

        record Running(Instant since, Optional<Wait> pause) implements State {}

        /** @param remains what a person has to do for the rest of it */
        record Done(Duration took, Optional<Fault> remains) implements State {
            public Done(Duration took) {
                this(took, Optional.empty());
            }
        }

        record Failed(Failure failure) implements State {}

        /** Interrupted in the middle: it may or may not have happened. */
        record Unsure() implements State {}

        /** Deliberately not done. */
        record Left(Fault why) implements State {}

        record NotReached() implements State {}
    }

    /**
     * It has to be tried again.
     *
     * @param attempt the one that just failed, from 1
     */
    public record Wait(int attempt, Instant since, Duration next, Fault why) {
        public Duration remaining(Instant now) {
            Duration left = Duration.between(now, since.plus(next));
            return left.isNegative() ? Duration.ZERO : left;
        }

        /** From 0 to 1. */
        public double share(Instant now) {
            return next.isZero() ? 1 : 1 - (double) remaining(now).toMillis() / next.toMillis();
        }
    }

    public static Line of(Subject subject) {
        return new Line(subject, new State.ToDo());
    }

    Line in(State other) {
        return new Line(subject, other);
    }

    /** The time left of a wait that began when this line did. */
    public static Duration untilGivingUp(State.Running running, Instant now) {
        Duration left = Duration.between(now, running.since().plus(Waiter.CEILING));
        return left.isNegative() ? Duration.ZERO : left;
    }
}
