package io.spotdock.port;

import io.spotdock.domain.KeyPrefix;
import io.spotdock.domain.ObjectKey;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
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

    /**
     * An object's outside.
     *
     * @param version there where the bucket keeps versions
     * @param encryption how it is stored; a list doesn't say
     * @param lockedUntil until when Object Lock lets nobody remove it, as far as that is shown; a list doesn't say
     */
    record Found(
            ObjectKey key,
            long size,
            Optional<String> version,
            Optional<Encrypted> encryption,
            Optional<Instant> lockedUntil) {}

    /**
     * How an object is encrypted at rest.
     *
     * @param algorithm AWS's word for it: {@code AES256} is S3's own keys, {@code aws:kms} a key of KMS
     * @param kmsKey the key's ARN
     * @param bucketKey whether a key that S3 derives for the whole bucket stands in between
     */
    record Encrypted(String algorithm, Optional<String> kmsKey, boolean bucketKey) {
        /** In AWS's words, such as {@code aws:kms arn:aws:kms:…}. */
        @Override
        public String toString() {
            return kmsKey.map(key -> algorithm + " " + key).orElse(algorithm);
        }
    }

    /** A file as a list shows it. */
    record Listed(ObjectKey key, long size, Instant modified) {}

    /** @param whole whether all objects were looked at; else the last ones by name were not */
    record Recent(List<Listed> files, boolean whole) {
        public Recent {
            files = List.copyOf(files);
        }
    }

    /** What becomes of a content while it comes in. */
    @FunctionalInterface
    interface Reading<T> {
        /** Called again, from the first byte, when the connection broke half-way. */
        T read(InputStream content) throws IOException;
    }

    /** Writes with a checksum that S3 compares with what arrived. */
    Written put(Buckets.Located bucket, ObjectKey key, Content content);

    /**
     * The same with the canned ACL {@code bucket-owner-full-control}, which takes {@code s3:PutObjectAcl} too and is taken
     * whatever the bucket's ownership (Amazon S3 User Guide, "Controlling ownership of objects").
     */
    Written putForOwner(Buckets.Located bucket, ObjectKey key, Content content);

    /** @throws io.spotdock.domain.FailureException Missing where there is none */
    <T> T get(Buckets.Located bucket, ObjectKey key, Reading<T> reading);

    Optional<Found> find(Buckets.Located bucket, ObjectKey key);

    /** At most {@code most} objects under the prefix. */
    List<Found> list(Buckets.Located bucket, KeyPrefix prefix, int most);

    /** The canonical ID of whom an object belongs to, as its ACL says. */
    String ownerOf(Buckets.Located bucket, ObjectKey key);

    /**
     * Removes a version for good, and leaves no delete marker; or, where none is named, the object.
     *
     * @return the delete marker that only hides the object now: the bucket keeps versions, and none was named
     */
    Optional<String> delete(Buckets.Located bucket, ObjectKey key, Optional<String> version);

    /** What was written under the prefix since then, among the first {@code most} objects there by name. */
    Recent recent(Buckets.Located bucket, KeyPrefix prefix, Instant since, int most);
}
