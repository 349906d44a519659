package io.spotdock.service;

import static io.spotdock.service.SetUp.BUCKET;
import static io.spotdock.service.SetUp.ROLE;
import static io.spotdock.service.SetUp.allow;
import static io.spotdock.service.SetUp.amiss;
import static io.spotdock.service.SetUp.statement;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.check.CheckResult.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.kms.model.GrantOperation;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;

/** A bucket that encrypts with a KMS key, as it stands in AWS. */
class KeyChecksTest {
    private static final String FILES = "arn:aws:s3:::" + BUCKET + "/thoughtspot/*";
    private static final String UPLOADS = allow("s3:PutObject s3:PutObjectAcl", FILES);
    private static final String ROOT = "'Principal':{'AWS':'arn:aws:iam::999888777666:root'}";
    private static final String TO_THE_ACCOUNT =
            statement("'Effect':'Allow'," + ROOT + ",'Action':'kms:*','Resource':'*'");
    private static final String TO_THE_ADMINISTRATOR = TO_THE_ACCOUNT.replace(":root", ":user/administrator");
    private static final String TO_THE_ROLE =
            statement("'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::999888777666:role/" + ROLE
                    + "'},'Action':['kms:GenerateDataKey*','kms:Decrypt'],'Resource':'*'");

    private final SetUp setUp = SetUp.aws();

    @AfterEach
    void close() {
        setUp.close();
    }

    private String encrypted(String... policy) {
        String key = setUp.key(policy);
        setUp.encryptWith(key);
        return key;
    }

    private void mayUse(String key) {
        setUp.rights(UPLOADS, allow("kms:GenerateDataKey kms:Decrypt", key));
    }

    @Test
    void aKeyLeftToTheAccountAndARoleWithTheRightAreFine() {
        mayUse(encrypted(TO_THE_ACCOUNT));
        assertThat(setUp.amiss()).isEmpty();
        assertThat(setUp.says("bucket.key")).isEqualTo("passed: The KMS key is enabled.");
    }

    @Test
    void aKeyWhosePolicyNamesTheRoleNeedsNoRightOfItsOwn() {
        encrypted(TO_THE_ADMINISTRATOR, TO_THE_ROLE);
        assertThat(setUp.amiss()).isEmpty();
    }

    @Test
    void soDoesAGrant() {
        String key = encrypted(TO_THE_ADMINISTRATOR);
        setUp.kms.createGrant(b -> b.keyId(key)
                .granteePrincipal("arn:aws:iam::999888777666:role/" + ROLE)
                .operations(GrantOperation.GENERATE_DATA_KEY, GrantOperation.DECRYPT));
        assertThat(setUp.amiss()).isEmpty();
    }

    @Test
    void theKeyOfAwsForS3AndAKeyBehindAnAliasAreFine() {
        ServerSideEncryptionRule rule = ServerSideEncryptionRule.builder()
                .applyServerSideEncryptionByDefault(d -> d.sseAlgorithm(ServerSideEncryption.AWS_KMS))
                .build();
        setUp.s3.putBucketEncryption(b -> b.bucket(BUCKET).serverSideEncryptionConfiguration(c -> c.rules(rule)));
        assertThat(setUp.amiss()).isEmpty();
        assertThat(setUp.skipped()).contains("bucket.key", "bucket.key-policy", "role.may-use-key");

        String key = setUp.key(TO_THE_ACCOUNT);
        mayUse(key);
        setUp.kms.createAlias(b -> b.aliasName("alias/reports").targetKeyId(key));
        setUp.encryptWith("alias/reports");
        assertThat(setUp.amiss()).isEmpty();
        assertThat(setUp.run("bucket.key").status()).isEqualTo(Status.PASSED);
    }

    @Test
    void aKeyThatIsDisabledOrToBeDeletedIsNamed() {
        String key = encrypted(TO_THE_ACCOUNT);
        mayUse(key);
        setUp.kms.disableKey(b -> b.keyId(key));
        assertThat(setUp.amiss()).isEqualTo(amiss("!bucket.key"));
        assertThat(setUp.says("bucket.key"))
                .startsWith(
                        "failed: The key " + key + " is disabled, and S3 refuses every upload until it is enabled.");
        setUp.kms.scheduleKeyDeletion(b -> b.keyId(key).pendingWindowInDays(7));
        assertThat(setUp.amiss()).isEqualTo(amiss("!bucket.key"));
        assertThat(setUp.says("bucket.key")).contains("is about to be deleted");
    }

