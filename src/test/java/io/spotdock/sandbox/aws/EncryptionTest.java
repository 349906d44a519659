package io.spotdock.sandbox.aws;

import static io.spotdock.sandbox.aws.AwsWorld.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.RegionName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionByDefault;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;

/** Amazon S3 User Guide, "Using server-side encryption with AWS KMS keys". */
class EncryptionTest {
    private static final String LEFT_TO_THE_ACCOUNT =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
                    + "\"Principal\":{\"AWS\":\"arn:aws:iam::999888777666:root\"},\"Action\":\"kms:*\",\"Resource\":\"*\"}]}";

    private final AwsWorld world = new AwsWorld();
    private final S3Client s3 = world.s3();

    @BeforeEach
    void aDelivery() {
        world.deliveryIsSetUp();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void encryptWith(String key) {
        encryptWith(ServerSideEncryptionByDefault.builder()
                .sseAlgorithm(ServerSideEncryption.AWS_KMS)
                .kmsMasterKeyID(key)
                .build());
    }

    private void encryptWith(ServerSideEncryptionByDefault byDefault) {
        ServerSideEncryptionRule rule = ServerSideEncryptionRule.builder()
                .applyServerSideEncryptionByDefault(byDefault)
                .build();
        s3.putBucketEncryption(b -> b.bucket("exports").serverSideEncryptionConfiguration(c -> c.rules(rule)));
    }

    private void deliver() {
        world.s3(world.delivery())
                .putObject(b -> b.bucket("exports").key("thoughtspot/a"), RequestBody.fromString("x"));
    }

    private String key(String policy) {
        return world.sandbox.aws().addKmsKey(new AccountId(AwsWorld.CUSTOMER), new RegionName("us-east-1"), policy);
    }

    @Test
    void theAccountsOwnKeyServesEverybodyInTheAccount() {
        encryptWith(ServerSideEncryptionByDefault.builder()
                .sseAlgorithm(ServerSideEncryption.AWS_KMS)
                .build());
        deliver();
        assertThat(s3.headObject(b -> b.bucket("exports").key("thoughtspot/a")).ssekmsKeyId())
                .startsWith("arn:aws:kms:us-east-1:999888777666:key/");
    }

    @Test
    void aKeyLeftToTheAccountNeedsTheRolesPolicyToo() {
        String key = key(LEFT_TO_THE_ACCOUNT);
        encryptWith(key);
        refused(this::deliver, 403, "AccessDenied")
                .hasMessageContaining("is not authorized to perform: kms:GenerateDataKey on resource: " + key)
                .hasMessageContaining("because no identity-based policy allows the kms:GenerateDataKey action");
        world.iam()
                .putRolePolicy(b -> b.roleName("upload")
                        .policyName("key")
                        .policyDocument(AwsWorld.allow("kms:GenerateDataKey", key)));
        deliver();
    }

    @Test
    void aKeyPolicyThatLeavesTheRoleOutRefusesIt() {
        encryptWith(key("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":"
                + "\"arn:aws:iam::999888777666:user/administrator\"},\"Action\":\"kms:*\",\"Resource\":\"*\"}]}"));
        world.iam()
                .putRolePolicy(b -> b.roleName("upload")
                        .policyName("key")
                        .policyDocument(AwsWorld.allow("kms:GenerateDataKey", "*")));
        refused(this::deliver, 403, "AccessDenied")
                .hasMessageContaining("because no resource-based policy allows the kms:GenerateDataKey action");
    }

    @Test
    void aKeyThatIsNotThereIsNamed() {
        encryptWith("arn:aws:kms:us-east-1:999888777666:key/11111111-2222-3333-4444-555555555555");
        refused(this::deliver, 400, "KMS.NotFoundException");
    }

    @Test
    void deletingTheSettingBringsSseS3Back() {
        encryptWith(key(LEFT_TO_THE_ACCOUNT));
        s3.deleteBucketEncryption(b -> b.bucket("exports"));
        deliver();
        assertThat(s3.headObject(b -> b.bucket("exports").key("thoughtspot/a")).serverSideEncryption())
                .isEqualTo(ServerSideEncryption.AES256);
    }
}
