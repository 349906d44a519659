package io.spotdock.aws;

import static io.spotdock.aws.S3Buckets.name;
import static io.spotdock.aws.S3Buckets.owner;

import io.spotdock.domain.Arn;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.KmsKeyArn;
import io.spotdock.domain.resource.Bucket;
import io.spotdock.domain.resource.Bucket.Ownership;
import io.spotdock.domain.resource.Bucket.Protection;
import io.spotdock.port.Buckets.Encryption;
import io.spotdock.port.Buckets.Located;
import io.spotdock.port.Buckets.PublicAccess;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.OwnershipControlsRule;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionByDefault;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;

/** A bucket's encryption, Block Public Access and Object Ownership: one call each to read, at most three to write. */
final class S3Protection {
    private final AwsClients clients;

    S3Protection(AwsClients clients) {
        this.clients = clients;
    }

    Encryption encryption(Located bucket) {
        Optional<ServerSideEncryptionByDefault> byDefault = byDefault(bucket);
        boolean kms = byDefault
                .map(ServerSideEncryptionByDefault::sseAlgorithm)
                .filter(algorithm -> algorithm != ServerSideEncryption.AES256)
                .isPresent();
        if (!kms) return new Encryption.S3Keys();
        return byDefault
                .map(ServerSideEncryptionByDefault::kmsMasterKeyID)
                .filter(key -> !key.endsWith("alias/aws/s3"))
                .<Encryption>map(key -> new Encryption.OwnKey(keyArn(bucket, key)))
                .orElseGet(Encryption.AwsManagedKey::new);
    }

    private Optional<ServerSideEncryptionByDefault> byDefault(Located bucket) {
        return ask(
                bucket,
                "s3:GetEncryptionConfiguration",
                s3 -> S3Buckets.unless(
                        "ServerSideEncryptionConfigurationNotFoundError",
                        Optional.<ServerSideEncryptionByDefault>empty(),
                        () -> s3
                                .getBucketEncryption(r -> r.bucket(name(bucket)).expectedBucketOwner(owner(bucket)))
                                .serverSideEncryptionConfiguration()
                                .rules()
                                .stream()
                                .map(ServerSideEncryptionRule::applyServerSideEncryptionByDefault)
                                .findFirst()));
    }

    /** S3 keeps a key as it was given: ARN, bare ID, or alias. Only KMS can resolve an alias, and a policy can't use it. */
    private KmsKeyArn keyArn(Located bucket, String key) {
        boolean alias = key.startsWith("alias/") || key.contains(":alias/");
        String text = alias ? behind(bucket, key).orElse(key) : whole(bucket, key);
        return KmsKeyArn.parse(text)
                .good()
                .orElseThrow(() -> new FailureException(new Failure.Conflict(
                        S3Buckets.subject(bucket.name()), Fault.of("fault.bucket.kms-alias", bucket.name(), key), "")));
    }

    private static String whole(Located bucket, String key) {
        if (Arn.parse(key).isPresent()) return key;
        return new Arn(
                        bucket.region().partition().id(),
                        "kms",
                        bucket.region().value(),
                        bucket.owner().value(),
                        key.startsWith("key/") ? key : "key/" + key)
                .toString();
    }

    /** Empty where KMS does not say. */
    private Optional<String> behind(Located bucket, String alias) {
        Call call = new Call("kms:DescribeKey", "KMS key " + alias, "bucket.kms-key");
        try {
            return clients.kms(
                    bucket.region(),
                    call,
                    kms -> Optional.of(
                            kms.describeKey(r -> r.keyId(alias)).keyMetadata().arn()));
        } catch (FailureException _) {
            return Optional.empty();
        }
    }

    Set<PublicAccess> unblocked(Located bucket) {
        return ask(
                bucket,
                "s3:GetBucketPublicAccessBlock",
                s3 -> S3Buckets.unless(
                        "NoSuchPublicAccessBlockConfiguration", EnumSet.allOf(PublicAccess.class), () -> {
                            PublicAccessBlockConfiguration all = s3.getPublicAccessBlock(
                                            r -> r.bucket(name(bucket)).expectedBucketOwner(owner(bucket)))
                                    .publicAccessBlockConfiguration();
                            EnumSet<PublicAccess> off = EnumSet.noneOf(PublicAccess.class);
                            for (PublicAccess setting : PublicAccess.values())
                                if (!Boolean.TRUE.equals(setting(all, setting))) off.add(setting);
                            return off;
                        }));
    }

