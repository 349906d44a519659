package io.spotdock.port;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.BucketName;
import io.spotdock.domain.KmsKeyArn;
import io.spotdock.domain.RegionName;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.resource.Bucket;
import io.spotdock.domain.resource.Expiration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Buckets and what protects them. Every call names the expected owner, so that a bucket of another account is never touched. */
public interface Buckets {
    /** A bucket known to exist in the customer's account. */
    record Located(BucketName name, RegionName region, AccountId owner) {}

    /** What goes by a name. */
    sealed interface Lookup {
        record Ours(Located bucket) implements Lookup {}

        /** It exists, in another account. */
        record Foreign() implements Lookup {}

        record Absent() implements Lookup {}
    }

    /** What a bucket encrypts with where an upload does not say. */
    sealed interface Encryption {
        record S3Keys() implements Encryption {}

        /** The account's {@code aws/s3} key of KMS. */
        record AwsManagedKey() implements Encryption {}

        record OwnKey(KmsKeyArn key) implements Encryption {}
    }

    /** Object Lock (Amazon S3 User Guide, "Locking objects with Object Lock"). */
    enum ObjectLock {
        OFF,
        /** It may be asked for with each upload, and is not otherwise. */
        ON,
        /** Every upload is locked, and has to bring a checksum. */
        BY_DEFAULT
    }

    /** Whether a file that is replaced is kept. */
    enum Versioning {
        OFF,
        ON,
        SUSPENDED
    }

    /** A setting of Block Public Access (Amazon S3 User Guide, "Block public access settings"). */
    enum PublicAccess {
        BLOCK_PUBLIC_ACLS("BlockPublicAcls"),
        IGNORE_PUBLIC_ACLS("IgnorePublicAcls"),
        BLOCK_PUBLIC_POLICY("BlockPublicPolicy"),
        /** A public policy then serves the account alone. */
        RESTRICT_PUBLIC_BUCKETS("RestrictPublicBuckets");

        private final String id;

        PublicAccess(String id) {
            this.id = id;
        }

        /** AWS's own name for it. */
        public String id() {
            return id;
        }
    }

    /** @throws io.spotdock.domain.FailureException Denied when it is ours and the caller may not list it */
    Lookup look(BucketName name, AccountId owner);

    List<BucketName> list();

    /** @throws io.spotdock.domain.FailureException Conflict when its key stands behind an alias */
    Encryption encryption(Located bucket);

    /** Which of the four settings of Block Public Access are off. */
    Set<PublicAccess> unblocked(Located bucket);

    /** All four settings of Block Public Access. */
    default boolean publicAccessBlocked(Located bucket) {
        return unblocked(bucket).isEmpty();
    }

    /** Whether AWS calls the bucket's policy public; it does not look at Block Public Access for that. */
    boolean policyIsPublic(Located bucket);

    Bucket.Ownership ownership(Located bucket);

    /** Encryption, Block Public Access and ownership together. */
    default Bucket.Protection protection(Located bucket) {
        Encryption encryption = encryption(bucket);
        Optional<KmsKeyArn> key =
                encryption instanceof Encryption.OwnKey(KmsKeyArn own) ? Optional.of(own) : Optional.empty();
        return new Bucket.Protection(
                key, encryption instanceof Encryption.AwsManagedKey, publicAccessBlocked(bucket), ownership(bucket));
    }

    /** The lifecycle's rules that delete files; empty where there are none. */
    List<Expiration> expirations(Located bucket);

    ObjectLock objectLock(Located bucket);

    Versioning versioning(Located bucket);

    boolean requesterPays(Located bucket);

    Map<String, String> tags(Located bucket);

    /** Empty when the bucket has none. */
    Optional<PolicyDocument> policy(Located bucket);

    /** @throws io.spotdock.domain.FailureException Conflict when the name is taken by another account */
    void create(Located bucket);

    /** Replaces all tags. */
    void putTags(Located bucket, Map<String, String> tags);

    /** Writes all of it, but never takes Block Public Access away. */
    void protect(Located bucket, Bucket.Protection protection);

    void putPolicy(Located bucket, PolicyDocument document);

    void deletePolicy(Located bucket);

    /** Whether there is neither an object nor a version nor an unfinished upload in it. */
    boolean isEmpty(Located bucket);

    void delete(Located bucket);
}
