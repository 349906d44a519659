package io.spotdock.service;

import io.spotdock.check.BucketFacts;
import io.spotdock.check.BucketSurvey;
import io.spotdock.check.Finding;
import io.spotdock.check.KeyFacts;
import io.spotdock.check.Sight;
import io.spotdock.check.Upload;
import io.spotdock.domain.KmsKeyArn;
import io.spotdock.port.Buckets;
import io.spotdock.port.Buckets.Located;
import io.spotdock.port.Cloud;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Looks for what in a bucket would break a delivery or lose a file, before there need be a role. Changes nothing. */
public final class Survey {
    private final Cloud cloud;

    public Survey(Cloud cloud) {
        this.cloud = cloud;
    }

    /**
     * Reads everything, and judges it; the worst first.
     *
     * @throws io.spotdock.domain.FailureException when nothing can be said of the bucket at all, for example because it
     *     is gone or AWS does not answer; a right that is missing is a finding instead
     */
    public List<Finding> findings(Located bucket, Upload upload) {
        return BucketSurvey.judge(facts(bucket), upload);
    }

    /**
     * Reads everything side by side. What it means for another prefix can be judged without reading it again.
     *
     * @throws io.spotdock.domain.FailureException as {@link #findings}
     */
    public BucketFacts facts(Located bucket) {
        try (SideBySide reads = new SideBySide()) {
            var policy = start(reads, bucket, Buckets::policy);
            var encryption = start(reads, bucket, Buckets::encryption);
            var expirations = start(reads, bucket, Buckets::expirations);
            var objectLock = start(reads, bucket, Buckets::objectLock);
            var versioning = start(reads, bucket, Buckets::versioning);
            var requesterPays = start(reads, bucket, Buckets::requesterPays);
            var unblocked = start(reads, bucket, Buckets::unblocked);
            var policyIsPublic = start(reads, bucket, Buckets::policyIsPublic);
            var ownership = start(reads, bucket, Buckets::ownership);
            return new BucketFacts(
                    bucket,
                    policy.get(),
                    encryption.get(),
                    expirations.get(),
                    objectLock.get(),
                    versioning.get(),
                    requesterPays.get(),
                    unblocked.get(),
                    policyIsPublic.get(),
                    ownership.get(),
                    key(encryption.get()));
        }
    }

    private Optional<KeyFacts> key(Sight<Buckets.Encryption> encryption) {
        return encryption instanceof Sight.Seen<Buckets.Encryption>(Buckets.Encryption.OwnKey(KmsKeyArn key))
                ? Optional.of(KeyFacts.read(cloud.keys(), key))
                : Optional.empty();
    }

    private <T> Supplier<Sight<T>> start(SideBySide reads, Located bucket, BiFunction<Buckets, Located, T> read) {
        return reads.start(() -> Sight.of(() -> read.apply(cloud.buckets(), bucket)));
    }
}
