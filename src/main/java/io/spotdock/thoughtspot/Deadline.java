package io.spotdock.thoughtspot;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A time within which several things have to be done, each of which can be left behind. */
final class Deadline {
    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /**
     * Does one thing on a thread of its own, since a name service or a handshake knows no limit.
     *
     * @throws TimeoutException when the time is over; a socket that is being waited for is closed
     * @throws CancellationException when this thread is interrupted; its flag stays set
     */
    <T> T call(Callable<T> work) throws ExecutionException, TimeoutException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofVirtual().start(task);
        return get(task);
    }

    /** The same for what is under way already. */
    <T> T get(Future<T> task) throws ExecutionException, TimeoutException {
        try {
            return task.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (TimeoutException e) {
            task.cancel(true);
            throw e;
        }
    }
}
