package io.spotdock.check;

import io.spotdock.domain.Fault;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.resource.Bucket;
import io.spotdock.plan.Observed.BucketSight;
import io.spotdock.port.Buckets;
import io.spotdock.port.Buckets.Encryption;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The bucket, and whether it would take a delivery. */
final class BucketChecks {
    static final List<Check> ALL = List.of(
            Check.of("bucket.exists", CheckGroup.BUCKET, Strength.OBSERVED, BucketChecks::exists, "account.identity"),
            Check.of("bucket.region", CheckGroup.BUCKET, Strength.OBSERVED, BucketChecks::region, "bucket.exists"),
            survey("bucket.private", Strength.OBSERVED, BucketChecks::isPrivate),
            survey("bucket.encryption", Strength.OBSERVED, BucketChecks::encryption),
            survey("bucket.policy", Strength.EVALUATED, BucketChecks::policy),
            survey("bucket.lifecycle", Strength.OBSERVED, BucketChecks::lifecycle),
            survey("bucket.object-lock", Strength.OBSERVED, BucketChecks::objectLock),
            survey("bucket.versioning", Strength.OBSERVED, BucketChecks::versioning),
            survey("bucket.requester-pays", Strength.OBSERVED, BucketChecks::requesterPays));

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

    /** A check that is a finding of {@link BucketSurvey}. */
    private static Check survey(String id, Strength strength, Function<Subject, Finding> look) {
        return Check.of(
                id, CheckGroup.BUCKET, strength, subject -> look.apply(subject).verdict(), "bucket.region");
    }

    private static Finding isPrivate(Subject subject) {
        return BucketSurvey.publicAccess(new Sight.Seen<>(protection(subject).publicAccessBlocked()));
    }

    private static Finding encryption(Subject subject) {
        Bucket.Protection protection = protection(subject);
        Encryption encryption = protection.awsManagedKey()
                ? new Encryption.AwsManagedKey()
                : protection.kmsKey().<Encryption>map(Encryption.OwnKey::new).orElseGet(Encryption.S3Keys::new);
        return BucketSurvey.encryption(subject.bucket(), new Sight.Seen<>(encryption));
    }

    /** Whether the bucket's policy refuses a delivery by the role. */
    private static Finding policy(Subject subject) {
        PolicyDocument permissions =
                subject.wanted().permissions(protection(subject).kmsKey()).document();
        return PolicyFinding.of(subject.bucketSight().policy(), Deliveries.put(subject, List.of(permissions)));
    }

    private static Finding lifecycle(Subject subject) {
        return BucketSurvey.expirations(
                        read(subject, Buckets::expirations),
                        subject.wanted().settings().bucket().prefix())
                .getFirst();
    }

    private static Finding objectLock(Subject subject) {
        return BucketSurvey.objectLock(read(subject, Buckets::objectLock));
    }

    private static Finding versioning(Subject subject) {
        return BucketSurvey.versioning(read(subject, Buckets::versioning));
    }

    private static Finding requesterPays(Subject subject) {
        return BucketSurvey.requesterPays(read(subject, Buckets::requesterPays));
    }

    /** Read when the check is run, since a plan has no use for it. */
    private static <T> Sight<T> read(Subject subject, BiFunction<Buckets, Buckets.Located, T> read) {
        return Sight.of(() -> read.apply(subject.cloud().buckets(), subject.bucket()));
    }

    private static Bucket.Protection protection(Subject subject) {
        return subject.bucketSight().bucket().protection();
    }
}
