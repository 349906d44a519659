package io.spotdock.port;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.BucketName;
import io.spotdock.domain.RegionName;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.resource.Bucket;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /** @throws io.spotdock.domain.FailureException Denied when it is ours and the caller may not list it */
    Lookup look(BucketName name, AccountId owner);

    List<BucketName> list();

    Bucket.Protection protection(Located bucket);

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
