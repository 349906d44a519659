package io.spotdock.service;

import io.spotdock.check.Once;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Waits for the end of a call even when interrupted, since what it brings about outside comes about anyway, and only its
 * answer says what that is. The interrupt is passed on afterwards.
 */
final class SeenThrough {
    private SeenThrough() {}

    /** Runs what has to be done however a test ends: an interrupt waits, and is passed on afterwards. */
    static <T> T undisturbed(Supplier<T> duty) {
        boolean interrupted = Thread.interrupted();
        try {
            return duty.get();
        } finally {
            if (interrupted) Thread.currentThread().interrupt();
        }
    }

    static <T> T toItsEnd(Supplier<T> call) {
        FutureTask<T> task = new FutureTask<>(call::get);
        Thread thread = Thread.startVirtualThread(task);
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        try {
            return Once.result(task);
        } finally {
            if (interrupted) Thread.currentThread().interrupt();
        }
    }
}
