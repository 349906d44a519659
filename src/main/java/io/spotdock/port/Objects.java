package io.spotdock.port;

import io.spotdock.domain.KeyPrefix;
import io.spotdock.domain.ObjectKey;
import java.util.List;
import java.util.Optional;

/** Objects in a bucket, with the operator's own rights. */
public interface Objects {
    /**
     * What was written.
     *
     * @param version the version to delete where the bucket keeps versions
     */
    record Written(ObjectKey key, Optional<String> version) {}

    /** An object's outside. */
    record Found(ObjectKey key, long size, Optional<String> version, Optional<String> encryption) {}

    Written put(Buckets.Located bucket, ObjectKey key, byte[] content);

    byte[] get(Buckets.Located bucket, ObjectKey key);

    Optional<Found> find(Buckets.Located bucket, ObjectKey key);

    /** At most {@code most} objects under the prefix. */
    List<Found> list(Buckets.Located bucket, KeyPrefix prefix, int most);

    void delete(Buckets.Located bucket, ObjectKey key, Optional<String> version);
}