    private static @Nullable Boolean setting(PublicAccessBlockConfiguration all, PublicAccess which) {
        return switch (which) {
            case BLOCK_PUBLIC_ACLS -> all.blockPublicAcls();
            case IGNORE_PUBLIC_ACLS -> all.ignorePublicAcls();
            case BLOCK_PUBLIC_POLICY -> all.blockPublicPolicy();
            case RESTRICT_PUBLIC_BUCKETS -> all.restrictPublicBuckets();
        };
    }

    /** Without controls, whoever writes an object owns it: the rule of before April 2023. */
    Ownership ownership(Located bucket) {
        return ask(
                bucket,
                "s3:GetBucketOwnershipControls",
                s3 -> S3Buckets.unless(
                        "OwnershipControlsNotFoundError",
                        Ownership.OBJECT_WRITER,
                        () -> s3
                                .getBucketOwnershipControls(
                                        r -> r.bucket(name(bucket)).expectedBucketOwner(owner(bucket)))
                                .ownershipControls()
                                .rules()
                                .stream()
                                .findFirst()
                                .map(rule -> ours(rule.objectOwnership()))
                                .orElse(Ownership.OBJECT_WRITER)));
    }

    private static Ownership ours(ObjectOwnership theirs) {
        return switch (theirs) {
            case BUCKET_OWNER_ENFORCED -> Ownership.BUCKET_OWNER_ENFORCED;
            case BUCKET_OWNER_PREFERRED -> Ownership.BUCKET_OWNER_PREFERRED;
            case OBJECT_WRITER, UNKNOWN_TO_SDK_VERSION -> Ownership.OBJECT_WRITER;
        };
    }

    void write(Located bucket, Protection wanted) {
        ask(
                bucket,
                "s3:PutEncryptionConfiguration",
                s3 -> s3.putBucketEncryption(r -> r.bucket(name(bucket))
                        .expectedBucketOwner(owner(bucket))
                        .serverSideEncryptionConfiguration(c -> c.rules(rule(wanted)))));
        // Never opened: what a bucket's owner has closed is not for Spotdock to open.
        if (wanted.publicAccessBlocked())
            ask(
                    bucket,
                    "s3:PutBucketPublicAccessBlock",
                    s3 -> s3.putPublicAccessBlock(r -> r.bucket(name(bucket))
                            .expectedBucketOwner(owner(bucket))
                            .publicAccessBlockConfiguration(c -> c.blockPublicAcls(true)
                                    .ignorePublicAcls(true)
                                    .blockPublicPolicy(true)
                                    .restrictPublicBuckets(true))));
        ask(
                bucket,
                "s3:PutBucketOwnershipControls",
                s3 -> s3.putBucketOwnershipControls(r -> r.bucket(name(bucket))
                        .expectedBucketOwner(owner(bucket))
                        .ownershipControls(c -> c.rules(OwnershipControlsRule.builder()
                                .objectOwnership(theirs(wanted.ownership()))
                                .build()))));
    }

    /** With a KMS key, a bucket key keeps each upload from being a call to KMS (S3 User Guide, "S3 Bucket Keys"). */
    private static ServerSideEncryptionRule rule(Protection wanted) {
        boolean kms = wanted.awsManagedKey() || wanted.kmsKey().isPresent();
        ServerSideEncryptionByDefault.Builder byDefault = ServerSideEncryptionByDefault.builder()
                .sseAlgorithm(kms ? ServerSideEncryption.AWS_KMS : ServerSideEncryption.AES256);
        wanted.kmsKey().map(KmsKeyArn::value).ifPresent(byDefault::kmsMasterKeyID);
        return ServerSideEncryptionRule.builder()
                .applyServerSideEncryptionByDefault(byDefault.build())
                .bucketKeyEnabled(kms)
                .build();
    }

    private static ObjectOwnership theirs(Bucket.Ownership ours) {
        return switch (ours) {
            case BUCKET_OWNER_ENFORCED -> ObjectOwnership.BUCKET_OWNER_ENFORCED;
            case BUCKET_OWNER_PREFERRED -> ObjectOwnership.BUCKET_OWNER_PREFERRED;
            case OBJECT_WRITER -> ObjectOwnership.OBJECT_WRITER;
        };
    }

    private <R> R ask(Located bucket, String permission, Function<S3Client, R> use) {
        return clients.s3(bucket.region(), S3Buckets.call(permission, bucket.name()), use);
    }
}
