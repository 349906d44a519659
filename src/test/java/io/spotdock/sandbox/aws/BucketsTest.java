package io.spotdock.sandbox.aws;

import static io.spotdock.sandbox.aws.AwsWorld.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.RegionName;
import io.spotdock.sandbox.aws.state.AccessKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.CreateBucketConfiguration;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/** Amazon S3 API Reference, "CreateBucket", "HeadBucket"; Amazon S3 User Guide, "Default settings for new S3 buckets". */
class BucketsTest {
    private final AwsWorld world = new AwsWorld();
    private final S3Client s3 = world.s3();

    @AfterEach
    void close() {
        world.close();
    }

    private S3Client in(String region) {
        return world.s3(world.administrator, region);
    }

    private static void create(S3Client client, String name, String constraint) {
        client.createBucket(b -> b.bucket(name)
                .createBucketConfiguration(CreateBucketConfiguration.builder()
                        .locationConstraint(constraint)
                        .build()));
    }

    @Test
    void aNewBucketIsEncryptedPrivateAndItsOwners() {
        s3.createBucket(b -> b.bucket("exports"));
        var rule = s3.getBucketEncryption(b -> b.bucket("exports"))
                .serverSideEncryptionConfiguration()
                .rules()
                .getFirst();
        assertThat(rule.applyServerSideEncryptionByDefault().sseAlgorithm()).isEqualTo(ServerSideEncryption.AES256);
        var blocked = s3.getPublicAccessBlock(b -> b.bucket("exports")).publicAccessBlockConfiguration();
        assertThat(blocked.blockPublicAcls()
                        && blocked.blockPublicPolicy()
                        && blocked.ignorePublicAcls()
                        && blocked.restrictPublicBuckets())
                .isTrue();
        assertThat(s3.getBucketOwnershipControls(b -> b.bucket("exports"))
                        .ownershipControls()
                        .rules()
                        .getFirst()
                        .objectOwnership())
                .isEqualTo(ObjectOwnership.BUCKET_OWNER_ENFORCED);
        assertThat(s3.getBucketVersioning(b -> b.bucket("exports")).status()).isNull();
        refused(() -> s3.getBucketPolicy(b -> b.bucket("exports")), 404, "NoSuchBucketPolicy");
        refused(() -> s3.getBucketTagging(b -> b.bucket("exports")), 404, "NoSuchTagSet");
        refused(
                () -> s3.getBucketLifecycleConfiguration(b -> b.bucket("exports")),
                404,
                "NoSuchLifecycleConfiguration");
        refused(
                () -> s3.getObjectLockConfiguration(b -> b.bucket("exports")),
                404,
                "ObjectLockConfigurationNotFoundError");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xn--exports", "sthree-exports", "amzn-s3-demo-exports", "exports-s3alias", "exports.mrap"})
    void aReservedNameIsRefused(String name) {
        refused(() -> s3.createBucket(b -> b.bucket(name)), 400, "InvalidBucketName");
    }

    @Test
    void theLocationIsTheRegionAndLeftOutInTheFirst() {
        refused(() -> create(s3, "exports", "us-east-1"), 400, "InvalidLocationConstraint");
        refused(() -> create(in("eu-west-1"), "exports", "eu-central-1"), 400, "IllegalLocationConstraintException");
        create(in("eu-west-1"), "exports-ie", "eu-west-1");
        s3.createBucket(b -> b.bucket("exports-us"));
        assertThat(s3.getBucketLocation(b -> b.bucket("exports-ie")).locationConstraintAsString())
                .isEqualTo("eu-west-1");
        assertThat(s3.getBucketLocation(b -> b.bucket("exports-us")).locationConstraintAsString())
                .isNullOrEmpty();
        assertThat(s3.listBuckets().buckets())
                .extracting(Bucket::name, Bucket::bucketRegion)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("exports-ie", "eu-west-1"),
                        org.assertj.core.groups.Tuple.tuple("exports-us", "us-east-1"));
    }

    @Test
    void aBucketIsMadeAgainOnlyInTheFirstRegion() {
        s3.createBucket(b -> b.bucket("exports"));
        s3.createBucket(b -> b.bucket("exports"));
        create(in("eu-west-1"), "exports-ie", "eu-west-1");
        refused(() -> create(in("eu-west-1"), "exports-ie", "eu-west-1"), 409, "BucketAlreadyOwnedByYou");
        refused(() -> world.s3(world.thoughtSpot).createBucket(b -> b.bucket("exports")), 409, "BucketAlreadyExists");
    }

