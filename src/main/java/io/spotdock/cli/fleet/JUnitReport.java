package io.spotdock.cli.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A report as Jenkins, GitLab and GitHub read them: JUnit's XML, of which there is no standard but what Ant's
 * {@code junitreport} wrote first.
 *
 * @param name of the whole
 */
record JUnitReport(String name, List<Suite> suites) {
    JUnitReport {
        suites = List.copyOf(suites);
    }

    /** @param properties what it is about */
    record Suite(String name, Instant at, Duration took, Map<String, String> properties, List<Case> cases) {
        Suite {
            properties = Map.copyOf(properties);
            cases = List.copyOf(cases);
        }

        long count(Class<? extends Verdict> verdict) {
            return cases.stream().map(Case::verdict).filter(verdict::isInstance).count();
        }
    }

    /**
     * One test.
     *
     * @param group readers show its last part, or tests by it
     * @param output to be read with it; may be empty
     */
    record Case(String group, String name, Duration took, Verdict verdict, String output) {}

    /** How a test ended. */
    sealed interface Verdict {
        record Passed() implements Verdict {}

        /** It found what it looks for. */
        record Failed(String type, String message, String text) implements Verdict {}

        /** It could not look. */
        record Broken(String type, String message, String text) implements Verdict {}

        record Skipped(String message) implements Verdict {}
    }
}
