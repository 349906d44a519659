package io.spotdock.discovery;

import io.spotdock.domain.BucketName;
import io.spotdock.domain.KmsKeyArn;
import io.spotdock.domain.Ownership;
import io.spotdock.domain.Partition;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.policy.ThoughtSpotPolicies;
import io.spotdock.domain.resource.Bucket;
import io.spotdock.plan.Observed.BucketSight;
import io.spotdock.settings.Field;
import java.util.Optional;

/** What settings a bucket comes to. */
public final class BucketReading {
    private BucketReading() {}

    /** A bucket that goes by this name. */
    public static Findings of(BucketName name, BucketSight sight) {
        Notebook notes = new Notebook(Origin.BUCKET);
        switch (sight) {
            case BucketSight.Absent _ -> {
                notes.note("note.discovery.bucket-absent", name);
                notNew(notes);
            }
            case BucketSight.Foreign _ -> {
                notes.note("note.discovery.bucket-foreign", name);
                notNew(notes);
            }
            // Read where it is, so that there is no elsewhere.
            case BucketSight.Elsewhere(var region) -> notes.says(Field.REGION, region);
            case BucketSight.Ours(Bucket bucket, Optional<PolicyDocument> policy) -> ours(bucket, policy, notes);
        }
        return notes.findings();
    }

    /** One that may not be looked at. */
    public static Findings unseen(BucketName name, String why) {
        Notebook notes = new Notebook(Origin.BUCKET);
        notes.note("note.discovery.bucket-unseen", name, why);
        notNew(notes);
        return notes.findings();
    }

    private static void notNew(Notebook notes) {
        notes.says(Field.CREATE, false);
        notes.needs(Field.REGION, "fault.discovery.region-unseen");
    }

    private static void ours(Bucket bucket, Optional<PolicyDocument> policy, Notebook notes) {
        notes.says(Field.REGION, bucket.region());
        notes.says(
                Field.KMS_KEY,
                bucket.protection().kmsKey().map(KmsKeyArn::value).orElse(""));
        if (!Ownership.isOurs(bucket.tags())) {
            // Spotdock leaves it as it is, and does not make it again either should it be gone one day.
            notes.says(Field.CREATE, false);
            return;
        }
        Partition partition = bucket.region().partition();
        PolicyDocument wanted = PolicyDocument.of(ThoughtSpotPolicies.tlsOnly(partition, bucket.name()));
        boolean tlsOnly = policy.stream()
                .flatMap(document -> document.statements().stream())
                .anyMatch(statement -> PolicyDocument.of(statement).means(wanted));
        if (tlsOnly) return;
        notes.says(Field.TLS_ONLY, false);
        notes.note("note.discovery.no-tls", bucket.name());
    }
}
