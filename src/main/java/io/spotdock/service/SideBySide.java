package io.spotdock.service;

import io.spotdock.check.Once;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Reads that do not depend on each other, one virtual thread each. Closing cancels what still runs. */
final class SideBySide implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** Starts a read; the supplier returned waits for it and throws what it threw. */
    <T> Supplier<T> start(Supplier<T> read) {
        Future<T> future = threads.submit(read::get);
        return () -> Once.result(future);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }
}
