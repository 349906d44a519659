package io.spotdock.check;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import java.util.function.Supplier;

/** Something that was looked at, or that could not be. */
public sealed interface Sight<T> {
    record Seen<T>(T value) implements Sight<T> {}

    /** The person may not look, or AWS answered what nobody can use. */
    record Unseen<T>(Failure failure) implements Sight<T> {}

    /**
     * Looks; that one thing is kept from us is no reason to say nothing of the others.
     *
     * @throws FailureException when nothing else could be looked at either
     */
    static <T> Sight<T> of(Supplier<T> read) {
        try {
            return new Seen<>(read.get());
        } catch (FailureException e) {
            return switch (e.failure()) {
                case Failure.Denied _, Failure.Conflict _, Failure.Unexpected _ -> new Unseen<>(e.failure());
                case Failure.Missing _,
                        Failure.AlreadyThere _,
                        Failure.Invalid _,
                        Failure.Throttled _,
                        Failure.Unreachable _,
                        Failure.Expired _,
                        Failure.NotVisibleYet _ -> throw e;
            };
        }
    }
}
