package io.spotdock.service;

import io.spotdock.check.Check;
import io.spotdock.check.CheckResult;
import io.spotdock.check.CheckResult.Status;
import io.spotdock.check.Subject;
import io.spotdock.domain.FailureException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** Runs checks in order. One whose needs did not pass is not reached, which is no failure of its own. */
final class CheckRunner {
    private final Subject subject;
    private final Event.Sink sink;
    private final Map<String, CheckResult> ended = new HashMap<>();

    CheckRunner(Subject subject, Event.Sink sink) {
        this(subject, sink, List.of());
    }

    /** @param earlier results that count as far as their checks are not run now */
    CheckRunner(Subject subject, Event.Sink sink, List<CheckResult> earlier) {
        this.subject = subject;
        this.sink = sink;
        earlier.forEach(result -> ended.put(result.id(), result));
    }

    /** @throws CancellationException when interrupted */
    List<CheckResult> run(List<Check> checks) {
        checks.forEach(check -> ended.remove(check.id()));
        List<CheckResult> results = new ArrayList<>();
        for (Check check : checks) {
            if (Thread.currentThread().isInterrupted()) throw new CancellationException();
            CheckResult result = reached(check);
            ended.put(check.id(), result);
            results.add(result);
            sink.accept(new Event.Checked(result));
        }
        return results;
    }

    /** How a check has ended, also where an interrupt kept it from being reached. */
    CheckResult resultOf(Check check) {
        return Optional.ofNullable(ended.get(check.id())).orElseGet(() -> CheckResult.notReached(check));
    }

    /** What needs something that does not apply, or can't be looked at, does not apply for the same reason. */
    private CheckResult reached(Check check) {
        List<CheckResult> needs =
                check.needs().stream().map(ended::get).filter(Objects::nonNull).toList();
        boolean fell = needs.size() < check.needs().size()
                || needs.stream()
                        .anyMatch(need -> need.status() == Status.FAILED || need.status() == Status.NOT_REACHED);
        if (fell) return CheckResult.notReached(check);
        return needs.stream()
                .filter(need -> need.status() == Status.SKIPPED)
                .findFirst()
                .map(need -> CheckResult.skippedWith(check, need))
                .orElseGet(() -> look(check));
    }

    private CheckResult look(Check check) {
        sink.accept(new Event.Started(check.id()));
        try {
            return CheckResult.of(check, check.probe().look(subject));
        } catch (FailureException e) {
            return CheckResult.failed(check, e.failure());
        }
    }
}
