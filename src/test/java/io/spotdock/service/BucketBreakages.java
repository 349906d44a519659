package io.spotdock.service;

import static io.spotdock.service.SetUp.BUCKET;
import static io.spotdock.service.SetUp.ROLE;
import static io.spotdock.service.SetUp.allow;
import static io.spotdock.service.SetUp.statement;

import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.s3.model.BucketLocationConstraint;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.ObjectLockEnabled;
import software.amazon.awssdk.services.s3.model.ObjectLockRetentionMode;

/** What is done to the bucket and to its key. */
final class BucketBreakages {
    private static final String FILES = "arn:aws:s3:::" + BUCKET + "/*";
    private static final String UPLOADS =
            allow("s3:PutObject s3:PutObjectAcl", "arn:aws:s3:::" + BUCKET + "/thoughtspot/*");
    private static final String KEY_TO_THE_ACCOUNT = statement(
            "'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::999888777666:root'},'Action':'kms:*','Resource':'*'");
    private static final String KEY_TO_THE_ADMINISTRATOR = KEY_TO_THE_ACCOUNT.replace(":root", ":user/administrator");
    private static final String KEY_TO_THE_ROLE = KEY_TO_THE_ACCOUNT.replace(":root", ":role/" + ROLE);

    private BucketBreakages() {}

