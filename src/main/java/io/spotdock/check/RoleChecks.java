package io.spotdock.check;

import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Hosting;
import io.spotdock.domain.RoleArn;
import io.spotdock.domain.policy.Decision;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.policy.SelfTestStatement;
import io.spotdock.plan.Observed.RoleSight;
import java.util.List;
import java.util.Optional;

/** The role, who may assume it, and what it may do. */
final class RoleChecks {
    static final List<Check> ALL = List.of(
            Check.of("role.exists", CheckGroup.ROLE, Strength.OBSERVED, RoleChecks::exists, "account.identity"),
            Check.of("role.provider", CheckGroup.ROLE, Strength.OBSERVED, RoleChecks::provider, "role.exists"),
            Check.of("role.trust", CheckGroup.ROLE, Strength.OBSERVED, RoleChecks::trust, "role.exists"),
            Check.of("role.assumable", CheckGroup.ROLE, Strength.EVALUATED, RoleChecks::assumable, "role.exists"),
            Check.of("role.permissions", CheckGroup.ROLE, Strength.OBSERVED, RoleChecks::permissions, "role.exists"),
            Check.of(
                    "role.may-upload",
                    CheckGroup.ROLE,
                    Strength.EVALUATED,
                    RoleChecks::mayUpload,
                    "role.exists",
                    "bucket.region"),
            Check.of("role.boundary", CheckGroup.ROLE, Strength.OBSERVED, RoleChecks::boundary, "role.exists"));

    private RoleChecks() {}

    private static Verdict exists(Subject subject) {
        Optional<Failure.Denied> unseen = subject.observed().unseen().role();
        if (unseen.isPresent())
            return Verdict.skipped("check.role.unseen", unseen.get().action());
        Optional<RoleSight> found = subject.observed().role();
        if (found.isEmpty())
            return Verdict.failed(
                    Fault.of(
                            "check.role.exists.no",
                            subject.wanted().settings().role().name()),
                    subject.remedyOfRole("remedy.apply"));
        RoleArn arn = found.get().role().arn();
        boolean other = subject.wanted()
                .settings()
                .role()
                .arn()
                .filter(named -> !named.equals(arn))
                .isPresent();
        return other
                ? Verdict.failed(Fault.of("check.role.exists.other-arn", arn), Fault.of("remedy.role-arn"))
                : Verdict.passed("check.role.exists.yes", arn);
    }

    private static Verdict provider(Subject subject) {
        var wanted = subject.wanted().identityProvider();
        if (wanted.isEmpty()) return Verdict.skipped("check.role.provider.not-needed");
        Optional<Failure.Denied> unseen = subject.observed().unseen().identityProvider();
        if (unseen.isPresent())
            return Verdict.skipped("check.role.unseen", unseen.get().action());
        var found = subject.observed().identityProvider();
        if (found.isEmpty())
            return Verdict.failed(
                    Fault.of("check.role.provider.missing", wanted.get().arn()), subject.remedyOfRole("remedy.apply"));
        return found.get().clientIds().containsAll(wanted.get().clientIds())
                ? Verdict.passed("check.role.provider.there", found.get().arn())
                : Verdict.failed(
                        Fault.of(
                                "check.role.provider.audience",
                                wanted.get().clientIds().iterator().next()),
                        subject.remedyOfRole("remedy.apply"));
    }

    private static Verdict trust(Subject subject) {
        // What a self-test forgot is said by a check of its own.
        return SelfTestStatement.without(subject.roleSight().trust())
                        .means(subject.wanted().trust().document())
                ? Verdict.passed("check.role.trust.same")
                : Verdict.failed(Fault.of("check.role.trust.differs"), subject.remedyOfRole("remedy.plan"));
    }

    private static Verdict assumable(Subject subject) {
        Hosting hosting = subject.hosting();
        Decision decision =
                Deliveries.assume(subject, Deliveries.rightAccount(hosting), Deliveries.rightContext(hosting));
        return switch (decision.verdict()) {
            case ALLOWED -> Verdict.passed("check.role.assumable.yes");
            case UNKNOWN ->
                new Verdict.Warned(
                        Fault.of("check.role.assumable.unknown", decision.why()), Fault.of("remedy.live-test-tells"));
            case DENIED_EXPLICITLY, DENIED_IMPLICITLY ->
                Verdict.failed(
                        Fault.of("check.role.assumable.no", decision.why()), subject.remedyOfRole("remedy.plan"));
        };
    }

    private static Verdict permissions(Subject subject) {
        RoleSight sight = subject.roleSight();
        PolicyDocument wanted = wantedPermissions(subject);
        boolean same = sight.inline().values().stream().anyMatch(document -> document.means(wanted));
        if (!same)
            return Verdict.failed(Fault.of("check.role.permissions.differs"), subject.remedyOfRole("remedy.plan"));
        int others = sight.inline().size() - 1 + sight.attached().size();
        return others == 0
                ? Verdict.passed("check.role.permissions.same")
                : new Verdict.Warned(
                        Fault.of("check.role.permissions.more", others), Fault.of("remedy.other-policies"));
    }

    private static PolicyDocument wantedPermissions(Subject subject) {
        return switch (subject.observed().bucket()) {
            case io.spotdock.plan.Observed.BucketSight.Ours ours ->
                subject.wanted()
                        .permissions(ours.bucket().protection().kmsKey())
                        .document();
            case io.spotdock.plan.Observed.BucketSight.Absent _,
                    io.spotdock.plan.Observed.BucketSight.Foreign _,
                    io.spotdock.plan.Observed.BucketSight.Elsewhere _ ->
                subject.wanted().permissions(java.util.Optional.empty()).document();
        };
    }

    private static Verdict mayUpload(Subject subject) {
        Decision decision =
                Deliveries.put(subject, List.copyOf(subject.roleSight().inline().values()));
        return switch (decision.verdict()) {
            case ALLOWED -> Verdict.passed("check.role.may-upload.yes");
            case UNKNOWN ->
                new Verdict.Warned(
                        Fault.of("check.role.may-upload.unknown", decision.why()), Fault.of("remedy.live-test-tells"));
            case DENIED_EXPLICITLY, DENIED_IMPLICITLY ->
                Verdict.failed(
                        Fault.of("check.role.may-upload.no", Deliveries.statement(decision)),
                        subject.remedyOfRole("remedy.plan"));
        };
    }

    private static Verdict boundary(Subject subject) {
        return subject.roleSight()
                .role()
                .boundary()
                .<Verdict>map(arn -> new Verdict.Warned(
                        Fault.of("check.role.boundary.there", arn), Fault.of("remedy.live-test-tells")))
                .orElseGet(() -> Verdict.passed("check.role.boundary.none"));
    }
}
