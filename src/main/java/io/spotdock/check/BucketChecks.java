package io.spotdock.check;

import io.spotdock.domain.Fault;
import io.spotdock.domain.policy.Decision;
import io.spotdock.domain.resource.Bucket;
import io.spotdock.plan.Observed.BucketSight;
import java.util.List;
import java.util.Optional;

/** The bucket, and whether it would take a delivery. */
final class BucketChecks {
    static final List<Check> ALL = List.of(
            Check.of("bucket.exists", CheckGroup.BUCKET, Strength.OBSERVED, BucketChecks::exists, "account.identity"),
            Check.of("bucket.region", CheckGroup.BUCKET, Strength.OBSERVED, BucketChecks::region, "bucket.exists"),
            Check.of("bucket.private", CheckGroup.BUCKET, Strength.OBSERVED, BucketChecks::isPrivate, "bucket.region"),
            Check.of(
                    "bucket.encryption",
                    CheckGroup.BUCKET,
                    Strength.OBSERVED,
                    BucketChecks::encryption,
                    "bucket.region"),
            Check.of("bucket.policy", CheckGroup.BUCKET, Strength.EVALUATED, BucketChecks::policy, "bucket.region"));

    private BucketChecks() {}

    private static Verdict exists(Subject subject) {
        var name = subject.wanted().settings().bucket().name();
        return switch (subject.observed().bucket()) {
            case BucketSight.Ours _, BucketSight.Elsewhere _ -> Verdict.passed("check.bucket.exists.yes", name);
            case BucketSight.Absent _ ->
                Verdict.failed(Fault.of("check.bucket.exists.no", name), Fault.of("remedy.apply"));
            case BucketSight.Foreign _ ->
                Verdict.failed(Fault.of("fault.bucket.taken", name), Fault.of("remedy.bucket-name"));
        };
    }

    private static Verdict region(Subject subject) {
        var wanted = subject.wanted().settings();
        return switch (subject.observed().bucket()) {
            case BucketSight.Elsewhere(var region) ->
                Verdict.failed(
                        Fault.of(
                                "fault.bucket.region",
                                wanted.bucket().name(),
                                region,
                                wanted.aws().region()),
                        Fault.of("remedy.region", region));
            case BucketSight.Ours _, BucketSight.Absent _, BucketSight.Foreign _ ->
                Verdict.passed("check.bucket.region.is", wanted.aws().region());
        };
    }

    private static Verdict isPrivate(Subject subject) {
        Bucket.Protection protection = subject.bucketSight().bucket().protection();
        return protection.publicAccessBlocked()
                ? Verdict.passed("check.bucket.private.yes", protection.ownership())
                : new Verdict.Warned(Fault.of("check.bucket.private.no"), Fault.of("remedy.public-access"));
    }

    private static Verdict encryption(Subject subject) {
        Bucket.Protection protection = subject.bucketSight().bucket().protection();
        if (protection.awsManagedKey())
            // The key's policy can't be changed, and lets in whoever S3 lets in within the account.
            return Verdict.passed("check.bucket.encryption.aws-key");
        return protection
                .kmsKey()
                .map(key -> Verdict.passed("check.bucket.encryption.key", key))
                .orElseGet(() -> Verdict.passed("check.bucket.encryption.s3"));
    }

    /** Whether the bucket's policy refuses a delivery by the role. */
    private static Verdict policy(Subject subject) {
        Optional<io.spotdock.domain.policy.PolicyDocument> policy =
                subject.bucketSight().policy();
        if (policy.isEmpty()) return Verdict.passed("check.bucket.policy.none");
        Decision decision = Deliveries.put(
                subject,
                Optional.of(subject.wanted()
                        .permissions(subject.bucketSight().bucket().protection().kmsKey())
                        .document()));
        return switch (decision.verdict()) {
            case ALLOWED -> Verdict.passed("check.bucket.policy.lets");
            case UNKNOWN ->
                new Verdict.Warned(
                        Fault.of("check.bucket.policy.unknown", decision.why()), Fault.of("remedy.live-test-tells"));
            case DENIED_EXPLICITLY, DENIED_IMPLICITLY ->
                Verdict.failed(
                        Fault.of("check.bucket.policy.refuses", Deliveries.statement(decision)),
                        Fault.of("remedy.bucket-policy"));
        };
    }
}
