package io.spotdock.sandbox.aws;

import static io.spotdock.sandbox.aws.AwsWorld.refused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.GrantOperation;
import software.amazon.awssdk.services.kms.model.KeyManagerType;
import software.amazon.awssdk.services.kms.model.KeyState;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;

/** KMS Developer Guide, "Key states of AWS KMS keys", "Key policies" and "Grants", by AWS's own client. */
class KeysTest {
    private final AwsWorld world = new AwsWorld();
    private final S3Client s3 = world.s3();
    private final KmsClient kms = kms(world.administrator, "us-east-1");
    private String key = "";

    @BeforeEach
    void aDeliveryIntoABucketWithAKeyOfItsOwn() {
        world.deliveryIsSetUp();
        key = kms.createKey().keyMetadata().arn();
        encryptWith(key);
        world.iam()
                .putRolePolicy(b -> b.roleName("upload")
                        .policyName("key")
                        .policyDocument(AwsWorld.allow("kms:GenerateDataKey", "*")));
    }

    @AfterEach
    void close() {
        world.close();
    }

    private KmsClient kms(AwsCredentials who, String region) {
        return world.client(KmsClient.builder(), who, region).build();
    }

    private void encryptWith(String named) {
        ServerSideEncryptionRule rule = ServerSideEncryptionRule.builder()
                .applyServerSideEncryptionByDefault(
                        d -> d.sseAlgorithm(ServerSideEncryption.AWS_KMS).kmsMasterKeyID(named))
                .build();
        s3.putBucketEncryption(b -> b.bucket("exports").serverSideEncryptionConfiguration(c -> c.rules(rule)));
    }

    private void deliver() {
        world.s3(world.delivery())
                .putObject(b -> b.bucket("exports").key("thoughtspot/a"), RequestBody.fromString("x"));
    }

    @Test
    void aNewKeyIsEnabledAndLeftToTheAccount() {
        var made = kms.describeKey(b -> b.keyId(key)).keyMetadata();
        assertThat(made.keyState()).isEqualTo(KeyState.ENABLED);
        assertThat(made.keyManager()).isEqualTo(KeyManagerType.CUSTOMER);
        assertThat(kms.getKeyPolicy(b -> b.keyId(made.keyId())).policy()).contains("arn:aws:iam::999888777666:root");
        deliver();
    }

    @Test
    void aDisabledKeyEncryptsNothingUntilItIsEnabled() {
        kms.disableKey(b -> b.keyId(key));
        assertThat(kms.describeKey(b -> b.keyId(key)).keyMetadata().enabled()).isFalse();
        refused(this::deliver, 400, "KMS.DisabledException").hasMessageContaining(key + " is disabled.");
        kms.enableKey(b -> b.keyId(key));
        deliver();
        world.faults().set("kms-disabled", "");
        refused(this::deliver, 400, "KMS.DisabledException");
    }

    @Test
    void aKeyThatIsToBeDeletedIsDisabledWhenItIsNotDeletedAfterAll() {
        kms.scheduleKeyDeletion(b -> b.keyId(key).pendingWindowInDays(7));
        refused(this::deliver, 400, "KMS.KMSInvalidStateException");
        refused(() -> kms.enableKey(b -> b.keyId(key)), 400, "KMSInvalidStateException");
        kms.cancelKeyDeletion(b -> b.keyId(key));
        assertThat(kms.describeKey(b -> b.keyId(key)).keyMetadata().keyState()).isEqualTo(KeyState.DISABLED);
    }

    @Test
    void anAliasStandsForItsKey() {
        kms.createAlias(b -> b.aliasName("alias/reports").targetKeyId(key));
        assertThat(kms.describeKey(b -> b.keyId("alias/reports")).keyMetadata().arn())
                .isEqualTo(key);
        encryptWith("alias/reports");
        deliver();
        assertThat(s3.headObject(b -> b.bucket("exports").key("thoughtspot/a")).ssekmsKeyId())
                .isEqualTo(key);
        refused(() -> kms.describeKey(b -> b.keyId("alias/nothing")), 400, "NotFoundException");
    }

    @Test
    void aKeyIsKnownInItsOwnRegionOnly() {
        refused(() -> kms(world.administrator, "eu-west-1").describeKey(b -> b.keyId(key)), 400, "NotFoundException");
    }

    @Test
    void aPolicyThatLocksItsWriterOutIsRefused() {
        String lockedOut = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\""
                + AwsWorld.roleArn("upload") + "\"},\"Action\":\"kms:*\",\"Resource\":\"*\"}]}";
        refused(() -> kms.putKeyPolicy(b -> b.keyId(key).policy(lockedOut)), 400, "MalformedPolicyDocumentException")
                .hasMessageContaining("will not allow you to update the key policy in the future");
        kms.putKeyPolicy(b -> b.keyId(key).policy(lockedOut).bypassPolicyLockoutSafetyCheck(true));
        refused(() -> kms.describeKey(b -> b.keyId(key)), 400, "AccessDeniedException")
                .hasMessageContaining("is not authorized to perform: kms:DescribeKey on resource: " + key);
        deliver();
    }

    @Test
    void aGrantLetsTheRoleUseAKeyThatItsPolicyDoesNot() {
        String administrator =
                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":"
                        + "\"arn:aws:iam::999888777666:user/administrator\"},\"Action\":\"kms:*\",\"Resource\":\"*\"}]}";
        kms.putKeyPolicy(b -> b.keyId(key).policy(administrator));
        refused(this::deliver, 403, "AccessDenied");
        kms.createGrant(b ->
                b.keyId(key).granteePrincipal(AwsWorld.roleArn("upload")).operations(GrantOperation.GENERATE_DATA_KEY));
        assertThat(kms.listGrants(b -> b.keyId(key)).grants())
                .singleElement()
                .satisfies(grant -> assertThat(grant.operations()).containsExactly(GrantOperation.GENERATE_DATA_KEY));
        deliver();
    }

    @Test
    void anotherAccountSeesNothingOfAKeyThatIsLeftToItsOwn() {
        refused(() -> kms(world.thoughtSpot, "us-east-1").describeKey(b -> b.keyId(key)), 400, "AccessDeniedException");
    }
}
