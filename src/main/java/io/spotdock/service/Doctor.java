package io.spotdock.service;

import io.spotdock.check.Catalogue;
import io.spotdock.check.Check;
import io.spotdock.check.CheckResult;
import io.spotdock.check.Drift;
import io.spotdock.check.Drifts;
import io.spotdock.check.Once;
import io.spotdock.check.Subject;
import io.spotdock.domain.FailureException;
import io.spotdock.plan.Observed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Says what keeps files from coming, by looking only: it runs every check that neither writes nor has ThoughtSpot do so,
 * and compares settings, AWS and the webhook with each other.
 */
final class Doctor {
    private final Subjects subjects;

    Doctor(Subjects subjects) {
        this.subjects = subjects;
    }

    Diagnosis look(Session session, Observer observer, Event.Sink sink) {
        Once<Observed> observed = new Once<>(() -> observer.look(session));
        Subject subject = subjects.forLooking(session, observed);
        List<Check> checks = lookingOnly(Catalogue.all());
        try (InOrder ordered = new InOrder(checks, sink)) {
            List<CheckResult> results = new CheckRunner(subject, ordered).run(checks);
            return new Diagnosis(results, compared(session, observed));
        }
    }

    /** What could not be read has failed as a check already. */
    private static List<Drift> compared(Session session, Once<Observed> observed) {
        try {
            return Drifts.of(session.wanted(), observed.get().with(Observed.Part.values()));
        } catch (FailureException _) {
            return List.of();
        }
    }

    /** The checks that only look, as far as what they need only looks as well. */
    static List<Check> lookingOnly(List<Check> checks) {
        Map<String, Boolean> looks = new HashMap<>();
        for (Check check : checks) {
            boolean itself = switch (check.strength()) {
                case EVALUATED, OBSERVED -> true;
                case PERFORMED_HERE, PERFORMED_BY_THOUGHTSPOT -> false;
            };
            looks.put(check.id(), itself && check.needs().stream().allMatch(need -> looks.getOrDefault(need, false)));
        }
        return checks.stream()
                .filter(check -> looks.getOrDefault(check.id(), false))
                .toList();
    }
}
