package io.spotdock.export;

import io.spotdock.domain.KmsKeyArn;
import io.spotdock.domain.resource.Bucket;
import io.spotdock.domain.resource.IdentityProvider;
import io.spotdock.domain.resource.ResourceId;
import io.spotdock.plan.Observed;
import io.spotdock.plan.Observed.BucketSight;
import io.spotdock.plan.Observed.RoleSight;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What stands already of an integration, as far as anybody looked.
 *
 * @param bucket of the customer's account, in the right region
 */
public record Standing(
        Optional<BucketSight.Ours> bucket, Optional<RoleSight> role, Optional<IdentityProvider> identityProvider) {
    /** Nobody looked, or there is nothing. */
    public static final Standing NOTHING = new Standing(Optional.empty(), Optional.empty(), Optional.empty());

    /** What was seen. */
    public static Standing of(Observed observed) {
        Optional<BucketSight.Ours> bucket = switch (observed.bucket()) {
            case BucketSight.Ours ours -> Optional.of(ours);
            case BucketSight.Absent _, BucketSight.Foreign _, BucketSight.Elsewhere _ -> Optional.empty();
        };
        return new Standing(bucket, observed.role(), observed.identityProvider());
    }

    /** Each thing that stands. */
    public List<ResourceId> things() {
        return Stream.of(
                        bucket.map(there -> there.bucket().id()),
                        identityProvider.map(IdentityProvider::id),
                        role.map(there -> there.role().id()))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The key that the bucket encrypts with. */
    Optional<KmsKeyArn> bucketKey() {
        return bucket.map(BucketSight.Ours::bucket).map(Bucket::protection).flatMap(Bucket.Protection::kmsKey);
    }
}
