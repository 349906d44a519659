package io.spotdock.gui.step.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.check.Finding;
import io.spotdock.domain.BucketName;
import io.spotdock.domain.Fault;
import io.spotdock.domain.KmsKeyArn;
import io.spotdock.domain.RegionName;
import io.spotdock.domain.resource.Bucket.Protection;
import io.spotdock.gui.step.Footer;
import io.spotdock.gui.step.Remark;
import io.spotdock.gui.step.Remark.Kind;
import io.spotdock.gui.step.Standing;
import io.spotdock.gui.step.TestPlace;
import io.spotdock.port.Buckets;
import io.spotdock.sandbox.SandboxAccess;
import io.spotdock.settings.Field;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleRule;

class BucketModelTest {
    private static final RegionName FRANKFURT = new RegionName("eu-central-1");

    private final TestPlace place = TestPlace.aws().withGuide().signedIn();
    private final BucketModel model = new BucketModel(place);

    @BeforeEach
    void enter() {
        model.enter();
        settle();
    }

    @AfterEach
    void close() {
        place.close();
    }

    private void settle() {
        place.operations.pass(Duration.ofSeconds(1));
    }

    private void type(String name) {
        model.name().text().set(name);
        settle();
    }

    private void ours(String name, RegionName region) {
        Buckets buckets = place.setup().cloud().buckets();
        Buckets.Located made = new Buckets.Located(
                new BucketName(name), region, place.sandbox.access().customerAccount());
        buckets.create(made);
        buckets.protect(made, Protection.SECURE_DEFAULT);
    }

    private Footer.Command next() {
        return model.footer().get().commands().getFirst();
    }

    private String draft(Field field) {
        return place.draft().get().text(field).orElse("");
    }

    @Test
    void aFreeNameIsSaidToBeAvailableAndLeadsOn() {
        assertThat(model.nameRemark().get().text().key()).isEqualTo("wizard.bucket.available");
        assertThat(model.standing().get()).isEqualTo(Standing.done("my-company-data-exports"));
        next().run().run();
        assertThat(place.went).containsExactly("next");
    }

    @Test
    void whatIsTypedIsPublishedAtOnceAndAskedAboutAfterAPause() {
        place.operations.hold();
        model.name().text().set("exports-of-2026");
        assertThat(draft(Field.BUCKET_NAME)).isEqualTo("exports-of-2026");
        assertThat(model.nameRemark().get()).isEqualTo(Remark.NONE);
        settle();
        assertThat(model.nameRemark().get().kind()).isEqualTo(Kind.CHECKING);
        place.operations.release();
        assertThat(model.nameRemark().get().kind()).isEqualTo(Kind.GOOD);
    }

    @Test
    void whoWantsToGoOnWhileANameIsAskedAboutWaitsForTheAnswer() {
        place.operations.hold();
        model.name().text().set("exports-of-2026");
        settle();
        next().run().run();
        assertThat(place.went).isEmpty();
        place.operations.release();
        assertThat(place.went).containsExactly("next");
    }

    @Test
    void nobodyGoesOnWithANameThatTurnsOutToBeTaken() {
        place.operations.hold();
        model.name().text().set("taken");
        settle();
        next().run().run();
        takenByAnother("taken");
        place.operations.release();
        assertThat(model.nameRemark().get().text().key()).isEqualTo("wizard.bucket.taken");
        assertThat(place.went).isEmpty();
        assertThat(next().enabled()).isFalse();
    }

    private void takenByAnother(String name) {
        SandboxAccess access = place.sandbox.access();
        try (S3Client s3 =
                s3(AwsBasicCredentials.create(access.thoughtSpotAccessKeyId(), access.thoughtSpotSecretAccessKey()))) {
            s3.createBucket(request -> request.bucket(name));
        }
    }

    private AwsCredentials administrator() {
        SandboxAccess access = place.sandbox.access();
        return AwsBasicCredentials.create(access.accessKeyId(), access.secretAccessKey());
    }

