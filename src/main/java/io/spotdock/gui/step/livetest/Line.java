package io.spotdock.gui.step.livetest;

import io.spotdock.check.Check;
import io.spotdock.check.CheckGroup;
import io.spotdock.check.CheckResult;
import io.spotdock.check.Strength;
import io.spotdock.domain.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One check of the list, and how far it is. */
public record Line(String id, CheckGroup group, Strength strength, State state) {
    static Line of(Check check, State state) {
        return new Line(check.id(), check.group(), check.strength(), state);
    }

    /** How far it is. */
    public sealed interface State {
        record ToDo() implements State {}

        /** @param pause there while it waits for the next try */
        record Running(Optional<Pause> pause) implements State {}

        record Ended(CheckResult result) implements State {}
    }

    /** It is tried again. */
    public record Pause(Instant since, Duration length, Fault why) {
        public Duration remaining(Instant now) {
            Duration left = Duration.between(now, since.plus(length));
            return left.isNegative() ? Duration.ZERO : left;
        }

        /** How much of it is over, from 0 to 1. */
        public double share(Instant now) {
            return length.isZero() ? 1 : 1 - (double) remaining(now).toMillis() / length.toMillis();
        }
    }

    Line in(State other) {
        return new Line(id, group, strength, other);
    }

    /** How it ended, if it has. */
    public Optional<CheckResult> result() {
        return state instanceof State.Ended(CheckResult result) ? Optional.of(result) : Optional.empty();
    }
}
