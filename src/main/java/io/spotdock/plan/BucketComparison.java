package io.spotdock.plan;

import io.spotdock.domain.BucketName;
import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Ownership;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.policy.ThoughtSpotPolicies;
import io.spotdock.domain.resource.Bucket;
import io.spotdock.domain.resource.BucketPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The bucket and its policy. A bucket that others made is left as it is; what in it would break a delivery is said by the checks. */
final class BucketComparison {
    private final Wanted wanted;
    private final Consent consent;

    BucketComparison(Wanted wanted, Consent consent) {
        this.wanted = wanted;
        this.consent = consent;
    }

    void compare(Observed.BucketSight found, List<Change> changes, List<Fault> notes) {
        Bucket target = wanted.bucket();
        switch (found) {
            case Observed.BucketSight.Absent _ -> {
                if (wanted.settings().bucket().create()) {
                    changes.add(new Change.Create(target, details(target)));
                    policy(Optional.empty()).ifPresent(changes::add);
                } else {
                    changes.add(stuck(new Failure.Missing("bucket " + target.name(), "")));
                }
            }
            case Observed.BucketSight.Foreign _ ->
                changes.add(stuck(new Failure.Conflict(
                        "bucket " + target.name(), Fault.of("fault.bucket.taken", target.name()), "")));
            case Observed.BucketSight.Elsewhere elsewhere ->
                changes.add(stuck(new Failure.Invalid(
                        "aws.region",
                        Fault.of("fault.bucket.region", target.name(), elsewhere.region(), target.region()),
                        "")));
            case Observed.BucketSight.Ours ours -> {
                Bucket present = ours.bucket();
                boolean made =
                        Ownership.isOurs(present.tags()) || consent.made().contains(present.id());
                changes.add(made ? mended(present, target) : new Change.Keep(present));
                if (made) policy(ours.policy()).ifPresent(changes::add);
                else if (!wanted.settings().bucket().create()) return;
                else notes.add(Fault.of("note.bucket-adopted", present.name()));
            }
        }
    }

    private static List<Difference> details(Bucket bucket) {
        Bucket.Protection protection = bucket.protection();
        return List.of(
                Differences.added("field.region", bucket.region().value()),
                Differences.added(
                        "field.encryption",
                        protection.kmsKey().map(Object::toString).orElse("SSE-S3")),
                Differences.added("field.public-access-blocked", String.valueOf(protection.publicAccessBlocked())),
                Differences.added("field.ownership", protection.ownership().toString()));
    }

    private Change stuck(Failure failure) {
        return new Change.Conflict(Optional.empty(), wanted.bucket(), List.of(), failure);
    }

    /** Our own bucket, back to what it should be. */
    private Change mended(Bucket present, Bucket target) {
        Bucket.Protection was = present.protection();
        Bucket.Protection should = wanted.protection(was);
        List<Difference> differences = new ArrayList<>();
        if (!was.kmsKey().equals(should.kmsKey()))
            differences.add(Differences.of(
                    "field.encryption",
                    was.kmsKey().map(Object::toString).orElse("SSE-S3"),
                    should.kmsKey().map(Object::toString).orElse("SSE-S3")));
        if (was.publicAccessBlocked() != should.publicAccessBlocked())
            differences.add(Differences.of(
                    "field.public-access-blocked",
                    String.valueOf(was.publicAccessBlocked()),
                    String.valueOf(should.publicAccessBlocked())));
        if (was.ownership() != should.ownership())
            differences.add(Differences.of(
                    "field.ownership",
                    was.ownership().toString(),
                    should.ownership().toString()));
        if (!Ownership.isOurs(present.tags()))
            differences.add(Differences.added("field.tags", Ownership.KEY + "=" + Ownership.VALUE));
        return differences.isEmpty()
                ? new Change.Keep(present)
                : new Change.Update(
                        present, new Bucket(present.name(), present.region(), should, target.tags()), differences);
    }

    /** The TLS-only statement, added to what stands there. */
    private Optional<Change> policy(Optional<PolicyDocument> present) {
        BucketName bucket = wanted.bucket().name();
        List<Difference> differences = List.of(Differences.added("field.statement", ThoughtSpotPolicies.TLS_ONLY_SID));
        return wanted.bucketPolicy(present).map(document -> {
            BucketPolicy after = new BucketPolicy(bucket, document);
            if (present.isEmpty()) return new Change.Create(after, differences);
            if (present.get().equals(document)) return new Change.Keep(after);
            return new Change.Update(new BucketPolicy(bucket, present.get()), after, differences);
        });
    }
}
