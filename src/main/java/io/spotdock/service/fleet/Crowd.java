package io.spotdock.service.fleet;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.slf4j.LoggerFactory;

/**
 * Does the same to many, a bounded number at a time, each on a virtual thread of its own. Whatever becomes of one is its
 * own affair. An interrupt of the caller is passed on to those at work and keeps the others from beginning; the caller's
 * own flag is set when all have ended.
 */
final class Crowd {
    private final int atOnce;

    Crowd(int atOnce) {
        this.atOnce = atOnce;
    }

    /** @return in the order of the items */
    <T, R> List<Ended<R>> run(List<T> items, Function<T, R> work) {
        return run(items, _ -> Set.of(), work, (_, _) -> {});
    }

    /**
     * Runs.
     *
     * @param lanes what an item needs for itself alone
     * @param done hears of each as it ends, on its own thread
     * @return in the order of the items
     */
    <T, R> List<Ended<R>> run(
            List<T> items, Function<T, Set<String>> lanes, Function<T, R> work, BiConsumer<T, Ended<R>> done) {
        Semaphore places = new Semaphore(atOnce, true);
        Lanes road = new Lanes();
        AtomicReferenceArray<Ended<R>> ended = new AtomicReferenceArray<>(items.size());
        CountDownLatch left = new CountDownLatch(items.size());
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            int place = i;
            T item = items.get(i);
            threads.add(Thread.ofVirtual().name("fleet-", i).unstarted(() -> {
                try {
                    Ended<R> how = one(item, lanes, work, places, road);
                    ended.set(place, how);
                    done.accept(item, how);
                } catch (RuntimeException deaf) {
                    // Of who listens; what was done stays done.
                    log("listener", deaf);
                } finally {
                    left.countDown();
                }
            }));
        }
        threads.forEach(Thread::start);
        await(left, threads);
        List<Ended<R>> all = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) all.add(ended.get(i) == null ? new Ended.Cancelled<>() : ended.get(i));
        return all;
    }

    /** A place is taken last, so that nobody holds one while waiting for a lane. */
    private static <T, R> Ended<R> one(
            T item, Function<T, Set<String>> lanes, Function<T, R> work, Semaphore places, Lanes road) {
        try (Lanes.Taken _ = road.take(lanes.apply(item))) {
            places.acquire();
            try {
                return ended(item, work);
            } finally {
                places.release();
            }
        } catch (InterruptedException _) {
            return new Ended.Cancelled<>();
        }
    }

    private static <T, R> Ended<R> ended(T item, Function<T, R> work) {
        if (Thread.currentThread().isInterrupted()) return new Ended.Cancelled<>();
        try {
            return new Ended.Good<>(work.apply(item));
        } catch (FailureException e) {
            if (e.failure() instanceof Failure.Unexpected(String reference, String _)) log(reference, e);
            return new Ended.Bad<>(e.failure());
        } catch (CancellationException _) {
            return new Ended.Cancelled<>();
        } catch (RuntimeException | StackOverflowError bug) {
            String reference = UUID.randomUUID().toString().substring(0, 8);
            log(reference, bug);
            return new Ended.Bad<>(new Failure.Unexpected(reference, ""));
        }
    }

    private static void log(String reference, Throwable thrown) {
        LoggerFactory.getLogger(Crowd.class).error("reference {}", reference, thrown);
    }

    private static void await(CountDownLatch left, List<Thread> threads) {
        boolean interrupted = false;
        while (true) {
            try {
                left.await();
                break;
            } catch (InterruptedException _) {
                interrupted = true;
                threads.forEach(Thread::interrupt);
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }
}
