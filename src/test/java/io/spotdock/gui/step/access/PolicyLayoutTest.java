package io.spotdock.gui.step.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.GoogleProvider;
import io.spotdock.domain.policy.PolicyJson;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PolicyLayoutTest {
    private static final Draft AWS = Draft.EMPTY
            .with(Field.ACCOUNT, "999888777666")
            .with(Field.REGION, "us-east-1")
            .with(Field.BUCKET_NAME, "my-company-data-exports")
            .with(Field.PREFIX, "thoughtspot/")
            .with(Field.THOUGHTSPOT_ACCOUNT, "123456789012")
            .with(Field.SERVICE_ACCOUNT, "115663769112811637952")
            .with(Field.EXTERNAL_ID, "ts-webhook-x7k9m2p4q1");
    private static final String KEY = "arn:aws:kms:us-east-1:999888777666:key/1234abcd-12ab-34cd-56ef-1234567890ab";

    private static Policies aws(Draft draft) {
        return new Policies(draft, false, GoogleProvider.IN_ACCOUNT);
    }

    private static Policies gcp(GoogleProvider provider) {
        return new Policies(AWS, true, provider);
    }

    private static String text(List<List<Piece>> lines) {
        return lines.stream()
                .map(line -> line.stream().map(Piece::text).collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    /** What is marked, in brackets. */
    private static String marked(List<List<Piece>> lines) {
        return lines.stream()
                .flatMap(List::stream)
                .map(piece -> piece instanceof Piece.Entered(Field field, String text) ? field + "=" + text : "")
                .filter(mark -> !mark.isEmpty())
                .collect(Collectors.joining(" "));
    }

    @Test
    void aTrustPolicyIsLaidOutForReading() {
        assertThat(text(aws(AWS).trustLines())).isEqualTo("""
            {
              "Version": "2012-10-17",
              "Statement": [{
                "Effect": "Allow",
                "Principal": { "AWS": "arn:aws:iam::123456789012:root" },
                "Action": "sts:AssumeRole",
                "Condition": { "StringEquals": {
                  "sts:ExternalId": "ts-webhook-x7k9m2p4q1"
                }}
              }]
            }\
            """);
        assertThat(marked(aws(AWS).trustLines()))
                .isEqualTo("THOUGHTSPOT_ACCOUNT=123456789012 EXTERNAL_ID=ts-webhook-x7k9m2p4q1");
    }

    @Test
    void anObjectThatWouldNotFitOnItsLineIsOpened() {
        assertThat(text(gcp(GoogleProvider.IN_ACCOUNT).trustLines())).contains("""
                "Principal": {
                  "Federated": "arn:aws:iam::999888777666:oidc-provider/accounts.google.com"
                },
            """);
        assertThat(text(gcp(GoogleProvider.BUILT_IN).trustLines())).contains("""
                "Principal": { "Federated": "accounts.google.com" },
            """);
        assertThat(marked(gcp(GoogleProvider.IN_ACCOUNT).trustLines()))
                .isEqualTo("ACCOUNT=999888777666 SERVICE_ACCOUNT=115663769112811637952"
                        + " SERVICE_ACCOUNT=115663769112811637952");
    }

    @Test
    void bothStatementsOfAPermissionsPolicyAreShown() {
        List<List<Piece>> lines = aws(AWS.with(Field.KMS_KEY, KEY)).permissionsLines();
        assertThat(text(lines)).isEqualTo("""
            {
              "Version": "2012-10-17",
              "Statement": [{
                "Effect": "Allow",
                "Action": ["s3:PutObject", "s3:PutObjectAcl"],
                "Resource": "arn:aws:s3:::my-company-data-exports/thoughtspot/*"
              }, {
                "Effect": "Allow",
                "Action": ["kms:GenerateDataKey", "kms:Decrypt"],
                "Resource": "%s"
              }]
            }\
            """.formatted(KEY));
        assertThat(marked(lines)).isEqualTo("BUCKET_NAME=my-company-data-exports PREFIX=thoughtspot/ KMS_KEY=" + KEY);
    }

    @Test
    void whatIsTypedIsShownHoweverIncompleteItIs() {
        Draft typing = AWS.with(Field.EXTERNAL_ID, "a \"b").without(Field.THOUGHTSPOT_ACCOUNT);
        assertThat(text(aws(typing).trustLines()))
                .contains("\"sts:ExternalId\": \"a \\\"b\"", "\"arn:aws:iam::…:root\"");
        assertThat(aws(typing).trust()).isEmpty();
    }

    @Test
    void aValueThatOccursElsewhereToIsMarkedOnlyWhereItWasEntered() {
        Draft same = AWS.with(Field.PREFIX, "s3").with(Field.BUCKET_NAME, "arn");
        assertThat(marked(aws(same).permissionsLines())).isEqualTo("BUCKET_NAME=arn PREFIX=s3");
    }

    /** The layout differs from the canonical JSON in white space only. */
    @Test
    void theLayoutSaysTheSameAsTheDocument() throws Exception {
        for (Policies each : List.of(aws(AWS), aws(AWS.with(Field.KMS_KEY, KEY)), gcp(GoogleProvider.IN_ACCOUNT))) {
            assertThat(PolicyJson.parse(text(each.trustLines())))
                    .isEqualTo(each.trust().orElseThrow());
            assertThat(PolicyJson.parse(text(each.permissionsLines())))
                    .isEqualTo(each.permissions().orElseThrow());
        }
    }
}
