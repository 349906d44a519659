package io.spotdock.service;

import java.util.concurrent.CancellationException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * A value worked out at the first call and kept, a failure as well: whoever asks meanwhile waits for the one attempt, and
 * all get the same. Thread-safe.
 */
final class Once<T> implements Supplier<T> {
    private final FutureTask<T> attempt;

    Once(Supplier<T> supplier) {
        attempt = new FutureTask<>(supplier::get);
    }

    /**
     * What was worked out.
     *
     * @throws RuntimeException whatever the attempt threw
     * @throws CancellationException when interrupted
     */
    @Override
    public T get() {
        // Does nothing but for the first.
        attempt.run();
        return SideBySide.result(attempt);
    }
}
