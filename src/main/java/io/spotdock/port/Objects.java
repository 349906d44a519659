package io.spotdock.port;

import io.spotdock.domain.KeyPrefix;
import io.spotdock.domain.ObjectKey;
import java.util.List;
import java.util.Optional;

/** Objects in a bucket, with the rights of whoever is signed in: the operator, or a session of the role. */
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

    /**
     * The same with the canned ACL {@code bucket-owner-full-control}, which takes {@code s3:PutObjectAcl} too and is taken
     * whatever the bucket's ownership (Amazon S3 User Guide, "Controlling ownership of objects").
     */
    Written putForOwner(Buckets.Located bucket, ObjectKey key, byte[] content);

    byte[] get(Buckets.Located bucket, ObjectKey key);

    Optional<Found> find(Buckets.Located bucket, ObjectKey key);

    /** At most {@code most} objects under the prefix. */
    List<Found> list(Buckets.Located bucket, KeyPrefix prefix, int most);

    /** The canonical ID of whom an object belongs to, as its ACL says. */
    String ownerOf(Buckets.Located bucket, ObjectKey key);

    void delete(Buckets.Located bucket, ObjectKey key, Optional<String> version);
}
