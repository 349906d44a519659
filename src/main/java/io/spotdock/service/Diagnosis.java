package io.spotdock.service;

import io.spotdock.check.CheckResult;
import io.spotdock.check.CheckResult.Status;
import io.spotdock.check.Drift;
import java.util.List;
import java.util.Optional;

/**
 * What the doctor found.
 *
 * @param results of every check that changes nothing, in the order of the catalogue, so that a cause stands before what
 *     follows from it
 * @param compared every value that settings, AWS and the webhook were compared in; empty where nothing could be read
 */
public record Diagnosis(List<CheckResult> results, List<Drift> compared) {
    public Diagnosis {
        results = List.copyOf(results);
        compared = List.copyOf(compared);
    }

    /** What to mend first: the first that failed, else the first to look at. */
    public Optional<CheckResult> first() {
        return firstOf(Status.FAILED).or(() -> firstOf(Status.WARNED));
    }

    private Optional<CheckResult> firstOf(Status status) {
        return results.stream().filter(result -> result.status() == status).findFirst();
    }

    public List<Drift> drifts() {
        return compared.stream().filter(Drift::isThere).toList();
    }
}
