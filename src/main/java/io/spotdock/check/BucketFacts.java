package io.spotdock.check;

import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.resource.Bucket;
import io.spotdock.domain.resource.Expiration;
import io.spotdock.port.Buckets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was read of a bucket, as far as it could be.
 *
 * @param key of the KMS key it encrypts with, where that is one of its own
 */
public record BucketFacts(
        Buckets.Located bucket,
        Sight<Optional<PolicyDocument>> policy,
        Sight<Buckets.Encryption> encryption,
        Sight<List<Expiration>> expirations,
        Sight<Buckets.ObjectLock> objectLock,
        Sight<Buckets.Versioning> versioning,
        Sight<Boolean> requesterPays,
        Sight<Set<Buckets.PublicAccess>> unblocked,
        Sight<Boolean> policyIsPublic,
        Sight<Bucket.Ownership> ownership,
        Optional<KeyFacts> key) {}
