package io.spotdock.service.fleet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What only one integration at a time may work on, by name. Whoever needs several takes them in the order of their names,
 * so that no two wait for each other.
 */
final class Lanes {
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    /** Taken until closed, by the thread that took them. */
    interface Taken extends AutoCloseable {
        @Override
        void close();
    }

    /** @throws InterruptedException while waiting; none is held then */
    Taken take(Collection<String> names) throws InterruptedException {
        List<ReentrantLock> held = new ArrayList<>();
        Taken taken = () -> held.reversed().forEach(ReentrantLock::unlock);
        try {
            for (String name : new TreeSet<>(names)) {
                ReentrantLock lock = locks.computeIfAbsent(name, _ -> new ReentrantLock(true));
                lock.lockInterruptibly();
                held.add(lock);
            }
            return taken;
        } catch (InterruptedException e) {
            taken.close();
            throw e;
        }
    }
}
