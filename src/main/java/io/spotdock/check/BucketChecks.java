package io.spotdock.check;

import io.spotdock.domain.Fault;
import io.spotdock.domain.KeyPrefix;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.policy.PolicySet.Named;
import io.spotdock.domain.resource.Bucket;
import io.spotdock.plan.Observed.BucketSight;
import io.spotdock.plan.Observed.Part;
import io.spotdock.port.Buckets;
import io.spotdock.port.Buckets.Encryption;
import io.spotdock.port.Buckets.PublicAccess;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The bucket, and whether it would take a delivery. */
final class BucketChecks {
    static final List<Check> ALL = List.of(
            Check.of("bucket.exists", CheckGroup.BUCKET, Strength.OBSERVED, BucketChecks::exists, "account.identity"),
            Check.of("bucket.region", CheckGroup.BUCKET, Strength.OBSERVED, BucketChecks::region, "bucket.exists"),
            survey("bucket.private", Strength.OBSERVED, BucketChecks::isPrivate),
            survey("bucket.public-policy", Strength.OBSERVED, BucketChecks::publicPolicy),
            survey("bucket.ownership", Strength.OBSERVED, BucketChecks::ownership),
            survey("bucket.encryption", Strength.OBSERVED, BucketChecks::encryption),
            key("bucket.key", Strength.OBSERVED, (subject, key) -> KeyFinding.state(subject.bucket(), key)),
            key("bucket.key-policy", Strength.EVALUATED, BucketChecks::keyPolicy),
            survey("bucket.policy", Strength.EVALUATED, BucketChecks::policy),
            survey("bucket.tls", Strength.EVALUATED, BucketChecks::tls),
            survey("bucket.lifecycle", Strength.OBSERVED, BucketChecks::lifecycle),
            survey("bucket.object-lock", Strength.OBSERVED, BucketChecks::objectLock),
            survey("bucket.versioning", Strength.OBSERVED, BucketChecks::versioning),
            survey("bucket.requester-pays", Strength.OBSERVED, BucketChecks::requesterPays));

    private BucketChecks() {}

    private static Verdict exists(Subject subject) {
        var name = subject.wanted().settings().bucket().name();
        return switch (subject.observed().with(Part.BUCKET).bucket()) {
            case BucketSight.Ours _, BucketSight.Elsewhere _ -> Verdict.passed("check.bucket.exists.yes", name);
            case BucketSight.Absent _ ->
                Verdict.failed(
                        Fault.of("check.bucket.exists.no", name),
                        Fault.of(
                                subject.wanted().settings().bucket().create()
                                        ? "remedy.apply"
                                        : "remedy.bucket-missing"));
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

    /** The same of the key that the bucket encrypts with, where it is a KMS key that is named. */
    private static Check key(String id, Strength strength, BiFunction<Subject, KeyFacts, Finding> look) {
        return Check.of(
                id,
                CheckGroup.BUCKET,
                strength,
                subject -> subject.readings()
                        .key()
                        .map(key -> look.apply(subject, key).verdict())
                        .orElseGet(() -> Verdict.skipped("check.bucket.key.none")),
                "bucket.region");
    }

    private static Finding keyPolicy(Subject subject, KeyFacts key) {
        KeyPrefix prefix = subject.wanted().settings().bucket().prefix();
        return KeyFinding.policy(subject.bucket(), key, new Upload(prefix, Optional.of(subject.roleArn())));
    }

    private static Finding isPrivate(Subject subject) {
        return PublicFinding.blocked(unblocked(subject));
    }

    /** Which settings are off is asked only where some are. */
    private static Sight<Set<PublicAccess>> unblocked(Subject subject) {
        return protection(subject).publicAccessBlocked()
                ? new Sight.Seen<>(Set.of())
                : read(subject, Buckets::unblocked);
    }

    private static Finding publicPolicy(Subject subject) {
        Sight<Boolean> open = subject.bucketSight().policy().isEmpty()
                ? new Sight.Seen<>(false)
                : read(subject, Buckets::policyIsPublic);
        return PublicFinding.policy(open, unblocked(subject));
    }

    private static Finding ownership(Subject subject) {
        return BucketSurvey.ownership(new Sight.Seen<>(protection(subject).ownership()));
    }

    private static Finding tls(Subject subject) {
        return PolicyFinding.tls(subject.bucket(), subject.bucketSight().policy());
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
        Optional<PolicyDocument> policy = subject.bucketSight().policy();
        Judged judged = Deliveries.of(subject)
                .put(
                        subject.wanted().settings().bucket().prefix(),
                        policy,
                        List.of(new Named("permissions policy", permissions)),
                        Optional.empty());
        return PolicyFinding.of(policy, judged.decision());
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