    @Test
    void anotherRegionIsPointedTo() {
        create(in("eu-west-1"), "exports", "eu-west-1");
        refused(() -> s3.listObjectsV2(b -> b.bucket("exports")), 301, "PermanentRedirect")
                .isInstanceOfSatisfying(
                        software.amazon.awssdk.awscore.exception.AwsServiceException.class,
                        e -> assertThat(e.awsErrorDetails()
                                        .sdkHttpResponse()
                                        .firstMatchingHeader("x-amz-bucket-region"))
                                .hasValue("eu-west-1"));
    }

    @Test
    void aStrangerIsToldTheRegionAndNoMore() {
        s3.createBucket(b -> b.bucket("exports"));
        refusedHead(world.s3(world.thoughtSpot), "exports", 403);
        refusedHead(s3, "nobodys", 404);
        assertThat(s3.headBucket(b -> b.bucket("exports")).bucketRegion()).isEqualTo("us-east-1");
    }

    private static void refusedHead(S3Client client, String bucket, int status) {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> client.headBucket(b -> b.bucket(bucket)))
                .isInstanceOfSatisfying(
                        software.amazon.awssdk.services.s3.model.S3Exception.class,
                        e -> assertThat(e.statusCode()).isEqualTo(status));
    }

    @Test
    void anUnexpectedOwnerIsDenied() {
        s3.createBucket(b -> b.bucket("exports"));
        refused(
                () -> s3.putObject(
                        b -> b.bucket("exports").key("a").expectedBucketOwner(AwsWorld.THOUGHTSPOT),
                        RequestBody.fromString("x")),
                403,
                "AccessDenied");
        s3.getBucketVersioning(b -> b.bucket("exports").expectedBucketOwner(AwsWorld.CUSTOMER));
    }

    @Test
    void aBucketWithAnythingInItStays() {
        s3.createBucket(b -> b.bucket("exports"));
        s3.putBucketVersioning(
                b -> b.bucket("exports").versioningConfiguration(v -> v.status(BucketVersioningStatus.ENABLED)));
        s3.putObject(b -> b.bucket("exports").key("a"), RequestBody.fromString("x"));
        s3.deleteObject(b -> b.bucket("exports").key("a"));
        refused(() -> s3.deleteBucket(b -> b.bucket("exports")), 409, "BucketNotEmpty");
        s3.listObjectVersions(b -> b.bucket("exports"))
                .versions()
                .forEach(v -> s3.deleteObject(b -> b.bucket("exports").key("a").versionId(v.versionId())));
        s3.listObjectVersions(b -> b.bucket("exports"))
                .deleteMarkers()
                .forEach(v -> s3.deleteObject(b -> b.bucket("exports").key("a").versionId(v.versionId())));
        s3.deleteBucket(b -> b.bucket("exports"));
        refused(() -> s3.listObjectsV2(b -> b.bucket("exports")), 404, "NoSuchBucket");
    }

    @Test
    void thereIsAQuota() {
        for (int i = 0; i < 100; i++) {
            String name = "exports-" + i;
            s3.createBucket(b -> b.bucket(name));
        }
        refused(() -> s3.createBucket(b -> b.bucket("exports-100")), 400, "TooManyBuckets");
    }

    @Test
    void accountsOfOtherPartitionsHaveTheirArns() {
        AccessKey key = world.sandbox.aws().addAccount(new AccountId("111122223333"), new RegionName("us-gov-west-1"));
        AwsCredentials gov = AwsBasicCredentials.create(key.id(), key.secret());
        assertThat(world.client(software.amazon.awssdk.services.sts.StsClient.builder(), gov, "us-gov-west-1")
                        .build()
                        .getCallerIdentity()
                        .arn())
                .isEqualTo("arn:aws-us-gov:iam::111122223333:user/administrator");
        S3Client there = world.s3(gov, "us-gov-west-1");
        create(there, "exports-gov", "us-gov-west-1");
        there.putBucketPolicy(b -> b.bucket("exports-gov")
                .policy(
                        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"s3:*\","
                                + "\"Resource\":\"arn:aws-us-gov:s3:::exports-gov/*\",\"Condition\":{\"Bool\":{\"aws:SecureTransport\":"
                                + "\"false\"}}}]}"));
        String acrossPartitions = AwsWorld.TRUST;
        refused(
                        () -> world.client(
                                        software.amazon.awssdk.services.iam.IamClient.builder(), gov, "us-gov-west-1")
                                .build()
                                .createRole(b -> b.roleName("upload").assumeRolePolicyDocument(acrossPartitions)),
                        400,
                        "MalformedPolicyDocument")
                .hasMessageContaining("Invalid principal in policy");
    }

    @Test
    void whatIsNotImitatedSaysSo() throws IOException, InterruptedException {
        s3.createBucket(b -> b.bucket("exports"));
        refused(() -> s3.listBucketInventoryConfigurations(b -> b.bucket("exports")), 501, "NotImplemented");
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(world.endpoint() + "/exports"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("<Code>AccessDenied</Code>");
    }
}
