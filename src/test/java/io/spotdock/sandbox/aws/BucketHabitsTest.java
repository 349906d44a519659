package io.spotdock.sandbox.aws;

import static io.spotdock.sandbox.aws.AwsWorld.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.MFADelete;
import software.amazon.awssdk.services.s3.model.MFADeleteStatus;
import software.amazon.awssdk.services.s3.model.ObjectLockEnabled;
import software.amazon.awssdk.services.s3.model.ObjectLockRetentionMode;
import software.amazon.awssdk.services.s3.model.Payer;

/** Amazon S3 API Reference, "PutBucketLifecycleConfiguration", "PutObjectLockConfiguration", "PutBucketRequestPayment". */
class BucketHabitsTest {
    private final AwsWorld world = new AwsWorld();
    private final S3Client s3 = world.s3();

    @BeforeEach
    void bucket() {
        s3.createBucket(b -> b.bucket("exports"));
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void put(List<Consumer<LifecycleRule.Builder>> rules) {
        List<LifecycleRule> made = rules.stream()
                .map(rule -> {
                    LifecycleRule.Builder builder = LifecycleRule.builder().status(ExpirationStatus.ENABLED);
                    rule.accept(builder);
                    return builder.build();
                })
                .toList();
        s3.putBucketLifecycleConfiguration(b -> b.bucket("exports").lifecycleConfiguration(l -> l.rules(made)));
    }

    private List<LifecycleRule> rules() {
        return s3.getBucketLifecycleConfiguration(b -> b.bucket("exports")).rules();
    }

    @Test
    void aLifecycleComesBackAsItWasPutAndGoesWhenItIsDeleted() {
        refused(this::rules, 404, "NoSuchLifecycleConfiguration");

        put(List.of(r -> r.id("expire").filter(f -> f.prefix("tmp & co/")).expiration(e -> e.days(30))));

        assertThat(rules()).singleElement().satisfies(rule -> {
            assertThat(rule.id()).isEqualTo("expire");
            assertThat(rule.filter().prefix()).isEqualTo("tmp & co/");
            assertThat(rule.expiration().days()).isEqualTo(30);
        });
        s3.deleteBucketLifecycle(b -> b.bucket("exports"));
        refused(this::rules, 404, "NoSuchLifecycleConfiguration");
    }

    /** Amazon S3 User Guide, "Configuring MFA delete". */
    @Test
    void withMfaDeleteAVersionGoesAndTheVersioningChangesOnlyWithACode() {
        String code = "arn:aws:iam::999888777666:mfa/root-account-mfa-device 123456";
        refused(
                () -> s3.putBucketVersioning(b -> b.bucket("exports")
                        .versioningConfiguration(
                                v -> v.status(BucketVersioningStatus.ENABLED).mfaDelete(MFADelete.ENABLED))),
                403,
                "AccessDenied");
        s3.putBucketVersioning(b -> b.bucket("exports")
                .mfa(code)
                .versioningConfiguration(
                        v -> v.status(BucketVersioningStatus.ENABLED).mfaDelete(MFADelete.ENABLED)));
        String version = s3.putObject(b -> b.bucket("exports").key("report.pdf"), RequestBody.fromString("x"))
                .versionId();

        refused(
                () -> s3.deleteObject(b -> b.bucket("exports").key("report.pdf").versionId(version)),
                403,
                "AccessDenied");
        refused(
                () -> s3.putBucketVersioning(b ->
                        b.bucket("exports").versioningConfiguration(v -> v.status(BucketVersioningStatus.SUSPENDED))),
                403,
                "AccessDenied");
        assertThat(s3.getBucketVersioning(b -> b.bucket("exports")).mfaDelete()).isEqualTo(MFADeleteStatus.ENABLED);
        assertThat(s3.deleteObject(b -> b.bucket("exports").key("report.pdf")).deleteMarker())
                .as("hiding it needs no code")
                .isTrue();

        s3.deleteObject(
                b -> b.bucket("exports").key("report.pdf").versionId(version).mfa(code));
        assertThat(s3.listObjectVersions(b -> b.bucket("exports")).versions()).isEmpty();
    }

    @Test
    void aRuleWithoutAnIdIsGivenOne() {
        put(List.of(r -> r.filter(f -> f.prefix("")).expiration(e -> e.days(1))));

        assertThat(rules())
                .singleElement()
                .satisfies(rule -> assertThat(rule.id()).isNotEmpty());
        assertThat(rules()).isEqualTo(rules());
    }

    @Test
    void rulesThatMeanNothingAreRefused() {
        refused(() -> put(List.of(r -> r.expiration(e -> e.days(1)))), 400, "MalformedXML");
        refused(() -> put(List.of(r -> r.filter(f -> f.prefix("a/")))), 400, "InvalidRequest");
        refused(
                () -> put(List.of(r -> r.filter(f -> f.prefix("a/")).expiration(e -> e.days(0)))),
                400,
                "InvalidArgument");
        Instant noon = Instant.parse("2030-01-01T12:00:00Z");
        refused(
                () -> put(List.of(r -> r.filter(f -> f.prefix("a/")).expiration(e -> e.date(noon)))),
                400,
                "InvalidArgument");
        refused(
                () -> put(List.of(
                        r -> r.id("x").filter(f -> f.prefix("a/")).expiration(e -> e.days(1)),
                        r -> r.id("x").filter(f -> f.prefix("b/")).expiration(e -> e.days(1)))),
                400,
                "InvalidArgument");
    }

    @Test
    void objectLockNeedsVersionsAndKeepsThemOn() {
        refused(() -> lock(ObjectLockRetentionMode.GOVERNANCE, 1), 409, "InvalidBucketState");
        version(BucketVersioningStatus.ENABLED);
        refused(() -> lock(ObjectLockRetentionMode.GOVERNANCE, 0), 400, "InvalidArgument");
        refused(() -> lock(ObjectLockRetentionMode.fromValue("FOREVER"), 1), 400, "MalformedXML");

        lock(ObjectLockRetentionMode.GOVERNANCE, 1);

        var found = s3.getObjectLockConfiguration(b -> b.bucket("exports")).objectLockConfiguration();
        assertThat(found.objectLockEnabled()).isEqualTo(ObjectLockEnabled.ENABLED);
        assertThat(found.rule().defaultRetention().days()).isEqualTo(1);
        refused(() -> version(BucketVersioningStatus.SUSPENDED), 409, "InvalidBucketState");
    }

    private void lock(ObjectLockRetentionMode mode, int days) {
        s3.putObjectLockConfiguration(b -> b.bucket("exports")
                .objectLockConfiguration(c -> c.objectLockEnabled(ObjectLockEnabled.ENABLED)
                        .rule(r -> r.defaultRetention(d -> d.mode(mode).days(days)))));
    }

    private void version(BucketVersioningStatus status) {
        s3.putBucketVersioning(b -> b.bucket("exports").versioningConfiguration(v -> v.status(status)));
    }

    @Test
    void theBucketsOwnerPaysUntilSomebodySaysOtherwise() {
        assertThat(s3.getBucketRequestPayment(b -> b.bucket("exports")).payer()).isEqualTo(Payer.BUCKET_OWNER);

        pays(Payer.REQUESTER);

        assertThat(s3.getBucketRequestPayment(b -> b.bucket("exports")).payer()).isEqualTo(Payer.REQUESTER);
        refused(() -> pays(Payer.fromValue("Nobody")), 400, "MalformedXML");
    }

    private void pays(Payer payer) {
        s3.putBucketRequestPayment(b -> b.bucket("exports").requestPaymentConfiguration(c -> c.payer(payer)));
    }

    @Test
    void eachIsReadByARightOfItsOwn() {
        world.faults()
                .set(
                        "deny",
                        "s3:GetLifecycleConfiguration,s3:GetBucketObjectLockConfiguration,s3:GetBucketVersioning,"
                                + "s3:GetBucketRequestPayment");
        refused(this::rules, 403, "AccessDenied");
        refused(() -> s3.getObjectLockConfiguration(b -> b.bucket("exports")), 403, "AccessDenied");
        refused(() -> s3.getBucketVersioning(b -> b.bucket("exports")), 403, "AccessDenied");
        refused(() -> s3.getBucketRequestPayment(b -> b.bucket("exports")), 403, "AccessDenied");
    }
}
