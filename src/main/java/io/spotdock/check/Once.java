package io.spotdock.check;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * A value worked out at the first call and kept, a failure as well: whoever asks meanwhile waits for the one attempt, and
 * all get the same. Thread-safe.
 */
public final class Once<T> implements Supplier<T> {
    private final FutureTask<T> attempt;

    public Once(Supplier<T> supplier) {
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
        return result(attempt);
    }

    /** What came of it, or what it threw. */
    public static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            if (e.getCause() instanceof Error cause) throw cause;
            throw new IllegalStateException(e.getCause());
        }
    }
}
