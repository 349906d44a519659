package io.spotdock.aws;

import static io.spotdock.aws.S3Buckets.name;
import static io.spotdock.aws.S3Buckets.owner;

import io.spotdock.domain.KeyPrefix;
import io.spotdock.domain.ObjectKey;
import io.spotdock.port.Buckets.Located;
import io.spotdock.port.Content;
import io.spotdock.port.Fingerprint;
import io.spotdock.port.Objects;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** {@link Objects} over S3. */
final class S3Objects implements Objects {
    private static final int PAGE = 1000;

    /** A delivery carries up to 25 MB (ThoughtSpot, "Webhooks for Liveboard schedule events"), and so does a test. */
    private static final long LARGEST = 25L << 20;

    /** Bytes in a second, about one megabit: what has to be enough. */
    private static final long SLOW_LINE = 128 * 1024;

    private final AwsClients clients;

    S3Objects(AwsClients clients) {
        this.clients = clients;
    }

    /** The checksum is one that a bucket with Object Lock wants, too (S3 User Guide, "Object Lock considerations"). */
    @Override
    public Written put(Located bucket, ObjectKey key, Content content) {
        return put(bucket, key, content, "s3:PutObject", Optional.empty());
    }

    @Override
    public Written putForOwner(Located bucket, ObjectKey key, Content content) {
        return put(bucket, key, content, "s3:PutObjectAcl", Optional.of(ObjectCannedACL.BUCKET_OWNER_FULL_CONTROL));
    }

    private Written put(
            Located bucket, ObjectKey key, Content content, String permission, Optional<ObjectCannedACL> acl) {
        byte[] sha256 = HexFormat.of().parseHex(Fingerprint.of(content).sha256());
        var put = ask(
                bucket,
                permission,
                key,
                s3 -> s3.putObject(
                        r -> r.bucket(name(bucket))
                                .expectedBucketOwner(owner(bucket))
                                .key(key.value())
                                .checksumSHA256(Base64.getEncoder().encodeToString(sha256))
                                .acl(acl.orElse(null))
                                .overrideConfiguration(patience(content.length())),
                        RequestBody.fromContentProvider(content::open, content.length(), "application/octet-stream")));
        return new Written(key, Optional.ofNullable(put.versionId()));
    }

    /** The SDK compares what comes with the checksum that S3 keeps, unless it is read only in part. */
    @Override
    public <T> T get(Located bucket, ObjectKey key, Reading<T> reading) {
        return ask(
                bucket,
                "s3:GetObject",
                key,
                s3 -> s3.getObject(
                        r -> r.bucket(name(bucket))
                                .expectedBucketOwner(owner(bucket))
                                .key(key.value())
                                .overrideConfiguration(patience(LARGEST)),
                        (_, content) -> {
                            try {
                                return reading.read(content);
                            } catch (IOException e) {
                                throw RetryableException.create("the content broke off", e);
                            }
                        }));
    }

    /** The usual time-outs are for calls without a content, which takes what a slow line needs on top. */
    private Consumer<AwsRequestOverrideConfiguration.Builder> patience(long length) {
        Duration content = Duration.ofSeconds(length / SLOW_LINE);
        Limits limits = clients.limits().plus(content);
        return request -> request.apiCallAttemptTimeout(limits.attempt()).apiCallTimeout(limits.call());
    }

    @Override
    public Optional<Found> find(Located bucket, ObjectKey key) {
        return ask(bucket, "s3:GetObject", key, s3 -> {
            try {
                var head = clients.head(() -> s3.headObject(r -> r.bucket(name(bucket))
                        .expectedBucketOwner(owner(bucket))
                        .key(key.value())));
                return Optional.of(new Found(
                        key,
                        head.contentLength(),
                        Optional.ofNullable(head.versionId()),
                        Optional.ofNullable(head.serverSideEncryptionAsString())
                                .map(algorithm -> new Encrypted(
                                        algorithm,
                                        Optional.ofNullable(head.ssekmsKeyId()),
                                        Boolean.TRUE.equals(head.bucketKeyEnabled()))),
                        Optional.ofNullable(head.objectLockRetainUntilDate())));
            } catch (S3Exception e) {
                if (e.statusCode() == 404) return Optional.empty();
                throw e;
            }
        });
    }

    @Override
    public List<Found> list(Located bucket, KeyPrefix prefix, int most) {
        Call call = S3Buckets.call("s3:ListBucket", bucket.name());
        return clients.s3(
                bucket.region(),
                call,
                s3 -> s3
                        .listObjectsV2Paginator(r -> r.bucket(name(bucket))
                                .expectedBucketOwner(owner(bucket))
                                .prefix(prefix.value())
                                .maxKeys(Math.min(most, PAGE)))
                        .contents()
                        .stream()
                        .limit(most)
                        .map(object -> new Found(
                                new ObjectKey(object.key()),
                                object.size(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()))
                        .toList());
    }

    @Override
    public String ownerOf(Located bucket, ObjectKey key) {
        return ask(
                bucket,
                "s3:GetObjectAcl",
                key,
                s3 -> s3.getObjectAcl(r -> r.bucket(name(bucket))
                                .expectedBucketOwner(owner(bucket))
                                .key(key.value()))
                        .owner()
                        .id());
    }

    @Override
    public Recent recent(Located bucket, KeyPrefix prefix, Instant since, int most) {
        Call call = S3Buckets.call("s3:ListBucket", bucket.name());
        return clients.s3(bucket.region(), call, s3 -> {
            List<Listed> files = new ArrayList<>();
            int seen = 0;
            for (var page : s3.listObjectsV2Paginator(r ->
                    r.bucket(name(bucket)).expectedBucketOwner(owner(bucket)).prefix(prefix.value()))) {
                for (var object : page.contents()) {
                    if (seen++ == most) return new Recent(files, false);
                    if (!object.lastModified().isBefore(since))
                        files.add(new Listed(new ObjectKey(object.key()), object.size(), object.lastModified()));
                }
            }
            return new Recent(files, true);
        });
    }

    @Override
    public Optional<String> delete(Located bucket, ObjectKey key, Optional<String> version) {
        DeleteObjectRequest.Builder request = DeleteObjectRequest.builder()
                .bucket(name(bucket))
                .expectedBucketOwner(owner(bucket))
                .key(key.value());
        version.ifPresent(request::versionId);
        String permission = version.isPresent() ? "s3:DeleteObjectVersion" : "s3:DeleteObject";
        var deleted = ask(bucket, permission, key, s3 -> s3.deleteObject(request.build()));
        // With a version in the request it says whether that was a marker, not whether one was made.
        boolean marked = version.isEmpty() && Boolean.TRUE.equals(deleted.deleteMarker());
        return marked ? Optional.ofNullable(deleted.versionId()) : Optional.empty();
    }

    private <R> R ask(Located bucket, String permission, ObjectKey key, Function<S3Client, R> use) {
        Call call = new Call(permission, "object " + bucket.name() + "/" + key, "bucket.prefix");
        return clients.s3(bucket.region(), call, use);
    }
}
