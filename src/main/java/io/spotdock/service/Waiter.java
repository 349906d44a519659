package io.spotdock.service;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Tries again until AWS has caught up: IAM is eventually consistent, usually within 10 to 30 seconds. Waits 1, 2, 4 and
 * then 8 seconds, each up to a quarter more or less, for two minutes in all.
 */
public final class Waiter {
    public static final Duration CEILING = Duration.ofMinutes(2);

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(8);

    /** How often a person may interrupt what must not be left half-done before it is given up. */
    private static final int HURRIES = 3;

    private final InstantSource clock;
    private final Sleeper sleeper;
    private final RandomGenerator random;

    public Waiter(InstantSource clock, Sleeper sleeper, RandomGenerator random) {
        this.clock = clock;
        this.sleeper = sleeper;
        this.random = random;
    }

    /** AWS needs time to see a role that was just made, and asks to slow down now and then. */
    static boolean passesByItself(Failure failure) {
        return failure instanceof Failure.NotVisibleYet || failure instanceof Failure.Throttled;
    }

    /**
     * Calls until it succeeds, a failure comes that waiting can't mend, or two minutes have passed.
     *
     * @param worthWaiting names the conditions that pass by themselves; all others end it at once
     * @throws FailureException the last failure
     * @throws CancellationException when interrupted
     */
    public <T> T until(String subject, Event.Sink sink, Predicate<Failure> worthWaiting, Supplier<T> call) {
        return until(clock.instant().plus(CEILING), subject, sink, worthWaiting, call);
    }

    /** The same with an end of the caller's own, for a wait that began with an earlier change. */
    public <T> T until(
            Instant deadline, String subject, Event.Sink sink, Predicate<Failure> worthWaiting, Supplier<T> call) {
        Duration pause = FIRST;
        for (int attempt = 1; ; attempt++) {
            try {
                return call.get();
            } catch (FailureException e) {
                Duration next = jittered(pause);
                boolean late = clock.instant().plus(next).isAfter(deadline);
                if (late || !worthWaiting.test(e.failure())) throw e;
                sink.accept(new Event.Waiting(subject, attempt, next, why(e.failure())));
                sleep(next);
                pause = pause.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : pause.multipliedBy(2);
            }
        }
    }

    /**
     * The same for something that must not be left half-done: an interrupt only ends the pause under way, three times at
     * most. Whoever calls passes interrupts on afterwards.
     *
     * @throws CancellationException when interrupted more often
     */
    <T> T insistently(String subject, Event.Sink sink, Predicate<Failure> worthWaiting, Supplier<T> call) {
        for (int interrupts = 0; ; interrupts++) {
            try {
                return until(subject, quietly(sink), worthWaiting, call);
            } catch (CancellationException e) {
                Thread.interrupted();
                if (interrupts == HURRIES) throw e;
            }
        }
    }

    /** Nobody's trouble with listening keeps it from being done. */
    private static Event.Sink quietly(Event.Sink sink) {
        return event -> {
            try {
                sink.accept(event);
            } catch (RuntimeException _) {
                return;
            }
        };
    }

    /**
     * Waits once, and says so first: for something that comes in its own time.
     *
     * @throws CancellationException when interrupted
     */
    public void pause(Event.Waiting waiting, Event.Sink sink) {
        sink.accept(waiting);
        sleep(waiting.next());
    }

    private static Fault why(Failure failure) {
        return switch (failure) {
            case Failure.Throttled throttled -> Fault.of("wait.throttled", throttled.service());
            case Failure.Unreachable unreachable -> Fault.of("wait.unreachable", unreachable.host());
            case Failure.NotVisibleYet late -> Fault.of("wait.not-visible", late.resource());
            case Failure.Denied denied -> Fault.of("wait.not-visible", denied.resource());
            case Failure.Missing missing -> Fault.of("wait.not-visible", missing.resource());
            case Failure.AlreadyThere _,
                    Failure.Conflict _,
                    Failure.Invalid _,
                    Failure.Expired _,
                    Failure.Unexpected _ -> Fault.of("wait.again");
        };
    }

    private Duration jittered(Duration pause) {
        return Duration.ofMillis((long) (pause.toMillis() * random.nextDouble(0.75, 1.25)));
    }

    private void sleep(Duration time) {
        try {
            sleeper.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }
}
