package io.spotdock.sandbox.control;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Where every call is held twice, before the sandbox acts on it and before the answer goes out, for a test that wants
 * something to happen just there. It stands open until a keeper is put there. Thread-safe.
 */
public final class Gate {
    private static final Keeper OPEN = (_, _) -> Ruling.PASS;

    private Keeper keeper = OPEN;
    private int keepers;
    private int arrived;
    private int inside;

    /** Whether the sandbox has acted on the call. */
    public enum Moment {
        BEFORE,
        AFTER
    }

    /** What becomes of a call. All but the first end it: before the sandbox has acted on it, it never does. */
    public enum Ruling {
        PASS,
        /** The connection is closed without an answer. */
        DROP,
        /** The service answers that it is broken. */
        BREAK,
        /** The service answers that it is asked too often. */
        THROTTLE,
        /** The service answers that the caller may not. */
        DENY,
        /** There is no answer until another keeper comes or the sandbox ends, and then the connection is closed. */
        SILENCE
    }

    /**
     * A call that has come in.
     *
     * @param number from 1, in the order in which they came
     * @param service as in {@link CallLog.Call}, as are the action and whether it writes
     * @param agent what the caller says it is, in {@code User-Agent}; empty where it doesn't
     */
    public record Arrival(int number, String service, String action, boolean write, String agent) {}

    /** Decides. May take its time, for which the call is held; what it throws ends the connection. */
    @FunctionalInterface
    public interface Keeper {
        Ruling rule(Arrival call, Moment moment);
    }

    /** Puts another keeper there. */
    public synchronized void keep(Keeper next) {
        keeper = next;
        keepers++;
        notifyAll();
    }

    public void open() {
        keep(OPEN);
    }

    /**
     * Takes a call through, which is told as an {@link Arrival} has it.
     *
     * @param otherwise the answer to one that does not pass, in the service's own words
     */
    public <A> A through(
            String service,
            String action,
            boolean write,
            Optional<String> agent,
            Supplier<A> act,
            Function<Ruling, A> otherwise) {
        Arrival call = new Arrival(enter(), service, action, write, agent.orElse(""));
        try {
            Ruling before = ruling(call, Moment.BEFORE);
            if (before != Ruling.PASS) return otherwise.apply(before);
            A answer = act.get();
            Ruling after = ruling(call, Moment.AFTER);
            return after == Ruling.PASS ? answer : otherwise.apply(after);
        } finally {
            leave();
        }
    }

    private Ruling ruling(Arrival call, Moment moment) {
        Keeper now;
        int number;
        synchronized (this) {
            now = keeper;
            number = keepers;
        }
        Ruling ruling = now.rule(call, moment);
        if (ruling != Ruling.SILENCE) return ruling;
        awaitAfter(number);
        return Ruling.DROP;
    }

    private synchronized void awaitAfter(int number) {
        try {
            while (keepers == number) wait();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized int enter() {
        inside++;
        return ++arrived;
    }

    private synchronized void leave() {
        inside--;
        notifyAll();
    }

    /** Returns once no call is inside. */
    public synchronized void awaitQuiet() throws InterruptedException {
        while (inside > 0) wait();
    }
}
