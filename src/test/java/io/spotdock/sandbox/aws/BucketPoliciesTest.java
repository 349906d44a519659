package io.spotdock.sandbox.aws;

import static io.spotdock.sandbox.aws.AwsWorld.refused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/** Amazon S3 User Guide, "Bucket policies for Amazon S3" and "Blocking public access to your Amazon S3 storage". */
class BucketPoliciesTest {
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

    private void put(String statement) {
        s3.putBucketPolicy(b -> b.bucket("exports").policy(document(statement)));
    }

    private static String document(String statement) {
        return "{\"Version\": \"2012-10-17\", \"Statement\": [" + statement + "]}";
    }

    private static String deny(String condition) {
        return "{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"s3:PutObject\",\"Resource\":\"arn:aws:s3:::exports/*\""
                + (condition.isEmpty() ? "" : ",\"Condition\":" + condition) + "}";
    }

    private void deliver() {
        deliver(world.delivery());
    }

    private void deliver(AwsCredentials who) {
        world.s3(who).putObject(b -> b.bucket("exports").key("thoughtspot/a"), RequestBody.fromString("x"));
    }

    @Test
    void aPolicyIsKeptToTheLetter() {
        String text = document(deny("{\"Bool\":{\"aws:SecureTransport\":\"false\"}}"));
        s3.putBucketPolicy(b -> b.bucket("exports").policy(text));
        assertThat(s3.getBucketPolicy(b -> b.bucket("exports")).policy()).isEqualTo(text);
        assertThat(s3.getBucketPolicyStatus(b -> b.bucket("exports"))
                        .policyStatus()
                        .isPublic())
                .isFalse();
        s3.deleteBucketPolicy(b -> b.bucket("exports"));
        refused(() -> s3.getBucketPolicy(b -> b.bucket("exports")), 404, "NoSuchBucketPolicy");
    }

    @Test
    void anExplicitDenyBeatsTheRolesPolicy() {
        put(deny(""));
        refused(this::deliver, 403, "AccessDenied")
                .hasMessageContaining("with an explicit deny in a resource-based policy");
    }

    @Test
    void loopbackCountsAsTlsUnlessAFaultSaysOtherwise() {
        put(deny("{\"Bool\":{\"aws:SecureTransport\":\"false\"}}"));
        deliver();
        world.faults().set("plain-http", "");
        refused(this::deliver, 403, "AccessDenied");
    }

    @Test
    void anEncryptionConditionLooksAtTheRequestNotAtTheDefault() {
        put(deny("{\"StringNotEquals\":{\"s3:x-amz-server-side-encryption\":\"AES256\"}}"));
        refused(this::deliver, 403, "AccessDenied");
        world.s3(world.delivery())
                .putObject(
                        b -> b.bucket("exports").key("thoughtspot/a").serverSideEncryption(ServerSideEncryption.AES256),
                        RequestBody.fromString("x"));
    }

    @Test
    void theCallersAddressIsLoopback() {
        put(deny("{\"NotIpAddress\":{\"aws:SourceIp\":\"10.0.0.0/8\"}}"));
        refused(this::deliver, 403, "AccessDenied");
        put(deny("{\"NotIpAddress\":{\"aws:SourceIp\":\"127.0.0.0/8\"}}"));
        deliver();
    }

    @Test
    void betweenAccountsBothSidesMustAllow() {
        refused(() -> deliver(world.thoughtSpot), 403, "AccessDenied").hasMessageContaining("Access Denied");
        put(
                "{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"arn:aws:iam::123456789012:root\"},\"Action\":\"s3:PutObject\","
                        + "\"Resource\":\"arn:aws:s3:::exports/*\"}");
        deliver(world.thoughtSpot);
        refused(
                () -> world.s3(world.thoughtSpot)
                        .putBucketPolicy(b -> b.bucket("exports").policy(document(deny("")))),
                403,
                "AccessDenied");
    }

    @Test
    void aPublicPolicyIsBlocked() {
        String everyone =
                "{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::exports/*\"}";
        refused(() -> put(everyone), 403, "AccessDenied").hasMessageContaining("BlockPublicPolicy");
        s3.deletePublicAccessBlock(b -> b.bucket("exports"));
        put(everyone);
        assertThat(s3.getBucketPolicyStatus(b -> b.bucket("exports"))
                        .policyStatus()
                        .isPublic())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"Effect":"Deny","Principal":"*","Action":"s3:PutObject","Resource":"arn:aws:s3:::other/*"} | Policy has invalid resource
            {"Effect":"Deny","Principal":"*","Action":"iam:GetRole","Resource":"arn:aws:s3:::exports/*"} | Policy has invalid action
            {"Effect":"Deny","Principal":{"AWS":"arn:aws:iam::999888777666:role/nobody"},"Action":"s3:PutObject","Resource":"arn:aws:s3:::exports/*"} | Invalid principal in policy
            {"Effect":"Deny","Action":"s3:PutObject","Resource":"arn:aws:s3:::exports/*"} | Missing required field Principal
            {"Effect":"Deny","Principal":"*","Action":"s3:PutObject","Resource":"arn:aws:s3:::exports"} | Action does not apply to any resource(s) in statement
            """)
    void aMalformedPolicyIsRefused(String statement, String said) {
        refused(() -> put(statement), 400, "MalformedPolicy").hasMessageContaining(said);
    }
}
