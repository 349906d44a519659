package io.spotdock.keychain;

import io.spotdock.domain.FailureException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/**
 * A call on a thread of its own: neither a native dialog nor the bus lets go of a thread that is interrupted, and who asked
 * must not have to wait for them. The thread is interrupted too, and ends when they let it.
 */
final class Apart<T> {
    private final Callable<T> call;
    private final Consumer<T> tooLate;
    private boolean gone;
    private Optional<T> result = Optional.empty();

    private Apart(Callable<T> call, Consumer<T> tooLate) {
        this.call = call;
        this.tooLate = tooLate;
    }

    /**
     * Waits for a call.
     *
     * @param tooLate gets a result that nobody waits for any longer
     * @throws CancellationException when this thread is interrupted; its flag stays set
     */
    static <T> T waitFor(Callable<T> call, Consumer<T> tooLate) {
        Apart<T> apart = new Apart<>(call, tooLate);
        FutureTask<T> task = new FutureTask<>(apart::work);
        Thread thread = Thread.ofPlatform().name("keychain").daemon().start(task);
        try {
            return task.get();
        } catch (InterruptedException _) {
            thread.interrupt();
            apart.giveUp();
            Thread.currentThread().interrupt();
            throw new CancellationException("the keychain was not waited for");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof FailureException known) throw known;
            throw new IllegalStateException("the keychain's thread", e.getCause());
        }
    }

    private T work() throws Exception {
        T made = call.call();
        synchronized (this) {
            if (gone) tooLate.accept(made);
            else result = Optional.of(made);
        }
        return made;
    }

    private synchronized void giveUp() {
        gone = true;
        result.ifPresent(tooLate);
    }
}
