package io.spotdock.service;

import io.spotdock.check.CheckResult;
import io.spotdock.check.CheckResult.Status;
import io.spotdock.domain.ObjectKey;
import java.util.List;

/**
 * A live test that has ended.
 *
 * @param results of every check of the catalogue, in its order; earlier ones for those that were not run again
 * @param leftBehind test files that could not be removed
 * @param cancelled whether it ended before its end; the rest is not reached then
 */
public record TestRun(List<CheckResult> results, List<ObjectKey> leftBehind, boolean cancelled) {
    public TestRun {
        results = List.copyOf(results);
        leftBehind = List.copyOf(leftBehind);
    }

    public long count(Status status) {
        return results.stream().filter(result -> result.status() == status).count();
    }
}
