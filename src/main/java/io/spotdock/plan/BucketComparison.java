package io.spotdock.plan;

import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Ownership;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.policy.Statement;
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

    /** Our own bucket, back to what it should be. Encryption that someone made stronger stays unless the settings name a key. */
    private Change mended(Bucket present, Bucket target) {
        Bucket.Protection was = present.protection();
        Bucket.Protection should = target.protection().kmsKey().isPresent()
                ? target.protection()
                : new Bucket.Protection(
                        was.kmsKey(),
                        was.awsManagedKey(),
                        target.protection().publicAccessBlocked(),
                        target.protection().ownership());
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
        if (!wanted.settings().bucket().tlsOnly()) return Optional.empty();
        Bucket bucket = wanted.bucket();
        Statement ours = ThoughtSpotPolicies.tlsOnly(wanted.partition(), bucket.name());
        if (present.isEmpty())
            return Optional.of(new Change.Create(
                    new BucketPolicy(bucket.name(), PolicyDocument.of(ours)),
                    List.of(Differences.added("field.statement", ThoughtSpotPolicies.TLS_ONLY_SID))));
        PolicyDocument document = present.get();
        PolicyDocument alone = PolicyDocument.of(ours);
        boolean there = document.statements().stream()
                .anyMatch(statement -> PolicyDocument.of(statement).means(alone));
        BucketPolicy before = new BucketPolicy(bucket.name(), document);
        if (there) return Optional.of(new Change.Keep(before));
        List<Statement> more = new ArrayList<>(document.statements());
        more.removeIf(statement -> statement.sid().equals(ours.sid()));
        more.add(ours);
        BucketPolicy after =
                new BucketPolicy(bucket.name(), new PolicyDocument(document.version(), document.id(), more));
        return Optional.of(new Change.Update(
                before, after, List.of(Differences.added("field.statement", ThoughtSpotPolicies.TLS_ONLY_SID))));
    }
}
