package io.spotdock.service;

import io.spotdock.check.Catalogue;
import io.spotdock.check.Check;
import io.spotdock.check.CheckResult;
import io.spotdock.check.CheckResult.Status;
import io.spotdock.check.Once;
import io.spotdock.domain.Failure;
import io.spotdock.domain.resource.Bucket;
import io.spotdock.domain.resource.ResourceKind;
import io.spotdock.plan.Change;
import io.spotdock.plan.Observed;
import io.spotdock.plan.Plan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether a role that somebody else made lets a webhook deliver, as far as looking tells, before it is registered: else
 * the first to hear of a mistake would be whoever misses a report.
 *
 * @param results of the doctor's checks of the role and its bucket; none where no webhook relies on such a role
 */
public record Readiness(List<CheckResult> results) {
    /** What they find is no reason not to register, and the second takes long. */
    private static final Set<String> OF_THE_PAST = Set.of("role.last-used", "role.events");

    public Readiness {
        results = List.copyOf(results);
    }

    static Readiness look(Session session, Observer observer, Subjects subjects, Plan plan) {
        boolean relies = session.settings().role().isMadeElsewhere()
                && plan.changes().stream().anyMatch(Readiness::registers);
        if (!relies) return new Readiness(List.of());
        // A bucket that the plan makes has no faults yet, nor has the key that it will have.
        boolean bucketIsThere = plan.changes().stream()
                .noneMatch(change -> change instanceof Change.Create create && create.wanted() instanceof Bucket);
        Once<Observed> observed = new Once<>(() -> observer.look(session));
        return new Readiness(
                new CheckRunner(subjects.forLooking(session, observed), Event.Sink.NONE).run(checks(bucketIsThere)));
    }

    private static boolean registers(Change change) {
        return change.writes() && change.resource().kind() == ResourceKind.WEBHOOK;
    }

    /** Those of the doctor's, with what they need. */
    private static List<Check> checks(boolean bucketIsThere) {
        List<Check> chosen = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Check check : Doctor.lookingOnly(Catalogue.all())) {
            boolean meant = switch (check.group()) {
                case ACCOUNT, ROLE -> !OF_THE_PAST.contains(check.id());
                case BUCKET -> bucketIsThere;
                case REFUSED, THOUGHTSPOT, DELIVERY -> false;
            };
            if (meant && ids.containsAll(check.needs())) {
                chosen.add(check);
                ids.add(check.id());
            }
        }
        return chosen;
    }

    /** What would keep files from coming. */
    public List<CheckResult> wrong() {
        return results.stream()
                .filter(result ->
                        result.status() == Status.FAILED && denied(result).isEmpty())
                .toList();
    }

    /** What is wrong or worth a look. */
    public List<CheckResult> findings() {
        return results.stream()
                .filter(result -> result.status() == Status.WARNED || wrong().contains(result))
                .toList();
    }

    /** The rights to look that the person lacks, so that nothing is known of what they would show. */
    public Set<String> lacking() {
        Set<String> lacking = new TreeSet<>();
        results.forEach(result -> denied(result).ifPresent(lacking::add));
        return lacking;
    }

    private static Optional<String> denied(CheckResult result) {
        Optional<String> failed = result.failure()
                .filter(Failure.Denied.class::isInstance)
                .map(failure -> ((Failure.Denied) failure).action());
        return failed.or(() -> result.evidence()
                .filter(fault -> fault.key().equals("check.role.unseen"))
                .map(fault -> fault.arguments().getFirst()));
    }
}
