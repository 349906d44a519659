package io.spotdock.check;

import io.spotdock.domain.ExternalId;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Hosting;
import io.spotdock.port.Assumptions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What must be refused, tried: the operator is let into the role for a while under an external ID, and AWS itself says yes
 * and no. No part of the catalogue of every test; a person asks for them.
 */
public final class SelfTestChecks {
    /** Lets the operator in; without it no refusal proves anything, so everything else needs it. */
    public static final String LET_IN = "performed.let-in";

    /** Says what became of the statement; run last, whatever came of the others. */
    public static final String TAKEN_OUT = "performed.taken-out";

    private static final List<Check> TRIED = List.of(
            performed(LET_IN, SelfTestChecks::letIn, "role.exists"),
            performed("performed.no-external-id", s -> refused(s, Optional.empty()), LET_IN),
            performed("performed.wrong-external-id", s -> refused(s, Optional.of(other(s))), LET_IN),
            performed("performed.other-case", SelfTestChecks::otherCase, LET_IN),
            Check.of(
                    "performed.other-account",
                    CheckGroup.REFUSED,
                    Strength.EVALUATED,
                    SelfTestChecks::otherAccount,
                    LET_IN),
            performed(RoleTrials.WRITE, RoleTrials::write, LET_IN, "bucket.region"),
            performed("performed.write-acl", RoleTrials::writeForOwner, RoleTrials.WRITE),
            performed("performed.outside-prefix", RoleTrials::outside, LET_IN, "bucket.region"),
            performed("performed.beside-prefix", RoleTrials::beside, LET_IN, "bucket.region"),
            // On a file that is there, else a refusal could be S3's way not to tell that it isn't.
            performed("performed.read", RoleTrials::read, RoleTrials.WRITE),
            performed("performed.read-acl", RoleTrials::readAcl, RoleTrials.WRITE),
            performed("performed.delete", RoleTrials::delete, RoleTrials.WRITE),
            performed("performed.list", RoleTrials::list, LET_IN, "bucket.region"));

    static final List<Check> ALL = Stream.concat(
                    TRIED.stream(),
                    Stream.of(performed(TAKEN_OUT, subject -> subject.trial().end())
                            .after(TRIED.stream().map(Check::id).toArray(String[]::new))))
            .toList();

    private SelfTestChecks() {}

    private static Check performed(String id, Check.Probe probe, String... needs) {
        return Check.of(id, CheckGroup.REFUSED, Strength.PERFORMED_HERE, probe, needs);
    }

    private static Verdict letIn(Subject subject) {
        return switch (entrance(subject)) {
            case Trial.Entrance.Open(Fault seen) -> new Verdict.Passed(seen);
            case Trial.Entrance.Closed(Fault why) -> new Verdict.Skipped(why);
        };
    }

    /** A trust policy that holds what nobody can read is not written over: said, rather than called a failure. */
    private static Trial.Entrance entrance(Subject subject) {
        try {
            return subject.trial().enter();
        } catch (FailureException e) {
            if (e.failure() instanceof Failure.Conflict conflict) return new Trial.Entrance.Closed(conflict.evidence());
            throw e;
        }
    }

    private static ExternalId other(Subject subject) {
        String right = subject.trial().externalId().value();
        String most = right.substring(0, right.length() - 1);
        return new ExternalId(most + (right.endsWith("x") ? "y" : "x"));
    }

    private static Verdict otherCase(Subject subject) {
        ExternalId right = subject.trial().externalId();
        String upper = right.value().toUpperCase(Locale.ROOT);
        ExternalId other =
                new ExternalId(upper.equals(right.value()) ? right.value().toLowerCase(Locale.ROOT) : upper);
        return right.equals(other)
                ? Verdict.skipped("check.refused.no-other-case")
                : refused(subject, Optional.of(other));
    }

    private static Verdict otherAccount(Subject subject) {
        return Verdict.skipped(
                switch (subject.hosting()) {
                    case Hosting.OnAws _ -> "check.performed.other-account.needs-one";
                    case Hosting.OnGcp _ -> "check.refused.aws-only";
                });
    }

    private static Verdict refused(Subject subject, Optional<ExternalId> shown) {
        return switch (subject.trial().assume(shown)) {
            case Assumptions.Outcome.Assumed(Assumptions.Session session) -> {
                session.close();
                yield Verdict.failed(Grants.ofTrust(subject, shown), subject.remedyOfRole("remedy.plan"));
            }
            case Assumptions.Outcome.Refused _ -> stillLetIn(subject);
        };
    }

    /** A refusal counts where the right ID is let in right after it: AWS has many doors, and learns of a change at each. */
    private static Verdict stillLetIn(Subject subject) {
        return switch (subject.trial().assume(Optional.of(subject.trial().externalId()))) {
            case Assumptions.Outcome.Assumed(Assumptions.Session session) -> {
                session.close();
                yield Verdict.passed("check.performed.refused-by-sts");
            }
            case Assumptions.Outcome.Refused(String said) ->
                new Verdict.Warned(Fault.of("check.performed.let-in.no", said), Fault.of("remedy.run-again"));
        };
    }
}
