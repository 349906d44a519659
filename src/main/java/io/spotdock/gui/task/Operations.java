package io.spotdock.gui.task;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Runs work away from the front's thread, and timers on it. To be called on the front's thread, but for {@link #onFront}. */
public interface Operations {
    /** After this long without an answer, a wait is shown. */
    Duration SLOW = Duration.ofMillis(200);

    /**
     * Starts blocking work.
     *
     * @param work may throw as ports do; anything else it throws is logged and told as Unexpected, with a reference
     */
    <T> Operation start(Supplier<T> work, Ending<T> ending);

    /** Runs an action on the front's thread once, after a delay. */
    Operation after(Duration delay, Runnable action);

    /** Runs an action on the front's thread again and again, the first time after one period. */
    Operation every(Duration period, Runnable action);

    /** Brings a listener of the services, which call on the thread that works, to the front's thread; keeps the order. */
    <E> Consumer<E> onFront(Consumer<E> listener);

    InstantSource clock();
}
