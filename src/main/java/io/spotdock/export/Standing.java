package io.spotdock.export;

import io.spotdock.domain.KmsKeyArn;
import io.spotdock.domain.resource.Bucket;
import io.spotdock.domain.resource.IdentityProvider;
import io.spotdock.plan.Observed.BucketSight;
import io.spotdock.plan.Observed.RoleSight;
import java.util.Optional;

/**
 * What stands already of an integration, as far as anybody looked.
 *
 * @param bucket of the customer's account, in the right region
 */
public record Standing(
        Optional<BucketSight.Ours> bucket, Optional<RoleSight> role, Optional<IdentityProvider> identityProvider) {
    /** Nobody looked, or there is nothing. */
    public static final Standing NOTHING = new Standing(Optional.empty(), Optional.empty(), Optional.empty());

    /** The key that the bucket encrypts with. */
    Optional<KmsKeyArn> bucketKey() {
        return bucket.map(BucketSight.Ours::bucket).map(Bucket::protection).flatMap(Bucket.Protection::kmsKey);
    }
}
