package io.spotdock.aws;

import static io.spotdock.aws.S3Buckets.name;
import static io.spotdock.aws.S3Buckets.owner;

import io.spotdock.domain.KeyPrefix;
import io.spotdock.domain.ObjectKey;
import io.spotdock.port.Buckets.Located;
import io.spotdock.port.Objects;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** {@link Objects} over S3. */
final class S3Objects implements Objects {
    private static final int PAGE = 1000;

    private final AwsClients clients;

    S3Objects(AwsClients clients) {
        this.clients = clients;
    }

    /** With a checksum, which a bucket with Object Lock wants (S3 User Guide, "Object Lock considerations"). */
    @Override
    public Written put(Located bucket, ObjectKey key, byte[] content) {
        String checksum = Base64.getEncoder().encodeToString(sha256(content));
        var put = ask(
                bucket,
                "s3:PutObject",
                key,
                s3 -> s3.putObject(
                        r -> r.bucket(name(bucket))
                                .expectedBucketOwner(owner(bucket))
                                .key(key.value())
                                .checksumSHA256(checksum),
                        RequestBody.fromBytes(content)));
        return new Written(key, Optional.ofNullable(put.versionId()));
    }

    @Override
    public byte[] get(Located bucket, ObjectKey key) {
        return ask(
                bucket,
                "s3:GetObject",
                key,
                s3 -> s3.getObjectAsBytes(r -> r.bucket(name(bucket))
                                .expectedBucketOwner(owner(bucket))
                                .key(key.value()))
                        .asByteArray());
    }

    @Override
    public Optional<Found> find(Located bucket, ObjectKey key) {
        return ask(bucket, "s3:GetObject", key, s3 -> {
            try {
                var head = s3.headObject(r -> r.bucket(name(bucket))
                        .expectedBucketOwner(owner(bucket))
                        .key(key.value()));
                return Optional.of(new Found(
                        key,
                        head.contentLength(),
                        Optional.ofNullable(head.versionId()),
                        Optional.ofNullable(head.serverSideEncryptionAsString())));
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
                                new ObjectKey(object.key()), object.size(), Optional.empty(), Optional.empty()))
                        .toList());
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
    public void delete(Located bucket, ObjectKey key, Optional<String> version) {
        DeleteObjectRequest.Builder request = DeleteObjectRequest.builder()
                .bucket(name(bucket))
                .expectedBucketOwner(owner(bucket))
                .key(key.value());
        version.ifPresent(request::versionId);
        String permission = version.isPresent() ? "s3:DeleteObjectVersion" : "s3:DeleteObject";
        ask(bucket, permission, key, s3 -> s3.deleteObject(request.build()));
    }

    private <R> R ask(Located bucket, String permission, ObjectKey key, Function<S3Client, R> use) {
        Call call = new Call(permission, "object " + bucket.name() + "/" + key, "bucket.prefix");
        return clients.s3(bucket.region(), call, use);
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
