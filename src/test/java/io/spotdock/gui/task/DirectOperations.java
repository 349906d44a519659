package io.spotdock.gui.task;

import io.spotdock.domain.FailureException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * {@link Operations} without a toolkit or a thread: work is done at once, or, when held, at {@link #release()}; timers go
 * off when {@link #pass} moves the clock past them.
 */
public final class DirectOperations implements Operations {
    private final List<Timer> timers = new ArrayList<>();
    private final Deque<Runnable> held = new ArrayDeque<>();
    private boolean holding;
    private Instant now = Instant.parse("2026-11-23T10:42:00Z");

    private static final class Timer {
        private final Duration period;
        private final Runnable action;
        private final boolean again;
        private Instant due;
        private boolean stopped;

        Timer(Instant due, Duration period, Runnable action, boolean again) {
            this.due = due;
            this.period = period;
            this.action = action;
            this.again = again;
        }
    }

    /** From now on work waits, so that a test sees what is shown meanwhile. */
    public void hold() {
        holding = true;
    }

    /** Does everything that waited. */
    public void release() {
        holding = false;
        while (!held.isEmpty()) held.pop().run();
    }

    @Override
    public <T> Operation start(Supplier<T> work, Ending<T> ending) {
        boolean[] cancelled = {false};
        Runnable all = () -> {
            if (cancelled[0]) ending.cancelled();
            else run(work, ending);
        };
        if (holding) held.add(all);
        else all.run();
        return () -> cancelled[0] = true;
    }

    private static <T> void run(Supplier<T> work, Ending<T> ending) {
        T result;
        try {
            result = work.get();
        } catch (FailureException e) {
            ending.failed(e.failure());
            return;
        } catch (CancellationException _) {
            ending.cancelled();
            return;
        }
        ending.done(result);
    }

    @Override
    public Operation after(Duration delay, Runnable action) {
        return timer(delay, action, false);
    }

    @Override
    public Operation every(Duration period, Runnable action) {
        return timer(period, action, true);
    }

    private Operation timer(Duration period, Runnable action, boolean again) {
        Timer timer = new Timer(now.plus(period), period, action, again);
        timers.add(timer);
        return () -> timer.stopped = true;
    }

    /** Lets time go by; timers that fall due go off in order. */
    public void pass(Duration time) {
        Instant end = now.plus(time);
        while (true) {
            timers.removeIf(timer -> timer.stopped);
            Timer next = timers.stream()
                    .filter(timer -> !timer.due.isAfter(end))
                    .min(Comparator.comparing(timer -> timer.due))
                    .orElse(null);
            if (next == null) break;
            now = next.due;
            if (next.again) next.due = next.due.plus(next.period);
            else next.stopped = true;
            next.action.run();
        }
        now = end;
    }

    @Override
    public <E> Consumer<E> onFront(Consumer<E> listener) {
        return listener;
    }

    @Override
    public InstantSource clock() {
        return () -> now;
    }
}