    @Test
    void aKeyThatIsNotThereIsNamed() {
        String gone = "arn:aws:kms:us-east-1:999888777666:key/11111111-2222-3333-4444-555555555555";
        mayUse(gone);
        setUp.encryptWith(gone);
        assertThat(setUp.amiss()).isEqualTo(amiss("!bucket.key"));
        assertThat(setUp.says("bucket.key")).startsWith("failed: There is no key " + gone);
    }

    @Test
    void aKeyPolicyThatLeavesTheRoleOutIsTheKeysFaultAndNotTheRoles() {
        mayUse(encrypted(TO_THE_ADMINISTRATOR));
        assertThat(setUp.amiss()).isEqualTo(amiss("!bucket.key-policy"));
        assertThat(setUp.says("role.may-use-key"))
                .isEqualTo("skipped: The key’s own policy refuses it already: see the bucket’s checks.");
    }

    @Test
    void aStatementOfTheKeyPolicyThatRefusesIsNamed() {
        mayUse(encrypted(
                TO_THE_ACCOUNT,
                statement("'Sid':'NoS3','Effect':'Deny','Principal':'*','Action':'kms:GenerateDataKey','Resource':'*',"
                        + "'Condition':{'StringLike':{'kms:ViaService':'s3.*.amazonaws.com'}}")));
        assertThat(setUp.amiss()).isEqualTo(amiss("!bucket.key-policy"));
        assertThat(setUp.says("bucket.key-policy")).startsWith("failed: Statement NoS3 (key policy) refuses it.");
    }

    @Test
    void aRightThatTheRoleLacksIsNamed() {
        String key = encrypted(TO_THE_ACCOUNT);
        assertThat(setUp.amiss()).isEqualTo(amiss("!role.may-use-key"));
        assertThat(setUp.says("role.may-use-key"))
                .isEqualTo("failed: No statement allows it kms:GenerateDataKey on " + key
                        + ". Allow kms:GenerateDataKey on " + key + " in a policy of the role.");
        setUp.rights(UPLOADS, allow("kms:GenerateDataKey", key));
        assertThat(setUp.amiss()).isEqualTo(amiss("?role.may-use-key"));
    }

    @Test
    void aBoundaryThatForgetsTheKeyIsNamed() {
        mayUse(encrypted(TO_THE_ACCOUNT));
        setUp.bound(setUp.managed("uploads-only", UPLOADS));
        assertThat(setUp.amiss()).isEqualTo(amiss("!role.boundary"));
        assertThat(setUp.says("role.boundary")).contains("doesn’t let the role do kms:GenerateDataKey");
    }

    @Test
    void anyKeyIsMoreThanTheOneKey() {
        encrypted(TO_THE_ACCOUNT);
        setUp.rights(UPLOADS, allow("kms:GenerateDataKey kms:Decrypt", "*"));
        assertThat(setUp.amiss()).isEqualTo(amiss("?role.permissions"));
    }

    @Test
    void whoMayNotLookAtTheKeyIsToldSo() {
        mayUse(encrypted(TO_THE_ACCOUNT));
        setUp.world.sandbox.faults().set("deny", "kms:DescribeKey,kms:GetKeyPolicy,kms:ListGrants");
        assertThat(setUp.amiss()).isEmpty();
        assertThat(setUp.says("bucket.key"))
                .isEqualTo("skipped: It could not be looked at: kms:DescribeKey is not allowed to you.");
        assertThat(setUp.says("bucket.key-policy"))
                .isEqualTo("skipped: It could not be looked at: kms:GetKeyPolicy is not allowed to you.");
    }

    @Test
    void aKeyOfAnotherAccountIsWorthALook() {
        var other = new io.spotdock.domain.AccountId("111122223333");
        var region = new io.spotdock.domain.RegionName("us-east-1");
        setUp.world.sandbox.aws().addAccount(other, region);
        String key = setUp.world.sandbox.aws().addKmsKey(other, region, SetUp.document(TO_THE_ACCOUNT));
        mayUse(key);
        setUp.encryptWith(key);
        assertThat(setUp.amiss()).isEqualTo(amiss("?bucket.encryption"));
        assertThat(setUp.skipped()).contains("bucket.key-policy");
    }
}
