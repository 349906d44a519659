package io.spotdock.aws;

import static io.spotdock.aws.StubAws.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.BucketName;
import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import io.spotdock.domain.KmsKeyArn;
import io.spotdock.domain.resource.Bucket.Ownership;
import io.spotdock.domain.resource.Bucket.Protection;
import io.spotdock.port.Buckets.Located;
import io.spotdock.sandbox.wire.Exchange;
import io.spotdock.sandbox.wire.Exchange.Answer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Buckets older than today's defaults, and keys named in each of the ways S3 allows. */
class S3ProtectionTest {
    private static final Located BUCKET =
            new Located(new BucketName("acme-reports"), StubAws.REGION, new AccountId("999888777666"));
    private static final String KEY = "1234abcd-12ab-34cd-56ef-1234567890ab";

    private static Answer encryption(String rule) {
        return StubAws.xml(
                200,
                "<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault>" + rule
                        + "</ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration>");
    }

    private static Answer block(boolean last) {
        return StubAws.xml(
                200,
                "<PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls><IgnorePublicAcls>true"
                        + "</IgnorePublicAcls><BlockPublicPolicy>true</BlockPublicPolicy><RestrictPublicBuckets>" + last
                        + "</RestrictPublicBuckets></PublicAccessBlockConfiguration>");
    }

    private static Answer ownership(String name) {
        return StubAws.xml(
                200,
                "<OwnershipControls><Rule><ObjectOwnership>" + name + "</ObjectOwnership></Rule></OwnershipControls>");
    }

    private static Function<Exchange, Answer> bucket(Answer encryption, Answer block, Answer ownership) {
        return e -> switch (e.rawQuery()) {
            case "encryption" -> encryption;
            case "publicAccessBlock" -> block;
            default -> ownership;
        };
    }

    private static Protection read(String rule) {
        try (StubAws aws = new StubAws(bucket(encryption(rule), block(true), ownership("BucketOwnerEnforced")))) {
            return aws.cloud().buckets().protection(BUCKET);
        }
    }

    @Test
    void aNewBucketIsSecureAndItTakesThreeCallsToSeeIt() {
        try (StubAws aws = new StubAws(bucket(
                encryption("<SSEAlgorithm>AES256</SSEAlgorithm>"), block(true), ownership("BucketOwnerEnforced")))) {
            assertThat(aws.cloud().buckets().protection(BUCKET)).isEqualTo(Protection.SECURE_DEFAULT);
            assertThat(aws.seen()).hasSize(3);
            assertThat(aws.seen())
                    .allMatch(e ->
                            e.header("x-amz-expected-bucket-owner").orElse("").equals("999888777666"));
        }
    }

    @Test
    void aBucketOfTheOldDaysHasNoneOfIt() {
        try (StubAws aws = new StubAws(bucket(
                StubAws.s3Error(404, "ServerSideEncryptionConfigurationNotFoundError", "none"),
                StubAws.s3Error(404, "NoSuchPublicAccessBlockConfiguration", "none"),
                StubAws.s3Error(404, "OwnershipControlsNotFoundError", "none")))) {
            assertThat(aws.cloud().buckets().protection(BUCKET))
                    .isEqualTo(new Protection(Optional.empty(), false, false, Ownership.OBJECT_WRITER));
        }
    }

    @Test
    void threeOfFourIsNotBlocked() {
        try (StubAws aws = new StubAws(bucket(
                encryption("<SSEAlgorithm>AES256</SSEAlgorithm>"), block(false), ownership("BucketOwnerPreferred")))) {
            Protection protection = aws.cloud().buckets().protection(BUCKET);
            assertThat(protection.publicAccessBlocked()).isFalse();
            assertThat(protection.ownership()).isEqualTo(Ownership.BUCKET_OWNER_PREFERRED);
        }
    }

    @Test
    void aKeyIsKnownByItsArnAndByItsIdAlone() {
        KmsKeyArn arn = new KmsKeyArn("arn:aws:kms:eu-central-1:999888777666:key/" + KEY);
        for (String named : List.of(arn.value(), KEY, "key/" + KEY))
            assertThat(read("<SSEAlgorithm>aws:kms</SSEAlgorithm><KMSMasterKeyID>" + named + "</KMSMasterKeyID>")
                            .kmsKey())
                    .as(named)
                    .contains(arn);
    }

    @Test
    void awsesOwnKeyIsToldApart() {
        for (String rest : List.of("", "<KMSMasterKeyID>alias/aws/s3</KMSMasterKeyID>")) {
            Protection protection = read("<SSEAlgorithm>aws:kms</SSEAlgorithm>" + rest);
            assertThat(protection.awsManagedKey()).isTrue();
            assertThat(protection.kmsKey()).isEmpty();
        }
    }

    @Test
    void aKeyBehindAnAliasIsAConflictSinceNoPolicyCanNameIt() {
        try (StubAws aws = new StubAws(bucket(
                encryption("<SSEAlgorithm>aws:kms</SSEAlgorithm><KMSMasterKeyID>alias/reports</KMSMasterKeyID>"),
                block(true),
                ownership("BucketOwnerEnforced")))) {
            assertThat(failure(() -> aws.cloud().buckets().protection(BUCKET)))
                    .isInstanceOfSatisfying(
                            Failure.Conflict.class,
                            c -> assertThat(c.evidence())
                                    .isEqualTo(Fault.of("fault.bucket.kms-alias", "acme-reports", "alias/reports")));
        }
    }

    @Test
    void blockPublicAccessIsNeverTakenAway() {
        try (StubAws aws = StubAws.always(StubAws.empty(200, Map.of()))) {
            aws.cloud()
                    .buckets()
                    .protect(BUCKET, new Protection(Optional.empty(), false, false, Ownership.BUCKET_OWNER_ENFORCED));
            assertThat(aws.seen()).extracting(Exchange::rawQuery).containsExactly("encryption", "ownershipControls");
        }
    }

    @Test
    void aKeyIsSetWithABucketKey() {
        KmsKeyArn arn = new KmsKeyArn("arn:aws:kms:eu-central-1:999888777666:key/" + KEY);
        try (StubAws aws = StubAws.always(StubAws.empty(200, Map.of()))) {
            aws.cloud()
                    .buckets()
                    .protect(BUCKET, new Protection(Optional.of(arn), false, true, Ownership.BUCKET_OWNER_ENFORCED));
            assertThat(new String(aws.seen().getFirst().body(), StandardCharsets.UTF_8))
                    .contains("<SSEAlgorithm>aws:kms</SSEAlgorithm>", arn.value(), "<BucketKeyEnabled>true");
        }
    }
}
