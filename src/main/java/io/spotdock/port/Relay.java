package io.spotdock.port;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * What calls are signed with, in whose place something else may come while they are made. However many calls find at the same
 * time that it has run out, one asks for the next, and the others wait for that and take its answer. Thread-safe.
 *
 * @param <H> what is held; the next is never equal to the former
 */
public final class Relay<H> {
    private final ReentrantLock asking = new ReentrantLock();
    private volatile H held;
    private final AtomicInteger givenUp = new AtomicInteger();

    /**
     * What a call was begun with.
     *
     * @param givenUp how often it had been given up by then
     */
    public record Turn<H>(H held, int givenUp) {}

    public Relay(H first) {
        held = first;
    }

    public H now() {
        return held;
    }

    /** To be asked for before a call is made. */
    public Turn<H> turn() {
        int before = givenUp.get();
        return new Turn<>(held, before);
    }

    /** Goes on with another one. */
    public void take(H next) {
        held = next;
    }

    /**
     * Whether the call may be made again, as there is another one.
     *
     * @param used what the call was made with, which was refused
     * @param ask gets another one, and has it taken; called by one at a time, and by none who began before it was given up
     * @throws CancellationException when interrupted while another asks
     */
    public boolean isPassedOn(Turn<H> used, Predicate<H> ask) {
        try {
            asking.lockInterruptibly();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for another sign-in");
        }
        try {
            if (!held.equals(used.held())) return true;
            if (givenUp.get() != used.givenUp()) return false;
            if (ask.test(used.held())) return !held.equals(used.held());
            givenUp.incrementAndGet();
            return false;
        } finally {
            asking.unlock();
        }
    }
}
