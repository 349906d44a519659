package io.spotdock.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spotdock.check.CheckResult;
import io.spotdock.check.CheckResult.Status;
import io.spotdock.check.Finding;
import io.spotdock.check.Finding.Weight;
import io.spotdock.check.Upload;
import io.spotdock.domain.BucketName;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.KeyPrefix;
import io.spotdock.domain.RoleArn;
import io.spotdock.domain.policy.PolicyJson;
import io.spotdock.domain.policy.PolicySyntaxException;
import io.spotdock.port.Buckets.Located;
import io.spotdock.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.ObjectLockRetentionMode;
import software.amazon.awssdk.services.s3.model.Payer;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;

/** What is found in a bucket that somebody else has set up, over the wire. */
class SurveyTest {
    private static final String NAME = "my-company-data-exports";
    private static final RoleArn ROLE = RoleArn.parse("arn:aws:iam::999888777666:role/thoughtspot-s3-upload")
            .good()
            .orElseThrow();

    private static final String ROOT_MAY =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":"
                    + "\"arn:aws:iam::999888777666:root\"},\"Action\":\"kms:*\",\"Resource\":\"*\"}]}";

    private final World world = World.aws();
    private final Texts texts = new Texts(Locale.ENGLISH);
    private final S3Client s3 = world.s3();
    private final Located bucket = new Located(
            new BucketName(NAME),
            world.sandbox.access().region(),
            world.sandbox.access().customerAccount());

    @BeforeEach
    void make() {
        s3.createBucket(b -> b.bucket(NAME).objectLockEnabledForBucket(true));
    }

    @AfterEach
    void close() {
        s3.close();
        world.close();
    }

    private List<Finding> findings(String prefix, Optional<RoleArn> role) {
        return new Survey(world.cloud()).findings(bucket, new Upload(new KeyPrefix(prefix), role));
    }

    private List<Finding> findings() {
        return findings("thoughtspot/", Optional.of(ROLE));
    }

    private Finding finding(String id) {
        return one(findings(), id);
    }

    private static Finding one(List<Finding> findings, String id) {
        return findings.stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
    }

    private String told(Finding finding) {
        return finding.weight() + ": " + texts.of(finding.title()) + ". " + texts.of(finding.sentence())
                + finding.remedy().map(remedy -> " " + texts.of(remedy)).orElse("");
    }

    private void policy(String statement) {
        s3.putBucketPolicy(
                b -> b.bucket(NAME).policy("{\"Version\":\"2012-10-17\",\"Statement\":[" + statement + "]}"));
    }

    private static String deny(String sid, String more) {
        return "{\"Sid\":\"" + sid + "\",\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"s3:PutObject\","
                + "\"Resource\":\"arn:aws:s3:::" + NAME + "/*\"" + more + "}";
    }

    private static String condition(String operator, String key, String value) {
        return ",\"Condition\":{\"" + operator + "\":{\"" + key + "\":\"" + value + "\"}}";
    }

    private void expire(String prefix, int days) {
        LifecycleRule rule = LifecycleRule.builder()
                .id("expire-temporary")
                .status(ExpirationStatus.ENABLED)
                .filter(f -> f.prefix(prefix))
                .expiration(e -> e.days(days))
                .build();
        s3.putBucketLifecycleConfiguration(b -> b.bucket(NAME).lifecycleConfiguration(l -> l.rules(rule)));
    }

    private void encrypt(String key) {
        ServerSideEncryptionRule rule = ServerSideEncryptionRule.builder()
                .applyServerSideEncryptionByDefault(
                        d -> d.sseAlgorithm("aws:kms").kmsMasterKeyID(key))
                .build();
        s3.putBucketEncryption(b -> b.bucket(NAME).serverSideEncryptionConfiguration(c -> c.rules(rule)));
    }

