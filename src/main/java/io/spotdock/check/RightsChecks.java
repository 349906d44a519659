package io.spotdock.check;

import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import io.spotdock.domain.KeyPrefix;
import io.spotdock.domain.KmsKeyArn;
import io.spotdock.domain.policy.Decision;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.policy.PolicySet.Named;
import io.spotdock.domain.policy.Statement.Effect;
import io.spotdock.domain.policy.Statement.Matched;
import io.spotdock.plan.Observed.BucketSight;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the role may do: its inline and attached policies together, and what its boundary leaves of them. */
final class RightsChecks {
    private static final String PUT = "s3:PutObject";
    private static final String PUT_ACL = "s3:PutObjectAcl";

    static final List<Check> ALL = List.of(
            check("role.may-upload", RightsChecks::mayUpload),
            check("role.may-use-key", RightsChecks::mayUseKey),
            check("role.permissions", RightsChecks::nothingMore),
            check("role.boundary", RightsChecks::boundary));

    private RightsChecks() {}

    private static Check check(String id, Check.Probe probe) {
        return Check.of(id, CheckGroup.ROLE, Strength.EVALUATED, probe, "role.exists", "bucket.region");
    }

    private static Verdict mayUpload(Subject subject) {
        RoleRights rights = subject.readings().rights();
        Judged put = upload(subject, PUT, rights.identity(), Optional.empty());
        if (!put.allowed())
            return notAllowed(subject, put, PUT, Deliveries.of(subject).object(prefix(subject) + "*"));
        Judged acl = upload(subject, PUT_ACL, rights.identity(), Optional.empty());
        if (!acl.allowed() && rights.doubt().isEmpty())
            return new Verdict.Warned(
                    Fault.of("check.role.may-upload.no-acl", PUT_ACL),
                    allow(PUT_ACL, Deliveries.of(subject).object(prefix(subject) + "*")));
        return Verdict.passed("check.role.may-upload.yes", put.statement());
    }

    /** A bucket's policy may give the role what its own policies don't; what it refuses is another check's affair. */
    private static Judged upload(Subject subject, String action, List<Named> identity, Optional<Named> boundary) {
        Deliveries deliveries = Deliveries.of(subject);
        Optional<PolicyDocument> policy = subject.bucketSight().policy();
        Judged whole = deliveries.upload(action, prefix(subject), policy, identity, boundary);
        return whole.allowed()
                ? whole
                : deliveries.upload(action, prefix(subject), Optional.empty(), identity, boundary);
    }

    private static KeyPrefix prefix(Subject subject) {
        return subject.wanted().settings().bucket().prefix();
    }

    private static Verdict notAllowed(Subject subject, Judged judged, String action, String resource) {
        RoleRights rights = subject.readings().rights();
        return switch (judged.verdict()) {
            case DENIED_EXPLICITLY ->
                new Verdict.Failed(
                        Fault.of("check.role.may-upload.denied", judged.statement(), action),
                        Fault.of("remedy.role-deny", judged.statement(), action, resource),
                        judged.quoted());
            case UNKNOWN ->
                new Verdict.Warned(
                        Fault.of("check.role.may-upload.unknown", judged.why()), Fault.of("remedy.live-test-tells"));
            case DENIED_IMPLICITLY, ALLOWED ->
                rights.doubt().<Verdict>map(RightsChecks::unseen).orElseGet(() -> lacking(rights, action, resource));
        };
    }

    /** Names where it is allowed instead: a slip in the bucket's name or the prefix shows at once. */
    private static Verdict lacking(RoleRights rights, String action, String resource) {
        String instead = rights.identity().stream()
                .flatMap(policy -> policy.document().statements().stream())
                .filter(statement -> statement.effect() == Effect.ALLOW
                        && statement.actions().coversAction(action))
                .flatMap(statement -> statement.resources().stream())
                .filter(resources -> !resources.negated())
                .map(Matched::patterns)
                .flatMap(List::stream)
                .distinct()
                .collect(Collectors.joining(", "));
        return Verdict.failed(
                instead.isEmpty()
                        ? Fault.of("check.role.may-upload.lacks", action, resource)
                        : Fault.of("check.role.may-upload.elsewhere", action, instead, resource),
                allow(action, resource));
    }

    private static Fault allow(String action, String resource) {
        return Fault.of("remedy.role-allow", action, resource);
    }

    static Verdict unseen(Failure why) {
        return why instanceof Failure.Denied denied
                ? Verdict.skipped("finding.unseen.denied", denied.action())
                : Verdict.skipped("finding.unseen");
    }

