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

/** Runs checks in order. One whose needs did not pass is not reached, which is no failure of its own. */
final class CheckRunner {
    private final Subject subject;
    private final Event.Sink sink;
    private final Map<String, Status> ended = new HashMap<>();

    CheckRunner(Subject subject, Event.Sink sink) {
        this.subject = subject;
        this.sink = sink;
    }

    List<CheckResult> run(List<Check> checks) {
        List<CheckResult> results = new ArrayList<>();
        for (Check check : checks) {
            CheckResult result = reached(check) ? look(check) : CheckResult.notReached(check);
            ended.put(check.id(), result.status());
            results.add(result);
            sink.accept(new Event.Checked(result));
        }
        return results;
    }

    private boolean reached(Check check) {
        return check.needs().stream()
                .map(ended::get)
                .allMatch(status -> status == Status.PASSED || status == Status.WARNED);
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