    @Test
    void aNewBucketIsFineInEveryRespectAndEachIsSaid() {
        assertThat(findings())
                .allMatch(f -> f.weight() == Weight.FINE)
                .extracting(Finding::id)
                .containsExactly(
                        "bucket.policy",
                        "bucket.lifecycle",
                        "bucket.encryption",
                        "bucket.ownership",
                        "bucket.private",
                        "bucket.public-policy",
                        "bucket.object-lock",
                        "bucket.versioning",
                        "bucket.requester-pays");
        assertThat(texts.of(finding("bucket.ownership").title())).isEqualTo("ownership");
    }

    @Test
    void theWorstIsSaidFirst() {
        expire("", 1);
        policy(deny("NoWrites", ""));
        s3.putBucketRequestPayment(b -> b.bucket(NAME).requestPaymentConfiguration(c -> c.payer(Payer.REQUESTER)));

        List<Finding> findings = findings();

        assertThat(findings).extracting(Finding::weight).isSorted();
        assertThat(findings.subList(0, 3))
                .extracting(this::told)
                .containsExactly(
                        "BAD: The bucket policy refuses ThoughtSpot. Statement NoWrites: it refuses s3:PutObject."
                                + " Add an exception for the role to that statement. Spotdock doesn’t change statements"
                                + " it did not write.",
                        "LOOK: A lifecycle rule deletes files after a day. Rule expire-temporary covers the whole"
                                + " bucket. Limit the rule to another folder.",
                        "KNOW: Requester Pays is on. The role is yours, so your account pays for the uploads.");
    }

    @ParameterizedTest
    @CsvSource({
        "thoughtspot/,thoughtspot/,LOOK",
        "thought,thoughtspot/,LOOK",
        "thoughtspot/cluster-1/,thoughtspot/,LOOK",
        "thoughtspot/archive/,thoughtspot/,FINE",
        "logs/,thoughtspot/,FINE",
        "logs/,'',FINE",
        "thoughtspot/,'',FINE",
        "clu,'',LOOK",
    })
    void aLifecycleRuleMattersWhereThoughtSpotsFilesWillLie(String covered, String prefix, Weight weight) {
        expire(covered, 30);

        Finding finding = one(findings(prefix, Optional.empty()), "bucket.lifecycle");

        assertThat(finding.weight()).isEqualTo(weight);
        if (weight == Weight.LOOK)
            assertThat(told(finding))
                    .isEqualTo("LOOK: A lifecycle rule deletes files after 30 days. Rule expire-temporary covers "
                            + covered + ". Choose another prefix, or limit the rule to another folder.");
    }

    @ParameterizedTest
    @CsvSource({
        "StringNotEquals,aws:SourceVpce,vpce-1,BAD,only what comes through your own network",
        "StringNotEquals,s3:x-amz-server-side-encryption,aws:kms,BAD,only files that ask for a certain encryption",
        "ArnNotLike,aws:PrincipalArn,arn:aws:iam::999888777666:role/etl,BAD,only certain identities",
        "ArnNotLike,aws:PrincipalArn,arn:aws:iam::999888777666:role/thoughtspot-*,FINE,''",
        "Bool,aws:MultiFactorAuthPresent,false,BAD,only sign-ins with a second factor",
        "Bool,aws:SecureTransport,false,FINE,''",
        "NotIpAddress,aws:SourceIp,203.0.113.0/24,LOOK,only certain network addresses",
        "StringNotEquals,aws:PrincipalOrgID,o-abc,LOOK,only identities of a certain organisation",
        "StringLike,aws:userid,AROA*:someone,LOOK,only certain identities",
        "StringEquals,aws:PrincipalType,AssumedRole,BAD,it refuses s3:PutObject where StringEquals aws:PrincipalType",
    })
    void whatAStatementMeansIsSaidAndWhatCanOnlyBeTriedIsNotCalledARefusal(
            String operator, String key, String value, Weight weight, String meaning) {
        policy(deny("Guard", condition(operator, key, value)));

        Finding finding = finding("bucket.policy");

        assertThat(finding.weight()).isEqualTo(weight);
        assertThat(texts.of(finding.sentence()))
                .contains(meaning.isEmpty() ? "No statement refuses ThoughtSpot." : "Statement Guard: " + meaning);
    }

