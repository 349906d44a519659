package io.spotdock.service;

import io.spotdock.check.Catalogue;
import io.spotdock.check.Check;
import io.spotdock.check.CheckResult;
import io.spotdock.check.Drift;
import io.spotdock.check.Drifts;
import io.spotdock.check.Subject;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.ObjectKey;
import io.spotdock.plan.Observed;
import io.spotdock.port.Content;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says what keeps files from coming, by looking only: it runs every check that neither writes nor has ThoughtSpot do so,
 * and compares settings, AWS and the webhook with each other.
 */
final class Doctor {
    private final InstantSource clock;

    Doctor(InstantSource clock) {
        this.clock = clock;
    }

    Diagnosis look(Session session, Observer observer, Event.Sink sink) {
        Once<Observed> observed = new Once<>(() -> observer.observe(session));
        Subject subject = new Subject(
                session.wanted(),
                session.cloud(),
                session.thoughtSpot(),
                observed,
                new Subject.TestFile(new ObjectKey("unused"), Content.of(new byte[0])),
                clock,
                Optional.empty());
        List<CheckResult> results = new CheckRunner(subject, sink).run(lookingOnly(Catalogue.all()));
        return new Diagnosis(results, compared(session, observed));
    }

    /** What could not be read has failed as a check already. */
    private static List<Drift> compared(Session session, Once<Observed> observed) {
        try {
            return Drifts.of(session.wanted(), observed.get());
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
