package io.spotdock.aws;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.BucketName;
import io.spotdock.domain.RegionName;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.policy.PolicyJson;
import io.spotdock.domain.resource.Bucket;
import io.spotdock.domain.resource.Expiration;
import io.spotdock.port.Buckets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.Tag;

/** {@link Buckets} over S3; each call goes to the bucket's own region. */
final class S3Buckets implements Buckets {
    /** The region that CreateBucket must not name (S3 API Reference, "CreateBucket"). */
    private static final String UNNAMED = "us-east-1";

    private final AwsClients clients;
    private final RegionName home;

    S3Buckets(AwsClients clients, RegionName home) {
        this.clients = clients;
        this.home = home;
    }

    @Override
    public Lookup look(BucketName name, AccountId owner) {
        return new S3Lookup(clients, home, this::list).look(name, owner);
    }

    @Override
    public List<BucketName> list() {
        return list("");
    }

    private List<BucketName> list(String prefix) {
        Call call = new Call("s3:ListAllMyBuckets", "AWS account", "aws.profile");
        // Names of before 2018 that today's rules refuse can't be written to a settings file either.
        return clients.s3(
                home,
                call,
                s3 -> s3
                        .listBucketsPaginator(r -> r.maxBuckets(1000).prefix(prefix.isEmpty() ? null : prefix))
                        .buckets()
                        .stream()
                        .flatMap(bucket -> BucketName.parse(bucket.name()).good().stream())
                        .toList());
    }

    @Override
    public Encryption encryption(Located bucket) {
        return new S3Protection(clients).encryption(bucket);
    }

    @Override
    public Set<PublicAccess> unblocked(Located bucket) {
        return new S3Protection(clients).unblocked(bucket);
    }

    @Override
    public boolean policyIsPublic(Located bucket) {
        return ask(
                bucket,
                "s3:GetBucketPolicyStatus",
                s3 -> unless(
                        "NoSuchBucketPolicy",
                        false,
                        () -> Boolean.TRUE.equals(s3.getBucketPolicyStatus(
                                        r -> r.bucket(name(bucket)).expectedBucketOwner(owner(bucket)))
                                .policyStatus()
                                .isPublic())));
    }

    @Override
    public Bucket.Ownership ownership(Located bucket) {
        return new S3Protection(clients).ownership(bucket);
    }

    @Override
    public void protect(Located bucket, Bucket.Protection protection) {
        new S3Protection(clients).write(bucket, protection);
    }

    @Override
    public List<Expiration> expirations(Located bucket) {
        return new S3Habits(clients).expirations(bucket);
    }

    @Override
    public ObjectLock objectLock(Located bucket) {
        return new S3Habits(clients).objectLock(bucket);
    }

    @Override
    public Versioning versioning(Located bucket) {
        return new S3Habits(clients).versioning(bucket);
    }

    @Override
    public boolean requesterPays(Located bucket) {
        return new S3Habits(clients).requesterPays(bucket);
    }

    @Override
    public Map<String, String> tags(Located bucket) {
        return ask(
                bucket,
                "s3:GetBucketTagging",
                s3 -> unless("NoSuchTagSet", Map.<String, String>of(), () -> {
                    Map<String, String> tags = new LinkedHashMap<>();
                    s3.getBucketTagging(r -> r.bucket(name(bucket)).expectedBucketOwner(owner(bucket)))
                            .tagSet()
                            .forEach(tag -> tags.put(tag.key(), tag.value()));
                    return tags;
                }));
    }

    @Override
    public Optional<PolicyDocument> policy(Located bucket) {
        return ask(
                bucket,
                "s3:GetBucketPolicy",
                s3 -> unless(
                        "NoSuchBucketPolicy",
                        Optional.<PolicyDocument>empty(),
                        () -> Optional.of(Documents.plain(
                                s3.getBucketPolicy(r -> r.bucket(name(bucket)).expectedBucketOwner(owner(bucket)))
                                        .policy(),
                                subject(bucket.name())))));
    }

    @Override
    public void create(Located bucket) {
        CreateBucketRequest.Builder request = CreateBucketRequest.builder().bucket(name(bucket));
        String region = bucket.region().value();
        if (!region.equals(UNNAMED)) request.createBucketConfiguration(c -> c.locationConstraint(region));
        ask(bucket, "s3:CreateBucket", s3 -> s3.createBucket(request.build()));
    }

    @Override
    public void putTags(Located bucket, Map<String, String> tags) {
        List<Tag> set = tags.entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
        ask(
                bucket,
                "s3:PutBucketTagging",
                s3 -> s3.putBucketTagging(r -> r.bucket(name(bucket))
                        .expectedBucketOwner(owner(bucket))
                        .tagging(t -> t.tagSet(set))));
    }

    @Override
    public void putPolicy(Located bucket, PolicyDocument document) {
        ask(
                bucket,
                "s3:PutBucketPolicy",
                s3 -> s3.putBucketPolicy(r -> r.bucket(name(bucket))
                        .expectedBucketOwner(owner(bucket))
                        .policy(PolicyJson.compact(document))));
    }

    @Override
    public void deletePolicy(Located bucket) {
        ask(
                bucket,
                "s3:DeleteBucketPolicy",
                s3 -> s3.deleteBucketPolicy(r -> r.bucket(name(bucket)).expectedBucketOwner(owner(bucket))));
    }

    @Override
    public boolean isEmpty(Located bucket) {
        var versions = ask(
                bucket,
                "s3:ListBucketVersions",
                s3 -> s3.listObjectVersions(r -> r.bucket(name(bucket))
                        .expectedBucketOwner(owner(bucket))
                        .maxKeys(1)));
        if (!versions.versions().isEmpty() || !versions.deleteMarkers().isEmpty()) return false;
        return ask(
                        bucket,
                        "s3:ListBucketMultipartUploads",
                        s3 -> s3.listMultipartUploads(r -> r.bucket(name(bucket))
                                .expectedBucketOwner(owner(bucket))
                                .maxUploads(1)))
                .uploads()
                .isEmpty();
    }

    @Override
    public void delete(Located bucket) {
        ask(
                bucket,
                "s3:DeleteBucket",
                s3 -> s3.deleteBucket(r -> r.bucket(name(bucket)).expectedBucketOwner(owner(bucket))));
    }

    private <R> R ask(Located bucket, String permission, Function<S3Client, R> use) {
        return clients.s3(bucket.region(), call(permission, bucket.name()), use);
    }

    static Call call(String permission, BucketName name) {
        return new Call(permission, subject(name), "bucket.name");
    }

    static String subject(BucketName name) {
        return "bucket " + name;
    }

    static String name(Located bucket) {
        return bucket.name().value();
    }

    static String owner(Located bucket) {
        return bucket.owner().value();
    }

    /** What {@code ask} answers, or {@code otherwise} when S3 says that there is no such setting. */
    static <R> R unless(String code, R otherwise, Supplier<R> ask) {
        try {
            return ask.get();
        } catch (S3Exception e) {
            if (Stream.ofNullable(e.awsErrorDetails()).anyMatch(details -> code.equals(details.errorCode())))
                return otherwise;
            throw e;
        }
    }
}