    static List<Breakage> all() {
        return List.of(
                Breakage.of(
                        "The bucket was deleted",
                        s -> s.s3.deleteBucket(b -> b.bucket(BUCKET)),
                        "!bucket.exists check.bucket.exists.no"),
                Breakage.of(
                        "The bucket was made anew in another region",
                        s -> {
                            s.s3.deleteBucket(b -> b.bucket(BUCKET));
                            s.s3.createBucket(b -> b.bucket(BUCKET)
                                    .createBucketConfiguration(
                                            c -> c.locationConstraint(BucketLocationConstraint.EU_WEST_1)));
                        },
                        "!bucket.region fault.bucket.region"),
                Breakage.of(
                        "The bucket was deleted, and somebody else has taken the name",
                        s -> {
                            s.s3.deleteBucket(b -> b.bucket(BUCKET));
                            s.world.sandbox.faults().set("foreign-bucket", BUCKET);
                        },
                        "!bucket.exists fault.bucket.taken"),
                policy("The bucket policy denies PutObject to everyone", "", "!bucket.policy finding.policy.always"),
                Breakage.of(
                        "The bucket policy denies PutObject to the role",
                        s -> s.bucketPolicy(guard("")
                                .replace(
                                        "\"*\",\"Action",
                                        "{\"AWS\":\"arn:aws:iam::999888777666:role/" + ROLE + "\"},\"Action")),
                        "!bucket.policy finding.policy.always"),
                policy(
                        "The bucket policy wants KMS asked for by a header",
                        ",'Condition':{'StringNotEquals':{'s3:x-amz-server-side-encryption':'aws:kms'}}",
                        "!bucket.policy finding.policy.only.encryption"),
                policy(
                        "The bucket policy lets in one VPC endpoint only",
                        ",'Condition':{'StringNotEquals':{'aws:SourceVpce':'vpce-1'}}",
                        "!bucket.policy finding.policy.only.network"),
                policy(
                                "The bucket policy lets in some addresses only",
                                ",'Condition':{'NotIpAddress':{'aws:SourceIp':'203.0.113.0/24'}}",
                                "!delivery.validate cause.bucket-policy.statement")
                        .doctor("?bucket.policy finding.policy.only.address"),
                policy(
                                "The bucket policy lets in an organisation that the account is not in",
                                ",'Condition':{'StringNotEquals':{'aws:PrincipalOrgID':'o-abc'}}",
                                "!delivery.validate cause.bucket-policy.statement")
                        .doctor("?bucket.policy finding.policy.only.organisation"),
                Breakage.of(
                                "Object Lock with a default retention was switched on",
                                s -> {
                                    s.s3.putBucketVersioning(b -> b.bucket(BUCKET)
                                            .versioningConfiguration(c -> c.status(BucketVersioningStatus.ENABLED)));
                                    s.s3.putObjectLockConfiguration(b -> b.bucket(BUCKET)
                                            .objectLockConfiguration(c -> c.objectLockEnabled(ObjectLockEnabled.ENABLED)
                                                    .rule(r -> r.defaultRetention(
                                                            d -> d.days(1).mode(ObjectLockRetentionMode.GOVERNANCE)))));
                                },
                                "!delivery.validate cause.checksum")
                        .doctor("?bucket.object-lock finding.object-lock.says"),
                Breakage.of(
                        "A lifecycle rule deletes what lies under the prefix",
                        s -> s.s3.putBucketLifecycleConfiguration(b -> b.bucket(BUCKET)
                                .lifecycleConfiguration(c -> c.rules(LifecycleRule.builder()
                                        .id("tidy")
                                        .status(ExpirationStatus.ENABLED)
                                        .filter(f -> f.prefix("thoughtspot/"))
                                        .expiration(e -> e.days(1))
                                        .build()))),
                        "?bucket.lifecycle finding.lifecycle.covers"),
                Breakage.of(
                        "Block Public Access was switched off",
                        s -> s.s3.deletePublicAccessBlock(b -> b.bucket(BUCKET)),
                        "?bucket.private finding.public-access.says"),
                Breakage.of(
                        "The bucket was made public",
                        s -> {
                            s.s3.deletePublicAccessBlock(b -> b.bucket(BUCKET));
                            s.bucketPolicy(statement("'Effect':'Allow','Principal':'*','Action':'s3:GetObject',"
                                    + "'Resource':'" + FILES + "'"));
                        },
                        "!refused.read check.refused.no"),
                key(
                        "A KMS key was set whose policy leaves the role out",
                        KEY_TO_THE_ADMINISTRATOR,
                        _ -> {},
                        "!bucket.key-policy finding.key-policy.silent"),
                key(
                        "The KMS key was disabled",
                        KEY_TO_THE_ACCOUNT,
                        s -> s.kms.disableKey(b -> b.keyId(keyOf(s))),
                        "!bucket.key finding.key.disabled"),
                key(
                        "The KMS key is about to be deleted",
                        KEY_TO_THE_ACCOUNT,
                        s -> s.kms.scheduleKeyDeletion(b -> b.keyId(keyOf(s)).pendingWindowInDays(7)),
                        "!bucket.key finding.key.deletion"),
                key(
                        "A KMS key was set that the role has no right to use",
                        KEY_TO_THE_ACCOUNT,
                        s -> s.rights(UPLOADS),
                        "!role.may-use-key check.role.may-upload.lacks"),
                key(
                        "The KMS key does not exist",
                        KEY_TO_THE_ACCOUNT,
                        s -> s.encryptWith(
                                "arn:aws:kms:us-east-1:999888777666:key/11111111-2222-3333-4444-555555555555"),
                        "!bucket.key finding.key.gone"),
                key(
                        "A KMS key of another region was set",
                        KEY_TO_THE_ACCOUNT,
                        s -> s.encryptWith(keyOf(s).replace("us-east-1", "eu-west-1")),
                        "!bucket.key fault.kms-key.region"),
                key(
                        "The role was made anew, so that the key's policy names one that is gone",
                        KEY_TO_THE_ADMINISTRATOR + "," + KEY_TO_THE_ROLE,
                        RoleBreakages::makeAnew,
                        "!bucket.key-policy finding.key-policy.deleted"));
    }

    private static String guard(String condition) {
        return statement("'Sid':'Guard','Effect':'Deny','Principal':'*','Action':'s3:PutObject','Resource':'" + FILES
                + "'" + condition);
    }

    private static Breakage policy(String name, String condition, String finding) {
        return Breakage.of(name, s -> s.bucketPolicy(guard(condition)), finding);
    }

    /** A key that everything is right with, before it is broken. */
    private static Breakage key(String name, String policy, Consumer<SetUp> breaking, String finding) {
        return Breakage.of(
                name,
                s -> {
                    String key = s.key(policy);
                    s.rights(UPLOADS, allow("kms:GenerateDataKey kms:Decrypt", key));
                    s.encryptWith(key);
                    breaking.accept(s);
                },
                finding);
    }

    private static String keyOf(SetUp s) {
        return s.s3.getBucketEncryption(b -> b.bucket(BUCKET))
                .serverSideEncryptionConfiguration()
                .rules()
                .getFirst()
                .applyServerSideEncryptionByDefault()
                .kmsMasterKeyID();
    }
}
