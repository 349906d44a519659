package io.spotdock.service;

import io.spotdock.check.Catalogue;
import io.spotdock.check.Check;
import io.spotdock.check.CheckGroup;
import io.spotdock.check.CheckResult;
import io.spotdock.check.OperatorRights;
import io.spotdock.check.Strength;
import io.spotdock.check.Subject;
import io.spotdock.domain.ObjectKey;
import io.spotdock.plan.Observed;
import io.spotdock.plan.Observed.BucketSight;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Who am I, what may I do, what would stop me: before anything is written. */
final class Preflight {
    private static final Set<String> ALWAYS = Set.of(
            "account.identity",
            "account.partition",
            "thoughtspot.sign-in",
            "thoughtspot.privilege",
            "thoughtspot.channel-privilege",
            "thoughtspot.release",
            "thoughtspot.offer");

    List<CheckResult> run(Session session, Observer observer, Event.Sink sink) {
        Once<Observed> observed = new Once<>(() -> observer.observe(session));
        Subject subject = new Subject(
                session.wanted(),
                session.cloud(),
                session.thoughtSpot(),
                observed::get,
                new Subject.TestFile(new ObjectKey("unused"), new byte[0]));
        // A bucket that is to be made is not there yet, which is no fault; one that is there must be usable.
        boolean lookAtBucket =
                !session.settings().bucket().create() || !(observed.get().bucket() instanceof BucketSight.Absent);
        List<Check> checks = Catalogue.all().stream()
                .filter(check -> ALWAYS.contains(check.id()) || lookAtBucket && readsBucket(check))
                .toList();
        CheckRunner runner = new CheckRunner(subject, sink);
        List<CheckResult> results = new ArrayList<>(runner.run(of(checks, true)));
        results.addAll(OperatorRights.look(
                session.wanted(),
                session.caller(),
                session.cloud().permissions(),
                result -> sink.accept(new Event.Checked(result))));
        results.addAll(runner.run(of(checks, false)));
        return results;
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