    /** What the key's policy lacks is a check of the bucket's; this is about what the role's own policies lack. */
    private static Verdict mayUseKey(Subject subject) {
        Optional<KeyFacts> key = subject.readings().key();
        if (key.isEmpty()) return Verdict.skipped("check.bucket.key.none");
        RoleRights rights = subject.readings().rights();
        KeyUse use = new KeyUse(subject.bucket(), subject.roleArn(), key.get());
        String resource = key.get().arn().value();
        Judged generate = use.judge(KeyUse.GENERATE, rights.identity(), Optional.empty());
        if (!generate.allowed()) {
            boolean byOwn = use.judge(KeyUse.GENERATE, wanted(subject), Optional.empty())
                    .allowed();
            boolean unjudged = generate.verdict() == Decision.Verdict.UNKNOWN;
            if (!byOwn && !unjudged) return Verdict.skipped("check.role.may-use-key.key-policy");
            return notAllowed(subject, generate, "kms:" + KeyUse.GENERATE, resource);
        }
        if (!use.judge(KeyUse.DECRYPT, rights.identity(), Optional.empty()).allowed()
                && rights.doubt().isEmpty())
            return new Verdict.Warned(
                    Fault.of("check.role.may-use-key.no-decrypt", "kms:" + KeyUse.DECRYPT),
                    allow("kms:" + KeyUse.DECRYPT, resource));
        return Verdict.passed("check.role.may-use-key.yes", generate.statement());
    }

    /** As if the role had just what Spotdock gives it. */
    private static List<Named> wanted(Subject subject) {
        return List.of(new Named(
                "permissions policy",
                subject.wanted().permissions(keyOf(subject)).document()));
    }

    private static Optional<KmsKeyArn> keyOf(Subject subject) {
        return ((BucketSight.Ours) subject.observed().bucket())
                .bucket()
                .protection()
                .kmsKey();
    }

    private static Verdict nothingMore(Subject subject) {
        RoleRights rights = subject.readings().rights();
        List<String> more = new Excess(
                        Deliveries.of(subject).object(prefix(subject).toString()), keyOf(subject))
                .of(rights.identity());
        if (!more.isEmpty())
            return new Verdict.Warned(
                    Fault.of("check.role.permissions.more", String.join("; ", more)),
                    Fault.of("remedy.other-policies"));
        return rights.doubt().map(RightsChecks::unseen).orElseGet(() -> Verdict.passed("check.role.permissions.same"));
    }

    private static Verdict boundary(Subject subject) {
        Optional<RoleRights.Boundary> found = subject.readings().rights().boundary();
        if (found.isEmpty()) return Verdict.passed("check.role.boundary.none");
        String arn = found.get().arn();
        return switch (found.get().document()) {
            case Sight.Unseen<PolicyDocument>(Failure why) -> unseen(why);
            case Sight.Seen<PolicyDocument>(PolicyDocument document) ->
                boundary(subject, new Named(arn.substring(arn.lastIndexOf('/') + 1), document));
        };
    }

    /** Whether it leaves what Spotdock gives; whether the role has that is another check's affair. */
    private static Verdict boundary(Subject subject, Named limit) {
        String resource = Deliveries.of(subject).object(prefix(subject) + "*");
        for (String action : List.of(PUT, PUT_ACL)) {
            Judged judged = upload(subject, action, wanted(subject), Optional.of(limit));
            if (!judged.allowed()) return held(limit, judged, action, resource);
        }
        Optional<KeyFacts> key = subject.readings().key();
        if (key.isPresent()) {
            KeyUse use = new KeyUse(subject.bucket(), subject.roleArn(), key.get());
            Judged judged = use.judge(KeyUse.GENERATE, wanted(subject), Optional.of(limit));
            boolean held = !judged.allowed()
                    && use.judge(KeyUse.GENERATE, wanted(subject), Optional.empty())
                            .allowed();
            if (held)
                return held(
                        limit, judged, "kms:" + KeyUse.GENERATE, key.get().arn().value());
        }
        return Verdict.passed("check.role.boundary.leaves", limit.name());
    }

    private static Verdict held(Named limit, Judged judged, String action, String resource) {
        if (judged.verdict() == Decision.Verdict.UNKNOWN)
            return new Verdict.Warned(
                    Fault.of("check.role.may-upload.unknown", judged.why()), Fault.of("remedy.live-test-tells"));
        return new Verdict.Failed(
                Fault.of("check.role.boundary.holds", limit.name(), action),
                Fault.of("remedy.role-boundary", limit.name(), action, resource),
                judged.quoted());
    }
}
