package io.spotdock.service;

import io.spotdock.check.Catalogue;
import io.spotdock.check.Check;
import io.spotdock.check.CheckGroup;
import io.spotdock.check.CheckResult;
import io.spotdock.check.Once;
import io.spotdock.check.OperatorRights;
import io.spotdock.check.Strength;
import io.spotdock.check.Subject;
import io.spotdock.plan.Observed;
import io.spotdock.plan.Observed.BucketSight;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Who am I, what may I do, what would stop me: before anything is written. */
final class Preflight {
    private static final Set<String> ALWAYS = Set.of(
            "account.identity",
            "account.partition",
            "account.clock",
            "thoughtspot.sign-in",
            "thoughtspot.privilege",
            "thoughtspot.channel-privilege",
            "thoughtspot.release",
            "thoughtspot.offer");

    private final Subjects subjects;

    Preflight(Subjects subjects) {
        this.subjects = subjects;
    }

    List<CheckResult> run(Session session, Observer observer, Event.Sink sink) {
        Once<Observed> observed = new Once<>(() -> observer.look(session));
        Subject subject = subjects.forLooking(session, observed);
        // A bucket that is to be made is not there yet, which is no fault; one that is there must be usable.
        boolean lookAtBucket =
                !session.settings().bucket().create() || !(observed.get().bucket() instanceof BucketSight.Absent);
        List<Check> checks = chosen(check -> ALWAYS.contains(check.id()) || lookAtBucket && readsBucket(check));
        try (InOrder ordered = new InOrder(checks, sink)) {
            CheckRunner runner = new CheckRunner(subject, ordered);
            List<CheckResult> results = new ArrayList<>(runner.run(of(checks, true)));
            results.addAll(OperatorRights.look(
                    session.wanted(),
                    session.caller(),
                    session.cloud().permissions(),
                    result -> ordered.accept(new Event.Checked(result))));
            results.addAll(runner.run(of(checks, false)));
            return results;
        }
    }

    /** Without those that need what is not chosen, such as a file to be written. */
    private static List<Check> chosen(Predicate<Check> wanted) {
        Map<String, Check> chosen = new LinkedHashMap<>();
        for (Check check : Catalogue.all())
            if (wanted.test(check) && chosen.keySet().containsAll(check.needs())) chosen.put(check.id(), check);
        return List.copyOf(chosen.values());
    }

    /** What the operator is and may do stands together. */
    private static List<Check> of(List<Check> checks, boolean account) {
        return checks.stream()
                .filter(check -> account == (check.group() == CheckGroup.ACCOUNT))
                .toList();
    }

    private static boolean readsBucket(Check check) {
        return check.group() == CheckGroup.BUCKET && check.strength() != Strength.PERFORMED_HERE;
    }
}
