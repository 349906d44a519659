package io.spotdock.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.spotdock.domain.AccountId;
import io.spotdock.domain.BucketName;
import io.spotdock.domain.ExternalId;
import io.spotdock.domain.GoogleProvider;
import io.spotdock.domain.Hosting;
import io.spotdock.domain.KeyPrefix;
import io.spotdock.domain.KmsKeyArn;
import io.spotdock.domain.Partition;
import io.spotdock.domain.ServiceAccountId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The documents as ThoughtSpot's and AWS's guides print them. */
class ThoughtSpotPoliciesTest {
    private static final AccountId CUSTOMER = new AccountId("999888777666");
    private static final BucketName BUCKET = new BucketName("my-company-data-exports");
    private static final Hosting ON_AWS =
            new Hosting.OnAws(new AccountId("123456789012"), new ExternalId("ts-webhook-x7k9m2p4q1"));
    private static final ServiceAccountId SERVICE_ACCOUNT = new ServiceAccountId("115663769112811637952");

    @ParameterizedTest
    @EnumSource
    void theTrustPolicyForThoughtSpotOnAwsIsTheDocumentedOne(Partition partition) throws Exception {
        assertPrinted(ThoughtSpotPolicies.trust(ON_AWS, partition, CUSTOMER), """
                {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
                  "Principal": {"AWS": "arn:P:iam::123456789012:root"}, "Action": "sts:AssumeRole",
                  "Condition": {"StringEquals": {"sts:ExternalId": "ts-webhook-x7k9m2p4q1"}}}]}
                """.replace(
                        "arn:P:", "arn:" + partition + ":"));
    }

    @ParameterizedTest
    @EnumSource
    void theTrustPolicyForThoughtSpotOnGoogleCloudIsTheDocumentedOne(Partition partition) throws Exception {
        Hosting hosting = new Hosting.OnGcp(SERVICE_ACCOUNT, GoogleProvider.IN_ACCOUNT);
        assertPrinted(ThoughtSpotPolicies.trust(hosting, partition, CUSTOMER), """
                {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
                  "Principal": {"Federated": "arn:P:iam::999888777666:oidc-provider/accounts.google.com"},
                  "Action": "sts:AssumeRoleWithWebIdentity",
                  "Condition": {"StringEquals": {"accounts.google.com:sub": "115663769112811637952",
                    "accounts.google.com:aud": "115663769112811637952"}}}]}
                """.replace(
                        "arn:P:", "arn:" + partition + ":"));
    }

    @Test
    void theBuiltInProviderIsNamedByItsHost() throws Exception {
        Hosting hosting = new Hosting.OnGcp(SERVICE_ACCOUNT, GoogleProvider.BUILT_IN);
        JsonNode printed = tree(PolicyJson.print(ThoughtSpotPolicies.trust(hosting, Partition.AWS, CUSTOMER)));
        assertThat(printed.at("/Statement/0/Principal/Federated").asText()).isEqualTo("accounts.google.com");
        assertThat(printed.at("/Statement/0/Condition/StringEquals/accounts.google.com:sub")
                        .asText())
                .isEqualTo("115663769112811637952");
    }

    @ParameterizedTest
    @EnumSource
    void thePermissionsAreTwoActionsUnderThePrefix(Partition partition) throws Exception {
        assertPrinted(
                ThoughtSpotPolicies.permissions(partition, BUCKET, new KeyPrefix("thoughtspot/"), Optional.empty()),
                """
                {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
                  "Action": ["s3:PutObject", "s3:PutObjectAcl"],
                  "Resource": "arn:P:s3:::my-company-data-exports/thoughtspot/*"}]}
                """.replace("arn:P:", "arn:" + partition + ":"));
    }

    @Test
    void withoutPrefixThePermissionsAreOnTheWholeBucket() throws Exception {
        assertPrinted(ThoughtSpotPolicies.permissions(Partition.AWS, BUCKET, KeyPrefix.NONE, Optional.empty()), """
                {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
                  "Action": ["s3:PutObject", "s3:PutObjectAcl"],
                  "Resource": "arn:aws:s3:::my-company-data-exports/*"}]}
                """);
    }

    @Test
    void aKeyOfTheCustomersGetsAStatementOfItsOwnOnThatKeyOnly() throws Exception {
        String key = "arn:aws:kms:us-east-1:999888777666:key/1234abcd-12ab-34cd-56ef-1234567890ab";
        assertPrinted(
                ThoughtSpotPolicies.permissions(Partition.AWS, BUCKET, KeyPrefix.NONE, Optional.of(new KmsKeyArn(key))),
                """
                {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
                  "Action": ["s3:PutObject", "s3:PutObjectAcl"],
                  "Resource": "arn:aws:s3:::my-company-data-exports/*"},
                  {"Effect": "Allow", "Action": ["kms:GenerateDataKey", "kms:Decrypt"],
                  "Resource": "arn:aws:kms:us-east-1:999888777666:key/1234abcd-12ab-34cd-56ef-1234567890ab"}]}
                """);
    }

    @Test
    void theTlsStatementRefusesEveryoneWithoutTls() throws Exception {
        assertPrinted(PolicyDocument.of(ThoughtSpotPolicies.tlsOnly(Partition.AWS, BUCKET)), """
                {"Version": "2012-10-17", "Statement": [{"Sid": "SpotdockTlsOnly", "Effect": "Deny",
                  "Principal": "*", "Action": "s3:*",
                  "Resource": ["arn:aws:s3:::my-company-data-exports", "arn:aws:s3:::my-company-data-exports/*"],
                  "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}
                """);
    }

    @Test
    void everyDocumentFitsItsPlaceAndItsLimit() {
        PolicyDocument trust = ThoughtSpotPolicies.trust(
                new Hosting.OnAws(new AccountId("123456789012"), new ExternalId("x".repeat(1224))),
                Partition.AWS,
                CUSTOMER);
        assertThat(PolicyShape.TRUST.flaw(trust)).isEmpty();
        assertThat(PolicyLimits.size(trust)).isLessThan(PolicyLimits.TRUST);
        PolicyDocument permissions = ThoughtSpotPolicies.permissions(
                Partition.AWS, BUCKET, new KeyPrefix("a".repeat(1024)), Optional.empty());
        assertThat(PolicyShape.IDENTITY.flaw(permissions)).isEmpty();
        assertThat(PolicyLimits.size(permissions)).isLessThan(PolicyLimits.INLINE_OF_A_ROLE);
    }

    /** In structure, value and order; white space apart. */
    private static void assertPrinted(PolicyDocument document, String expected) throws JsonProcessingException {
        assertThat(tree(PolicyJson.print(document)).toString())
                .isEqualTo(tree(expected).toString());
        assertThat(PolicyJson.compact(document)).isEqualTo(tree(expected).toString());
    }

    private static JsonNode tree(String json) throws JsonProcessingException {
        return new JsonMapper().readTree(json);
    }
}
