package io.spotdock.domain.resource;

import io.spotdock.domain.BucketName;
import io.spotdock.domain.policy.PolicyDocument;

/** A bucket's policy. */
public record BucketPolicy(BucketName bucket, PolicyDocument document) implements Resource {
    @Override
    public ResourceId id() {
        return new ResourceId(ResourceKind.BUCKET_POLICY, bucket.value());
    }
}