    private S3Client s3(AwsCredentials who) {
        return S3Client.builder()
                .endpointOverride(place.sandbox.access().awsEndpoint())
                .forcePathStyle(true)
                .httpClient(UrlConnectionHttpClient.create())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(who))
                .build();
    }

    @Test
    void charactersThatCanNeverBecomeRightAreToldAtOnceWithTheNameThatWasMeant() {
        model.name().text().set("My_Company_Data_Exports");
        Remark remark = model.nameRemark().get();
        assertThat(remark.kind()).isEqualTo(Kind.ERROR);
        assertThat(remark.text().key()).isEqualTo("fault.bucket-name.characters");
        remark.repair().orElseThrow().run().run();
        settle();
        assertThat(draft(Field.BUCKET_NAME)).isEqualTo("my-company-data-exports");
        assertThat(model.nameRemark().get().kind()).isEqualTo(Kind.GOOD);
    }

    @Test
    void aNameThatIsStillTooShortIsToldAboutWhenItWasLeftAndNoLonger() {
        type("ex");
        assertThat(model.nameRemark().get()).isEqualTo(Remark.NONE);
        assertThat(model.standing().get()).isEqualTo(Standing.TO_DO);
        assertThat(next().enabled()).isFalse();
        model.name().left();
        assertThat(model.nameRemark().get().text().key()).isEqualTo("fault.bucket-name.length");
        assertThat(model.standing().get().kind()).isEqualTo(Standing.Kind.FAULT);
        type("exp");
        assertThat(model.nameRemark().get().kind()).isEqualTo(Kind.GOOD);
    }

    @Test
    void whoIsRefusedIsToldWhyAndLedThere() {
        type("");
        model.footer().get().note().mend().orElseThrow().run();
        assertThat(model.nameRemark().get().text().key()).isEqualTo("fault.required");
        assertThat(place.went).containsExactly("BUCKET BUCKET_NAME");
        assertThat(model.firstFault()).contains(Field.BUCKET_NAME);
    }

    @Test
    void aBucketThatIsOursAlreadyMayBeTakenAsItIs() {
        ours("exports-of-ours", place.sandbox.access().region());
        type("exports-of-ours");
        Remark remark = model.nameRemark().get();
        assertThat(remark.text().key()).isEqualTo("wizard.bucket.ours");
        assertThat(next().enabled()).isTrue();
        remark.repair().orElseThrow().run().run();
        assertThat(model.creating().get()).isFalse();
        assertThat(draft(Field.BUCKET_NAME)).isEqualTo("exports-of-ours");
    }

    @Test
    void aBucketOfOursElsewhereCannotBeMadeHere() {
        ours("exports-of-ours", FRANKFURT);
        type("exports-of-ours");
        assertThat(model.nameRemark().get().text().key()).isEqualTo("wizard.bucket.ours-elsewhere");
        assertThat(next().enabled()).isFalse();
    }

    @Test
    void theRegionOfAnExistingBucketIsReadFromItAndTheFormerOneComesBack() {
        ours("exports-of-ours", FRANKFURT);
        model.create(false);
        assertThat(model.buckets().get().orElseThrow()).contains(new BucketName("exports-of-ours"));
        type("exports-of-ours");
        assertThat(draft(Field.REGION)).isEqualTo("eu-central-1");
        assertThat(model.regionHint().get().key()).isEqualTo("wizard.bucket.region.read");
        model.create(true);
        assertThat(draft(Field.BUCKET_NAME)).isEqualTo("my-company-data-exports");
        assertThat(draft(Field.REGION)).isEqualTo("us-east-1");
        model.create(false);
        assertThat(draft(Field.BUCKET_NAME)).isEqualTo("exports-of-ours");
    }

    @Test
    void aBucketThatIsNotThereCanOnlyBeMade() {
        model.create(false);
        type("nowhere-to-be-found");
        assertThat(model.nameRemark().get().text().key()).isEqualTo("wizard.bucket.absent");
        model.nameRemark().get().repair().orElseThrow().run().run();
        assertThat(model.creating().get()).isTrue();
        assertThat(model.nameRemark().get().kind()).isEqualTo(Kind.GOOD);
    }

    @Test
    void whoMayNotListTypesTheName() {
        place.sandbox.faults().set("deny", "s3:ListAllMyBuckets");
        model.create(false);
        assertThat(model.typed().get()).isTrue();
        assertThat(model.nameRemark().get())
                .isEqualTo(Remark.of(Kind.KNOW, "wizard.bucket.list-denied", "s3:ListAllMyBuckets"));
    }

    @Test
    void whatAnExistingBucketHoldsIsFoundAndItsKeyIsKnownToTheSettings() {
        String key = place.sandbox
                .aws()
                .addKmsKey(
                        place.sandbox.access().customerAccount(),
                        place.sandbox.access().region(),
                        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":"
                                + "\"arn:aws:iam::999888777666:root\"},\"Action\":\"kms:*\",\"Resource\":\"*\"}]}");
        ours("exports-of-ours", place.sandbox.access().region());
        Buckets.Located bucket = new Buckets.Located(
                new BucketName("exports-of-ours"),
                place.sandbox.access().region(),
                place.sandbox.access().customerAccount());
        Protection secure = Protection.SECURE_DEFAULT;
        place.setup()
                .cloud()
                .buckets()
                .protect(
                        bucket,
                        new Protection(
                                Optional.of(new KmsKeyArn(key)),
                                false,
                                secure.publicAccessBlocked(),
                                secure.ownership()));
        model.create(false);
        type("exports-of-ours");
        assertThat(model.findings().get().orElseThrow())
                .extracting(Finding::id)
                .contains("bucket.encryption", "bucket.key", "bucket.key-policy");
        assertThat(draft(Field.KMS_KEY)).isEqualTo(key);
        assertThat(model.standing().get()).isEqualTo(Standing.done("exports-of-ours"));
        model.create(true);
        assertThat(draft(Field.KMS_KEY)).isEmpty();
        assertThat(model.findings().get()).isEmpty();
    }

    @Test
    void aRuleThatDeletesFilesIsLookedAtForThePrefixAsItIsTyped() {
        ours("exports-of-ours", place.sandbox.access().region());
        LifecycleRule rule = LifecycleRule.builder()
                .id("expire-temporary")
                .status(ExpirationStatus.ENABLED)
                .filter(filter -> filter.prefix("thoughtspot/"))
                .expiration(due -> due.days(30))
                .build();
        try (S3Client s3 = s3(administrator())) {
            s3.putBucketLifecycleConfiguration(
                    request -> request.bucket("exports-of-ours").lifecycleConfiguration(rules -> rules.rules(rule)));
        }
        model.create(false);
        type("exports-of-ours");
        assertThat(model.standing().get()).isEqualTo(Standing.look(Fault.of("wizard.bucket.standing.look", 1)));
        assertThat(next().enabled()).isTrue();
        model.prefix().text().set("reports/");
        assertThat(model.standing().get()).isEqualTo(Standing.done("exports-of-ours"));
    }

    @ParameterizedTest
    @CsvSource({
        "/thoughtspot/, fault.prefix.slash, thoughtspot/",
        "thoughtspot, wizard.bucket.prefix.open, thoughtspot/",
    })
    void aPrefixIsPutRightByOneClick(String typed, String says, String right) {
        model.prefix().text().set(typed);
        Remark remark = model.prefixRemark().get();
        assertThat(remark.text().key()).isEqualTo(says);
        remark.repair().orElseThrow().run().run();
        assertThat(draft(Field.PREFIX)).isEqualTo(right);
        assertThat(model.prefixRemark().get()).isEqualTo(Remark.NONE);
    }

    @Test
    void aKeyOfAnotherRegionIsToldWhereTheRegionIsChosen() {
        String key = "arn:aws:kms:us-east-1:999888777666:key/1234abcd-12ab-34cd-56ef-1234567890ab";
        place.publish(draft -> draft.with(Field.KMS_KEY, key));
        model.choose(FRANKFURT);
        assertThat(model.regionRemark().get().text().key()).isEqualTo("fault.kms-key.region");
        assertThat(model.firstFault()).contains(Field.REGION);
        model.regionRemark().get().repair().orElseThrow().run().run();
        assertThat(model.regionRemark().get()).isEqualTo(Remark.NONE);
    }

    @Test
    void aNameIsAskedAboutAgainWhenSomebodyElseSignsIn() {
        place.learn(known -> known.withCaller(Optional.empty()));
        assertThat(model.nameRemark().get()).isEqualTo(Remark.NONE);
        place.signedIn();
        settle();
        assertThat(model.nameRemark().get().kind()).isEqualTo(Kind.GOOD);
    }
}
