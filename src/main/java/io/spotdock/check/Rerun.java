package io.spotdock.check;

import io.spotdock.check.CheckResult.Status;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which checks to run again after a test: those that failed or were not reached, and as few others as these need. An
 * earlier result counts as a met need, unless the check was performed: what it left for later ones, a file
 * or ThoughtSpot's answer, is gone, so it is performed anew, and whatever looks at that looks anew.
 */
public final class Rerun {
    private final List<Check> checks;
    private final Map<String, CheckResult> earlier;

    private Rerun(List<Check> checks, Map<String, CheckResult> earlier) {
        this.checks = checks;
        this.earlier = earlier;
    }

    /** The checks to run, in their order; all of them when there was no test. */
    public static List<Check> of(List<Check> checks, List<CheckResult> results) {
        Map<String, CheckResult> earlier =
                results.stream().collect(Collectors.toMap(CheckResult::id, Function.identity()));
        return new Rerun(checks, earlier).checks();
    }

    private List<Check> checks() {
        Set<String> again = checks.stream()
                .filter(check -> hasStatus(check.id(), Status.FAILED, Status.NOT_REACHED))
                .map(Check::id)
                .collect(Collectors.toCollection(HashSet::new));
        for (int before = -1; before < again.size(); ) {
            before = again.size();
            for (Check check : checks) if (isDrawnIn(check, again)) again.add(check.id());
        }
        return checks.stream().filter(check -> again.contains(check.id())).toList();
    }

    private boolean isDrawnIn(Check check, Set<String> again) {
        boolean looksAnew = check.needs().stream().anyMatch(again::contains);
        return looksAnew || isPerformed(check) && isNeededBy(again, check);
    }

    /** Whether it is needed by one of them, be it by way of others. */
    private boolean isNeededBy(Set<String> again, Check need) {
        return checks.stream()
                .filter(check -> check.needs().contains(need.id()))
                .anyMatch(check -> again.contains(check.id()) || isNeededBy(again, check));
    }

    private static boolean isPerformed(Check check) {
        return switch (check.strength()) {
            case PERFORMED_HERE, PERFORMED_BY_THOUGHTSPOT -> true;
            case EVALUATED, OBSERVED -> false;
        };
    }

    /** One without a result has not been reached. */
    private boolean hasStatus(String id, Status... any) {
        CheckResult result = earlier.get(id);
        return Set.of(any).contains(result == null ? Status.NOT_REACHED : result.status());
    }
}
