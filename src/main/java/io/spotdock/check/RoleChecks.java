package io.spotdock.check;

import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import io.spotdock.domain.RoleArn;
import io.spotdock.plan.Observed.Part;
import io.spotdock.plan.Observed.RoleSight;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The role itself, and Google as its identity provider. */
final class RoleChecks {
    static final List<Check> ALL = List.of(
            Check.of("role.exists", CheckGroup.ROLE, Strength.OBSERVED, RoleChecks::exists, "account.identity"),
            Check.of("role.path", CheckGroup.ROLE, Strength.OBSERVED, RoleChecks::path, "role.exists"),
            Check.of("role.session", CheckGroup.ROLE, Strength.OBSERVED, RoleChecks::session, "role.exists"),
            Check.of("role.provider", CheckGroup.ROLE, Strength.OBSERVED, RoleChecks::provider, "role.exists"));

    /** Roles there belong to AWS's services and to IAM Identity Center (IAM User Guide, "Service-linked roles"). */
    private static final List<String> RESERVED = List.of("/aws-service-role/", "/aws-reserved/");

    /** For how long ThoughtSpot asks. */
    private static final Duration NEEDED = Duration.ofHours(1);

    private RoleChecks() {}

    private static Verdict exists(Subject subject) {
        Optional<Failure.Denied> unseen = subject.observed().unseen().role();
        if (unseen.isPresent())
            return Verdict.skipped("check.role.unseen", unseen.get().action());
        Optional<RoleSight> found = subject.observed().with(Part.ROLE).role();
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

    private static Verdict path(Subject subject) {
        String path = subject.roleSight().role().arn().path();
        return RESERVED.stream().anyMatch(path::startsWith)
                ? Verdict.failed(Fault.of("check.role.path.reserved", path), Fault.of("remedy.role-name"))
                : Verdict.passed("check.role.path.free", path);
    }

    private static Verdict session(Subject subject) {
        Duration longest = subject.roleSight().role().maxSession();
        return longest.compareTo(NEEDED) < 0
                ? Verdict.failed(
                        Fault.of("check.role.session.short", longest.toMinutes()), Fault.of("remedy.role-session"))
                : Verdict.passed("check.role.session.long", longest.toMinutes());
    }

    /** None is needed where the trust policy names Google as AWS knows it by itself. */
    private static Verdict provider(Subject subject) {
        var wanted = subject.wanted().identityProvider();
        if (wanted.isEmpty()) return Verdict.skipped("check.role.provider.not-needed");
        Optional<Failure.Denied> unseen = subject.observed().unseen().identityProvider();
        if (unseen.isPresent())
            return Verdict.skipped("check.role.unseen", unseen.get().action());
        var found = subject.observed().with(Part.IDENTITY_PROVIDER).identityProvider();
        if (found.isEmpty()) {
            if (Trust.of(subject).namesGoogleItself()) return Verdict.skipped("check.role.provider.built-in");
            return Verdict.failed(
                    Fault.of("check.role.provider.missing", wanted.get().arn()), subject.remedyOfRole("remedy.apply"));
        }
        return found.get().clientIds().containsAll(wanted.get().clientIds())
                ? Verdict.passed("check.role.provider.there", found.get().arn())
                : Verdict.failed(
                        Fault.of(
                                "check.role.provider.audience",
                                wanted.get().clientIds().iterator().next()),
                        subject.remedyOfRole("remedy.apply"));
    }
}
