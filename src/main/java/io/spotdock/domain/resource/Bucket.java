package io.spotdock.domain.resource;

import io.spotdock.domain.BucketName;
import io.spotdock.domain.KmsKeyArn;
import io.spotdock.domain.RegionName;
import java.util.Map;
import java.util.Optional;

/** A bucket of the customer's account. */
public record Bucket(BucketName name, RegionName region, Protection protection, Map<String, String> tags)
        implements Resource {
    public Bucket {
        tags = Map.copyOf(tags);
    }

    @Override
    public ResourceId id() {
        return new ResourceId(ResourceKind.BUCKET, name.value());
    }

    /**
     * How a bucket is protected.
     *
     * @param kmsKey default encryption with this key; empty for SSE-S3, which every bucket has at least
     * @param awsManagedKey default encryption is SSE-KMS with the account's {@code aws/s3} key
     * @param publicAccessBlocked all four settings of Block Public Access
     * @param ownership Object Ownership
     */
    public record Protection(
            Optional<KmsKeyArn> kmsKey, boolean awsManagedKey, boolean publicAccessBlocked, Ownership ownership) {
        /** What a new bucket gets from AWS, and what Spotdock wants: SSE-S3, private, owner enforced. */
        public static final Protection SECURE_DEFAULT =
                new Protection(Optional.empty(), false, true, Ownership.BUCKET_OWNER_ENFORCED);
    }

    /** Object Ownership (Amazon S3 User Guide, "Controlling ownership of objects"). */
    public enum Ownership {
        BUCKET_OWNER_ENFORCED,
        BUCKET_OWNER_PREFERRED,
        OBJECT_WRITER
    }
}
