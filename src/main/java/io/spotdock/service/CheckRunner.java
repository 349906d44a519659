package io.spotdock.service;

import io.spotdock.check.Check;
import io.spotdock.check.CheckResult;
import io.spotdock.check.CheckResult.Status;
import io.spotdock.check.Subject;
import io.spotdock.domain.FailureException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs checks side by side, each as soon as those have ended that it needs or comes after. One whose needs did not pass is
 * not reached, which is no failure of its own. Events are told as they come, all on the caller's thread and one after the
 * other, so that a listener need not be thread-safe; {@link InOrder} is for those who want results in order.
 */
final class CheckRunner {
    /** At once: enough to hide the waiting, and few enough that AWS does not ask to slow down. */
    private static final int MOST = 8;

    private final Subject subject;
    private final Event.Sink sink;
    private final Map<String, CheckResult> ended = new HashMap<>();

    /** What checks say or hand over, to be dealt with on the caller's thread. */
    private final BlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();

    CheckRunner(Subject subject, Event.Sink sink) {
        this(subject, sink, List.of());
    }

    /** @param earlier results that count as far as their checks are not run now */
    CheckRunner(Subject subject, Event.Sink sink, List<CheckResult> earlier) {
        this.subject = subject;
        this.sink = sink;
        earlier.forEach(result -> ended.put(result.id(), result));
    }

    /** Takes what a check has to say while it runs, from any thread. */
    Event.Sink fromChecks() {
        return event -> inbox.add(() -> sink.accept(event));
    }

    /**
     * Runs them to the end. A bug in one does not keep the others from ending, and is thrown then.
     *
     * @return the results in the order of the checks
     * @throws CancellationException when interrupted; whatever was running has been interrupted too, and has stopped
     */
    List<CheckResult> run(List<Check> checks) {
        checks.forEach(check -> ended.remove(check.id()));
        try (SideBySide threads = new SideBySide()) {
            new Run(checks, threads).toItsEnd();
        }
        return checks.stream().map(this::resultOf).toList();
    }

    /** How a check has ended, also where an interrupt kept it from being reached. */
    CheckResult resultOf(Check check) {
        return Optional.ofNullable(ended.get(check.id())).orElseGet(() -> CheckResult.notReached(check));
    }

    /** Once through the checks. All of it happens on the caller's thread but for the looking. */
    private final class Run {
        private final SideBySide threads;
        private final Map<String, Check> waiting = new LinkedHashMap<>();
        private final Map<String, Check> running = new HashMap<>();
        private @Nullable Throwable bug;

        Run(List<Check> checks, SideBySide threads) {
            this.threads = threads;
            checks.forEach(check -> waiting.put(check.id(), check));
        }

        void toItsEnd() {
            begin();
            while (!running.isEmpty()) {
                next().run();
                begin();
            }
            if (!waiting.isEmpty()) throw new IllegalStateException("they wait for each other: " + waiting.keySet());
            if (bug instanceof Error error) throw error;
            if (bug instanceof RuntimeException exception) throw exception;
        }

        private Runnable next() {
            try {
                return inbox.take();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new CancellationException();
            }
        }

        /** Begins what has nothing to wait for any more. What is not reached ends at once, and others wait no longer. */
        private void begin() {
            for (boolean again = true; again; ) {
                again = false;
                for (Check check : List.copyOf(waiting.values())) {
                    if (isHeldUp(check)) continue;
                    if (Thread.currentThread().isInterrupted()) throw new CancellationException();
                    Optional<CheckResult> unseen = withoutLooking(check);
                    if (unseen.isEmpty() && running.size() == MOST) continue;
                    waiting.remove(check.id());
                    unseen.ifPresentOrElse(result -> end(check, result), () -> start(check));
                    again = true;
                }
            }
        }

        private boolean isHeldUp(Check check) {
            return Stream.concat(check.needs().stream(), check.after().stream())
                    .anyMatch(id -> waiting.containsKey(id) || running.containsKey(id));
        }

        private void start(Check check) {
            running.put(check.id(), check);
            sink.accept(new Event.Started(check.id()));
            threads.start(() -> inbox.add(look(check)));
        }

        /** On a thread of its own. */
        private Runnable look(Check check) {
            try {
                CheckResult result = CheckResult.of(check, check.probe().look(subject));
                return () -> end(check, result);
            } catch (FailureException e) {
                return () -> end(check, CheckResult.failed(check, e.failure()));
            } catch (RuntimeException | Error e) {
                return () -> broke(check, e);
            }
        }

        private void broke(Check check, Throwable thrown) {
            if (bug == null) bug = thrown;
            end(check, CheckResult.notReached(check));
        }

        private void end(Check check, CheckResult result) {
            running.remove(check.id());
            ended.put(check.id(), result);
            sink.accept(new Event.Checked(result));
        }
    }

    /** What needs something that does not apply, or can't be looked at, does not apply for the same reason. */
    private Optional<CheckResult> withoutLooking(Check check) {
        List<CheckResult> needs =
                check.needs().stream().map(ended::get).filter(Objects::nonNull).toList();
        boolean fell = needs.size() < check.needs().size()
                || needs.stream()
                        .anyMatch(need -> need.status() == Status.FAILED || need.status() == Status.NOT_REACHED);
        if (fell) return Optional.of(CheckResult.notReached(check));
        return needs.stream()
                .filter(need -> need.status() == Status.SKIPPED)
                .findFirst()
                .map(need -> CheckResult.skippedWith(check, need));
    }
}