    @Test
    void aRoleThatHasNoNameYetIsNotTakenForAnException() {
        policy(deny("Guard", condition("ArnNotLike", "aws:PrincipalArn", ROLE.toString())));

        assertThat(one(findings("", Optional.empty()), "bucket.policy").weight())
                .isEqualTo(Weight.BAD);
        assertThat(one(findings("", Optional.of(ROLE)), "bucket.policy").weight())
                .isEqualTo(Weight.FINE);
    }

    @Test
    void aLockOnEveryFileWantsALookAndOneOnRequestDoesNot() {
        assertThat(told(finding("bucket.object-lock"))).startsWith("FINE: Object Lock. Object Lock is on, but");

        s3.putObjectLockConfiguration(b -> b.bucket(NAME)
                .objectLockConfiguration(c -> c.objectLockEnabled("Enabled")
                        .rule(r -> r.defaultRetention(
                                d -> d.mode(ObjectLockRetentionMode.GOVERNANCE).days(1)))));

        assertThat(told(finding("bucket.object-lock")))
                .startsWith("LOOK: Object Lock is on. AWS then wants a checksum");
    }

    @Test
    void versioningThatIsOffIsToKnowAndOpenPublicAccessNeedsALook() {
        String plain = "plain-bucket";
        s3.createBucket(b -> b.bucket(plain));
        s3.deletePublicAccessBlock(b -> b.bucket(plain));
        Located other = new Located(new BucketName(plain), bucket.region(), bucket.owner());

        List<Finding> findings =
                new Survey(world.cloud()).findings(other, new Upload(KeyPrefix.NONE, Optional.empty()));

        assertThat(told(one(findings, "bucket.versioning")))
                .isEqualTo("KNOW: Versioning is off. A file of the same name replaces the older one.");
        assertThat(one(findings, "bucket.private").weight()).isEqualTo(Weight.LOOK);
    }

    @Test
    void anOwnKeyIsToKnowAndAnothersNeedsALook() {
        String own = "arn:aws:kms:us-east-1:999888777666:key/1234abcd-12ab-34cd-56ef-1234567890ab";
        for (String key : List.of(own, own.replace("999888777666", "111122223333"))) {
            encrypt(key);
            assertThat(finding("bucket.encryption").weight()).isEqualTo(key.equals(own) ? Weight.KNOW : Weight.LOOK);
            assertThat(finding("bucket.encryption").sentence().arguments()).contains(key);
        }
    }

    @Test
    void aKeyBehindAnAliasIsFollowedToTheKey() {
        String key = key(ROOT_MAY);
        try (KmsClient kms = world.kms()) {
            kms.createAlias(b -> b.aliasName("alias/reports").targetKeyId(key));
        }
        encrypt("alias/reports");

        assertThat(finding("bucket.encryption").sentence().arguments()).contains(key);
        assertThat(finding("bucket.key").weight()).isEqualTo(Weight.FINE);
    }

    private String key(String policy) {
        return world.sandbox.aws().addKmsKey(bucket.owner(), bucket.region(), policy);
    }

    @Test
    void theKeyIsSaidToBeUsableOrNot() {
        String key = key(ROOT_MAY);
        encrypt(key);
        assertThat(told(finding("bucket.key"))).isEqualTo("FINE: encryption key. The KMS key is enabled.");
        assertThat(told(finding("bucket.key-policy")))
                .isEqualTo("FINE: key policy. The key’s policy lets the role use it.");

        world.sandbox.faults().set("kms-disabled", "");

        assertThat(told(finding("bucket.key")))
                .isEqualTo("BAD: The KMS key can’t be used. The key " + key
                        + " is disabled, and S3 refuses every upload until it is enabled. Enable the key in KMS, or choose"
                        + " another one as the bucket’s default encryption.");
    }

