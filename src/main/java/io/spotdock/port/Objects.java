package io.spotdock.port;

import io.spotdock.domain.KeyPrefix;
import io.spotdock.domain.ObjectKey;
import java.time.Instant;
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

    /** A file as a list shows it. */
    record Listed(ObjectKey key, long size, Instant modified) {}

    /** @param whole whether all objects were looked at; else the last ones by name were not */
    record Recent(List<Listed> files, boolean whole) {
        public Recent {
            files = List.copyOf(files);
        }
    }

    Written put(Buckets.Located bucket, ObjectKey key, byte[] content);

    byte[] get(Buckets.Located bucket, ObjectKey key);

    Optional<Found> find(Buckets.Located bucket, ObjectKey key);

    /** At most {@code most} objects under the prefix. */
    List<Found> list(Buckets.Located bucket, KeyPrefix prefix, int most);

    /** What was written under the prefix since then, among the first {@code most} objects there by name. */
    Recent recent(Buckets.Located bucket, KeyPrefix prefix, Instant since, int most);

    void delete(Buckets.Located bucket, ObjectKey key, Optional<String> version);
}
