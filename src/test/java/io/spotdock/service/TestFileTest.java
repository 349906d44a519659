package io.spotdock.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.check.CheckResult;
import io.spotdock.check.CheckResult.Status;
import io.spotdock.domain.Fault;
import io.spotdock.sandbox.SandboxAccess;
import io.spotdock.sandbox.control.CallLog;
import io.spotdock.settings.Field;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.MFADelete;
import software.amazon.awssdk.services.s3.model.ObjectLockRetentionMode;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;

/** What becomes of the operator's own test file in buckets of all kinds. */
class TestFileTest {
    private static final String BUCKET = "my-company-data-exports";

    private final World world = World.aws();

    @AfterEach
    void close() {
        world.close();
    }

    /** An existing bucket, made ready for deliveries. */
    private void bucket(boolean locked, Consumer<S3Client> change) {
        try (S3Client s3 = world.s3()) {
            s3.createBucket(made -> made.bucket(BUCKET).objectLockEnabledForBucket(locked));
            change.accept(s3);
        }
        world.with(draft -> draft.with(Field.CREATE, "false")).apply();
    }

    private TestRun test(int size) {
        return world.integration().test(size, List.of(), Event.Sink.NONE);
    }

    private static CheckResult of(TestRun run, String id) {
        return run.results().stream()
                .filter(result -> result.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String evidence(CheckResult result) {
        return result.evidence().map(Fault::key).orElse("");
    }

    private void assertNothingIsLeft() {
        try (S3Client s3 = world.s3()) {
            var versions = s3.listObjectVersions(list -> list.bucket(BUCKET));
            assertThat(versions.versions()).isEmpty();
            assertThat(versions.deleteMarkers()).isEmpty();
        }
    }

    @Test
    void aFileOfTheLargestSizeGoesThereAndComesBackTheSame() {
        world.apply();

        TestRun run = test(25 << 20);

        CheckResult readBack = of(run, "upload.read-back");
        assertThat(readBack.status()).isEqualTo(Status.PASSED);
        assertThat(readBack.evidence().orElseThrow().arguments().getFirst()).isEqualTo("26214400");
        assertThat(of(run, "upload.removed").status()).isEqualTo(Status.PASSED);
        assertNothingIsLeft();
    }

    @ParameterizedTest
    @EnumSource(value = BucketVersioningStatus.class, names = "UNKNOWN_TO_SDK_VERSION", mode = EnumSource.Mode.EXCLUDE)
    void whereVersionsAreKeptTheVeryVersionGoesAndNoDeleteMarkerStays(BucketVersioningStatus versioning) {
        bucket(
                false,
                s3 -> s3.putBucketVersioning(
                        put -> put.bucket(BUCKET).versioningConfiguration(kept -> kept.status(versioning))));

        TestRun run = test(64);

        assertThat(evidence(of(run, "upload.removed"))).isEqualTo("check.delivery.removed.version");
        assertThat(evidence(of(run, "delivery.removed"))).isEqualTo("check.delivery.removed.version");
        assertThat(run.leftBehind()).isEmpty();
        assertNothingIsLeft();
    }

    @Test
    void whoMayNotDeleteAVersionDoesNotHideTheFileInstead() {
        bucket(
                false,
                s3 -> s3.putBucketVersioning(put -> put.bucket(BUCKET)
                        .versioningConfiguration(kept -> kept.status(BucketVersioningStatus.ENABLED))));
        world.sandbox.faults().set("deny", "s3:DeleteObjectVersion");

        TestRun run = test(64);

        assertThat(of(run, "upload.removed").status()).isEqualTo(Status.WARNED);
        assertThat(run.leftBehind()).hasSize(2);
        try (S3Client s3 = world.s3()) {
            assertThat(s3.listObjectVersions(list -> list.bucket(BUCKET)).deleteMarkers())
                    .isEmpty();
        }
    }

    @Test
    void aFileThatObjectLockKeepsIsSaidToStayAndUntilWhen() {
        LocalDate until = LocalDate.now(ZoneOffset.UTC).plusDays(30);
        bucket(
                true,
                s3 -> s3.putObjectLockConfiguration(put -> put.bucket(BUCKET)
                        .objectLockConfiguration(lock -> lock.objectLockEnabled("Enabled")
                                .rule(rule ->
                                        rule.defaultRetention(kept -> kept.mode(ObjectLockRetentionMode.GOVERNANCE)
                                                .days(30))))));

        TestRun run = test(64);

        CheckResult removed = of(run, "upload.removed");
        assertThat(removed.status()).isEqualTo(Status.WARNED);
        assertThat(evidence(removed)).isEqualTo("check.delivery.removed.locked");
        assertThat(LocalDate.parse(removed.evidence().orElseThrow().arguments().get(1)))
                .isBetween(until, until.plusDays(1));
        assertThat(run.leftBehind()).extracting(Object::toString).anyMatch(key -> key.contains("spotdock-test-"));
    }

    @Test
    void aBucketThatWantsACodeForDeletingIsNamedAsTheReason() {
        bucket(
                false,
                s3 -> s3.putBucketVersioning(put -> put.bucket(BUCKET)
                        .mfa("arn:aws:iam::999888777666:mfa/root 123456")
                        .versioningConfiguration(kept ->
                                kept.status(BucketVersioningStatus.ENABLED).mfaDelete(MFADelete.ENABLED))));

        CheckResult removed = of(test(64), "upload.removed");

        assertThat(removed.status()).isEqualTo(Status.WARNED);
        assertThat(evidence(removed)).isEqualTo("check.delivery.removed.mfa");
        assertThat(removed.remedy().map(Fault::key)).contains("remedy.mfa-delete");
    }

    @Test
    void howTheFileIsEncryptedIsReadFromTheFile() {
        String policy = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\","
                + "\"Action\":\"kms:*\",\"Resource\":\"*\"}]}";
        SandboxAccess access = world.sandbox.access();
        String key = world.sandbox.aws().addKmsKey(access.customerAccount(), access.region(), policy);
        ServerSideEncryptionRule rule = ServerSideEncryptionRule.builder()
                .applyServerSideEncryptionByDefault(
                        by -> by.sseAlgorithm(ServerSideEncryption.AWS_KMS).kmsMasterKeyID(key))
                .bucketKeyEnabled(true)
                .build();
        bucket(
                false,
                s3 -> s3.putBucketEncryption(
                        put -> put.bucket(BUCKET).serverSideEncryptionConfiguration(all -> all.rules(rule))));

        assertThat(of(test(64), "upload.encryption").evidence())
                .contains(Fault.of("check.upload.encryption.bucket-key", key));
    }

    @Test
    void withoutAKeyOfItsOwnABucketEncryptsWithThoseOfS3() {
        world.apply();

        assertThat(of(test(64), "upload.encryption").evidence()).contains(Fault.of("check.upload.encryption.s3"));
    }

    @Test
    void aFileThatCouldNotBeWrittenIsNotLookedFor() {
        world.apply();
        world.sandbox.faults().set("deny", "s3:PutObject");

        TestRun run = test(64);

        assertThat(of(run, "upload.write").status()).isEqualTo(Status.WARNED);
        for (String id : List.of("upload.read-back", "upload.encryption", "upload.removed"))
            assertThat(of(run, id).status()).as(id).isEqualTo(Status.SKIPPED);
    }

    @Test
    void aFileWhoseAnswerIsLostIsSentOnceMoreFromItsBeginning() {
        world.apply();
        // ThoughtSpot gets no further than the role, so that this file is the only one.
        world.sandbox.faults().set("ts-account", "210987654321");
        world.sandbox.faults().set("drop", "1");

        TestRun run = test(100_000);

        assertThat(world.awsCalls())
                .filteredOn(call -> call.action().equals("PutObject"))
                .extracting(CallLog.Call::status)
                .containsExactly(0, 200);
        assertThat(of(run, "upload.read-back").status()).isEqualTo(Status.PASSED);
        assertNothingIsLeft();
    }
}