    @Test
    void aKeyThatLeavesTheRoleOutRefusesIt() {
        encrypt(key(ROOT_MAY.replace(":root", ":user/administrator")));

        assertThat(told(finding("bucket.key-policy")))
                .isEqualTo(
                        "BAD: The key’s policy refuses the role. It neither names the role nor leaves the key to your"
                                + " account. Let the role use the key, in the key policy: kms:GenerateDataKey and kms:Decrypt.");
    }

    @Test
    void aKeyThatMayNotBeLookedAtIsSaidToBeSo() {
        encrypt(key(ROOT_MAY));
        world.sandbox.faults().set("deny", "kms:DescribeKey,kms:GetKeyPolicy");

        assertThat(findings())
                .filteredOn(f -> f.id().startsWith("bucket.key"))
                .extracting(this::told)
                .containsExactly(
                        "KNOW: encryption key. It could not be looked at: kms:DescribeKey is not allowed to you.",
                        "KNOW: key policy. It could not be looked at: kms:GetKeyPolicy is not allowed to you.");
    }

    @Test
    void aKeyBehindAnAliasThatIsNotThereNeedsALookAndHidesNothingElse() {
        encrypt("alias/reports");

        assertThat(finding("bucket.encryption").weight()).isEqualTo(Weight.LOOK);
        assertThat(finding("bucket.encryption").sentence())
                .isEqualTo(Fault.of("fault.bucket.kms-alias", NAME, "alias/reports"));
        assertThat(findings()).hasSize(9);
    }

    @Test
    void whatMayNotBeLookedAtIsSaidAndTheRestIsLookedAt() {
        world.sandbox.faults().set("deny", "s3:GetLifecycleConfiguration,s3:GetBucketPolicy");

        List<Finding> findings = findings();

        assertThat(findings)
                .filteredOn(f -> f.failure().isPresent())
                .allMatch(f -> f.failure().orElseThrow() instanceof Failure.Denied)
                .extracting(this::told)
                .containsExactly(
                        "KNOW: bucket policy. It could not be looked at: s3:GetBucketPolicy is not allowed to you.",
                        "KNOW: lifecycle rules. It could not be looked at: s3:GetLifecycleConfiguration is not"
                                + " allowed to you.");
        assertThat(findings).hasSize(9);
    }

    @Test
    void ofABucketThatIsGoneNothingIsSaid() {
        s3.deleteBucket(b -> b.bucket(NAME));

        assertThatThrownBy(this::findings)
                .isInstanceOfSatisfying(
                        FailureException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.Missing.class));
    }

    @Test
    void itReadsAndWritesNothing() {
        world.sandbox.calls().clear();

        findings();

        assertThat(world.writes()).isEmpty();
        assertThat(world.awsCalls()).hasSize(9);
    }

    @Test
    void theLiveTestSaysTheSame() throws PolicySyntaxException {
        world.apply(io.spotdock.domain.resource.ResourceKind.values());
        expire("thoughtspot/", 30);
        s3.putBucketRequestPayment(b -> b.bucket(NAME).requestPaymentConfiguration(c -> c.payer(Payer.REQUESTER)));
        world.cloud()
                .buckets()
                .putPolicy(
                        bucket,
                        PolicyJson.parse("{\"Statement\":["
                                + deny("Guard", condition("NotIpAddress", "aws:SourceIp", "203.0.113.0/24")) + "]}"));
        world.sandbox.faults().set("deny", "s3:GetBucketVersioning");

        List<CheckResult> results = world.integration().preflight(Event.Sink.NONE);

        assertThat(status(results, "bucket.lifecycle")).isEqualTo(Status.WARNED);
        assertThat(status(results, "bucket.policy")).isEqualTo(Status.WARNED);
        assertThat(status(results, "bucket.requester-pays")).isEqualTo(Status.PASSED);
        assertThat(status(results, "bucket.object-lock")).isEqualTo(Status.PASSED);
        assertThat(status(results, "bucket.versioning")).isEqualTo(Status.SKIPPED);
    }

    private static Status status(List<CheckResult> results, String id) {
        return results.stream()
                .filter(result -> result.id().equals(id))
                .map(CheckResult::status)
                .findFirst()
                .orElseThrow();
    }
}
