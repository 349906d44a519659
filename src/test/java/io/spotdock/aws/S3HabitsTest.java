package io.spotdock.aws;

import static io.spotdock.aws.StubAws.failure;
import static io.spotdock.aws.StubAws.s3Error;
import static io.spotdock.aws.StubAws.xml;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.BucketName;
import io.spotdock.domain.Failure;
import io.spotdock.domain.resource.Expiration;
import io.spotdock.port.Buckets;
import io.spotdock.port.Buckets.Located;
import io.spotdock.port.Buckets.ObjectLock;
import io.spotdock.port.Buckets.Versioning;
import io.spotdock.sandbox.wire.Exchange.Answer;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Answers in each of the forms that S3 knows, of today and of the old days. */
class S3HabitsTest {
    private static final Located BUCKET =
            new Located(new BucketName("acme-reports"), StubAws.REGION, new AccountId("999888777666"));

    private static <T> T read(Answer answer, Function<Buckets, T> read) {
        try (StubAws aws = StubAws.always(answer)) {
            T value = read.apply(aws.cloud().buckets());
            assertThat(aws.seen())
                    .singleElement()
                    .satisfies(e ->
                            assertThat(e.header("x-amz-expected-bucket-owner")).contains("999888777666"));
            return value;
        }
    }

    private static List<Expiration> rules(String rules) {
        return read(
                xml(200, "<LifecycleConfiguration>" + rules + "</LifecycleConfiguration>"),
                buckets -> buckets.expirations(BUCKET));
    }

    private static String rule(String filter, String action) {
        return "<Rule><ID>r</ID>" + filter + "<Status>Enabled</Status>" + action + "</Rule>";
    }

    @Test
    void aRulesPrefixIsFoundWhereverItStands() {
        String thirty = "<Expiration><Days>30</Days></Expiration>";
        assertThat(List.of(
                        rule("<Filter><Prefix>tmp/</Prefix></Filter>", thirty),
                        rule("<Filter><And><Prefix>tmp/</Prefix></And></Filter>", thirty),
                        rule("<Prefix>tmp/</Prefix>", thirty)))
                .allSatisfy(rule -> assertThat(rules(rule))
                        .containsExactly(new Expiration("r", "tmp/", false, 0, new Expiration.Due.After(30))));
        assertThat(List.of(rule("<Filter/>", thirty), rule("<Filter></Filter>", thirty), rule("<Prefix/>", thirty)))
                .allSatisfy(rule -> assertThat(rules(rule))
                        .singleElement()
                        .extracting(Expiration::prefix)
                        .isEqualTo(""));
    }

    @Test
    void tagsSizesAndDatesAreTakenDown() {
        String date = "<Expiration><Date>2027-01-31T00:00:00.000Z</Date></Expiration>";
        String tag = "<Tag><Key>k</Key><Value>v</Value></Tag>";
        Expiration.Due due = new Expiration.Due.From(LocalDate.of(2027, 1, 31));
        assertThat(rules(rule("<Filter>" + tag + "</Filter>", date)))
                .containsExactly(new Expiration("r", "", true, 0, due));
        assertThat(rules(rule(
                        "<Filter><And><Prefix>a/</Prefix>" + tag
                                + "<ObjectSizeGreaterThan>500</ObjectSizeGreaterThan></And></Filter>",
                        date)))
                .containsExactly(new Expiration("r", "a/", true, 500, due));
        assertThat(rules(rule("<Filter><ObjectSizeGreaterThan>500</ObjectSizeGreaterThan></Filter>", date)))
                .containsExactly(new Expiration("r", "", false, 500, due));
    }

    @Test
    void rulesThatDeleteNoFileOrAreOffAreLeftOut() {
        String everything = "<Filter><Prefix></Prefix></Filter>";
        assertThat(rules(rule(everything, "<Transition><Days>1</Days><StorageClass>GLACIER</StorageClass></Transition>")
                        + rule(
                                everything,
                                "<NoncurrentVersionExpiration><NoncurrentDays>1</NoncurrentDays></NoncurrentVersionExpiration>")
                        + rule(
                                everything,
                                "<Expiration><ExpiredObjectDeleteMarker>true</ExpiredObjectDeleteMarker></Expiration>")
                        + rule(everything, "<Expiration><Days>1</Days></Expiration>")
                                .replace("Enabled", "Disabled")))
                .isEmpty();
    }

    @Test
    void aBucketWithoutSettingsHasNoHabits() {
        List<Expiration> rules =
                read(s3Error(404, "NoSuchLifecycleConfiguration", "none"), buckets -> buckets.expirations(BUCKET));
        ObjectLock lock = read(
                s3Error(404, "ObjectLockConfigurationNotFoundError", "none"), buckets -> buckets.objectLock(BUCKET));
        assertThat(rules).isEmpty();
        assertThat(lock).isEqualTo(ObjectLock.OFF);
        assertThat(versioning("")).isEqualTo(Versioning.OFF);
        assertThat(requesterPays("BucketOwner")).isFalse();
    }

    @Test
    void aLockThatHoldsEveryFileIsToldFromOneThatWaitsToBeAsked() {
        String on = "<ObjectLockEnabled>Enabled</ObjectLockEnabled>";
        String rule = "<Rule><DefaultRetention><Mode>COMPLIANCE</Mode><Years>1</Years></DefaultRetention></Rule>";
        assertThat(lock(on)).isEqualTo(ObjectLock.ON);
        assertThat(lock(on + rule)).isEqualTo(ObjectLock.BY_DEFAULT);
        assertThat(lock("")).isEqualTo(ObjectLock.OFF);
    }

    private static ObjectLock lock(String content) {
        return read(
                xml(200, "<ObjectLockConfiguration>" + content + "</ObjectLockConfiguration>"),
                buckets -> buckets.objectLock(BUCKET));
    }

    @Test
    void versionsAreKeptNoLongerWhenThatIsSuspended() {
        assertThat(versioning("<Status>Enabled</Status>")).isEqualTo(Versioning.ON);
        assertThat(versioning("<Status>Suspended</Status>")).isEqualTo(Versioning.SUSPENDED);
    }

    private static Versioning versioning(String content) {
        return read(
                xml(200, "<VersioningConfiguration>" + content + "</VersioningConfiguration>"),
                buckets -> buckets.versioning(BUCKET));
    }

    @Test
    void whoeverAsksPaysWhereTheBucketSaysSo() {
        assertThat(requesterPays("Requester")).isTrue();
    }

    private static boolean requesterPays(String payer) {
        return read(
                xml(200, "<RequestPaymentConfiguration><Payer>" + payer + "</Payer></RequestPaymentConfiguration>"),
                buckets -> buckets.requesterPays(BUCKET));
    }

    @Test
    void aRefusalNamesTheRightThatIsMissing() {
        try (StubAws aws = StubAws.always(s3Error(403, "AccessDenied", "Access Denied"))) {
            Buckets buckets = aws.cloud().buckets();
            assertThat(List.of(
                            denied(() -> buckets.expirations(BUCKET)),
                            denied(() -> buckets.objectLock(BUCKET)),
                            denied(() -> buckets.versioning(BUCKET)),
                            denied(() -> buckets.requesterPays(BUCKET))))
                    .containsExactly(
                            "s3:GetLifecycleConfiguration",
                            "s3:GetBucketObjectLockConfiguration",
                            "s3:GetBucketVersioning",
                            "s3:GetBucketRequestPayment");
        }
    }

    private static String denied(Runnable call) {
        return ((Failure.Denied) failure(call)).action();
    }
}
