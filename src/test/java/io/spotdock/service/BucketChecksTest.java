package io.spotdock.service;

import static io.spotdock.service.SetUp.BUCKET;
import static io.spotdock.service.SetUp.amiss;
import static io.spotdock.service.SetUp.statement;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.OwnershipControlsRule;
import software.amazon.awssdk.services.s3.model.Payer;

/** The account and the bucket with one thing wrong, or merely set otherwise. */
class BucketChecksTest {
    private static final String FILES = "arn:aws:s3:::" + BUCKET + "/*";

    private final SetUp setUp = SetUp.aws();

    @AfterEach
    void close() {
        setUp.close();
    }

    private void blocked(boolean policies) {
        setUp.s3.putPublicAccessBlock(b -> b.bucket(BUCKET)
                .publicAccessBlockConfiguration(c -> c.blockPublicAcls(true)
                        .ignorePublicAcls(true)
                        .blockPublicPolicy(policies)
                        .restrictPublicBuckets(policies)));
    }

    @Test
    void whatIsMerelySetOtherwiseIsNoFault() {
        setUp.s3.putBucketOwnershipControls(b -> b.bucket(BUCKET)
                .ownershipControls(c -> c.rules(OwnershipControlsRule.builder()
                        .objectOwnership(ObjectOwnership.OBJECT_WRITER)
                        .build())));
        setUp.s3.putBucketVersioning(
                b -> b.bucket(BUCKET).versioningConfiguration(c -> c.status(BucketVersioningStatus.ENABLED)));
        setUp.s3.putBucketRequestPayment(
                b -> b.bucket(BUCKET).requestPaymentConfiguration(c -> c.payer(Payer.REQUESTER)));
        assertThat(setUp.amiss()).isEmpty();
    }

    @Test
    void whetherTlsIsAskedForIsKnown() {
        assertThat(setUp.says("bucket.tls")).isEqualTo("passed: The bucket policy refuses whoever comes without TLS.");
        setUp.s3.deleteBucketPolicy(b -> b.bucket(BUCKET));
        assertThat(setUp.amiss()).isEmpty();
        assertThat(setUp.says("bucket.tls"))
                .isEqualTo("passed: ThoughtSpot uses TLS. The bucket policy doesn’t ask for it.");
    }

    @Test
    void theSettingsThatAreOffAreNamed() {
        blocked(false);
        assertThat(setUp.amiss()).isEqualTo(amiss("?bucket.private"));
        assertThat(setUp.says("bucket.private"))
                .startsWith("warned: BlockPublicPolicy, RestrictPublicBuckets off: a policy or an ACL may show")
                .endsWith("Turn BlockPublicPolicy, RestrictPublicBuckets on for the bucket, unless it is public on"
                        + " purpose.");
    }

    @Test
    void aPublicPolicyIsSaidToBeAndRestrictedOneIsKnown() {
        blocked(false);
        setUp.bucketPolicy(
                statement("'Effect':'Allow','Principal':'*','Action':'s3:GetObject','Resource':'" + FILES + "'"));
        // The role is one of everybody.
        assertThat(setUp.amiss()).isEqualTo(amiss("?bucket.private ?bucket.public-policy !refused.read"));
        blocked(true);
        assertThat(setUp.says("bucket.public-policy"))
                .isEqualTo("passed: It lets everyone in, but Block Public Access keeps it to your account.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "StringNotEquals|s3:x-amz-server-side-encryption|aws:kms|!bucket.policy",
                "StringNotEquals|aws:SourceVpce|vpce-1|!bucket.policy",
                "StringNotEquals|aws:PrincipalOrgID|o-abc|?bucket.policy",
                "Bool|aws:SecureTransport|false|",
            })
    void aStatementThatRefusesIsTheBucketsFaultAlone(String operator, String key, String value, String amiss) {
        setUp.bucketPolicy(
                statement("'Sid':'Guard','Effect':'Deny','Principal':'*','Action':'s3:PutObject','Resource':'" + FILES
                        + "','Condition':{'" + operator + "':{'" + key + "':'" + value + "'}}"));
        assertThat(setUp.amiss()).isEqualTo(amiss(amiss == null ? "" : amiss));
    }

    @ParameterizedTest
    @CsvSource({"30s,''", "3m,?account.clock", "-3m,?account.clock", "10m,!account.clock", "-10m,!account.clock"})
    void aClockThatIsOffIsNamed(String ahead, String amiss) {
        setUp.world.sandbox.faults().set("clock-skew", ahead);
        assertThat(setUp.amiss()).isEqualTo(amiss(amiss));
    }

    @Test
    void byHowMuchTheClockIsOffIsSaid() {
        setUp.world.sandbox.faults().set("clock-skew", "-10m");
        assertThat(setUp.says("account.clock"))
                .startsWith("failed: It is 10 min ")
                .contains(" s fast.");
    }
}
