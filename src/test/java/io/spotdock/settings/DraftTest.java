package io.spotdock.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.SecretReference;
import io.spotdock.domain.resource.WebhookAuthentication;
import io.spotdock.domain.resource.WebhookSignature;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DraftTest {
    private final Draft aws = read(Guide.YAML);
    private final Draft gcp = read(Guide.GCP);

    @Test
    void anEmptyDraftLacksWhatEveryIntegrationNeeds() {
        assertThat(faults(Draft.EMPTY))
                .containsExactlyInAnyOrder(
                        "thoughtspot.hosting fault.required",
                        "aws.account-id fault.required",
                        "aws.region fault.required",
                        "bucket.name fault.required",
                        "role.name fault.required");
    }

    @Test
    void hostingOnAwsNeedsThoughtSpotsAccountAndNothingOfGoogle() {
        Draft draft = aws.without(Field.THOUGHTSPOT_ACCOUNT)
                .with(Field.SERVICE_ACCOUNT, "115663769112811637952")
                .with(Field.GOOGLE_PROVIDER, "built-in");
        assertThat(faults(draft))
                .containsExactly(
                        "thoughtspot.account-id fault.account-id.hosting-aws",
                        "thoughtspot.service-account-id fault.service-account-id.hosting-aws",
                        "role.google-provider fault.google-provider.hosting-aws");
    }

    @Test
    void nobodysSettingsSendOnesOwnSignInToAReceiver() {
        for (String name : List.of(
                "AWS_SECRET_ACCESS_KEY",
                "AWS_SESSION_TOKEN",
                "SPOTDOCK_TOKEN",
                "SPOTDOCK_PASSWORD",
                "SPOTDOCK_SECRET_KEY"))
            assertThat(faults(aws.with(Field.WEBHOOK_NAME, "w")
                            .with(Field.WEBHOOK_URL, "https://a.example/")
                            .with(Field.BEARER_TOKEN, "env:" + name)))
                    .containsExactly("webhook.authentication.bearer-token fault.secret-reference.own");
    }

    @Test
    void hostingOnGoogleCloudNeedsTheServiceAccountAndNothingOfAws() {
        Draft draft = gcp.without(Field.SERVICE_ACCOUNT)
                .with(Field.THOUGHTSPOT_ACCOUNT, "123456789012")
                .with(Field.EXTERNAL_ID, "ts-webhook-x7k9m2p4q1");
        assertThat(faults(draft))
                .containsExactly(
                        "thoughtspot.service-account-id fault.service-account-id.hosting-gcp",
                        "thoughtspot.account-id fault.account-id.hosting-gcp",
                        "role.external-id fault.external-id.hosting-gcp");
    }

    @Test
    void theArnOfARoleThatSomebodyElseMakesNamesTheRoleToo() {
        Draft draft = aws.without(Field.ROLE_NAME)
                .with(Field.ROLE_ARN, "arn:aws:iam::999888777666:role/teams/data/thoughtspot-s3-upload");
        Settings.Role role = draft.check().good().orElseThrow().role();
        assertThat(role.name().value()).isEqualTo("thoughtspot-s3-upload");
        assertThat(role.isMadeElsewhere()).isTrue();
        assertThat(draft.roleMadeElsewhere()).isTrue();
        assertThat(draft.withRoleMadeElsewhere(false).has(Field.ROLE_ARN)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:iam::111122223333:role/thoughtspot-s3-upload, role.arn fault.role-arn.account",
        "arn:aws-us-gov:iam::999888777666:role/thoughtspot-s3-upload, role.arn fault.role-arn.partition",
        "arn:aws:iam::999888777666:role/another, role.name fault.role-name.arn",
        "arn:aws:iam::999888777666:user/thoughtspot, role.arn fault.role-arn",
    })
    void aRoleThatSomebodyElseMakesIsWhereTheBucketIs(String arn, String fault) {
        assertThat(faults(aws.with(Field.ROLE_ARN, arn))).containsExactly(fault);
    }

    @Test
    void detectingTheHostingNeedsSomeoneToAsk() {
        Draft draft = gcp.without(Field.SERVICE_ACCOUNT).with(Field.HOSTING, "detect");
        assertThat(faults(draft)).containsExactly("thoughtspot.host fault.host.hosting-detect");
        assertThat(faults(draft.with(Field.HOST, "my-company.thoughtspot.cloud")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"us-gov-west-1", "cn-north-1"})
    void aRoleOutsideTheCommercialPartitionCantTrustThoughtSpotsAccount(String region) {
        assertThat(faults(aws.with(Field.REGION, region))).containsExactly("aws.region fault.region.partition");
    }

    @Test
    void aKeyOfAnotherRegionCantEncryptTheBucket() {
        String key = "arn:aws:kms:eu-central-1:999888777666:key/1234abcd-12ab-34cd-56ef-1234567890ab";
        assertThat(faults(aws.with(Field.KMS_KEY, key))).containsExactly("bucket.kms-key fault.kms-key.region");
        assertThat(faults(aws.with(Field.KMS_KEY, key).with(Field.REGION, "eu-central-1")))
                .isEmpty();
        assertThat(faults(aws.with(Field.KMS_KEY, "alias/mine"))).containsExactly("bucket.kms-key fault.kms-key-arn");
    }

    @Test
    void aWebhookIsThereAsSoonAsOneOfItsKeysIs() {
        assertThat(gcp.check().good().orElseThrow().webhook()).isEmpty();
        assertThat(faults(gcp.with(Field.ENABLED, "true")))
                .containsExactly("webhook.name fault.required", "webhook.url fault.required");
    }

    @Test
    void thereIsOneWayToSignInToTheWebhooksUrl() {
        assertThat(faults(aws.with(Field.BASIC_USERNAME, "u")))
                .containsExactly("webhook.authentication fault.authentication.several");
        assertThat(faults(aws.without(Field.BEARER_TOKEN).with(Field.BASIC_USERNAME, "u")))
                .containsExactly("webhook.authentication.basic.password fault.required");
        assertThat(faults(aws.without(Field.BEARER_TOKEN).with(Field.OAUTH2_SECRET, "env:S")))
                .containsExactly(
                        "webhook.authentication.oauth2.authorization-url fault.required",
                        "webhook.authentication.oauth2.client-id fault.required");
    }

    @Test
    void everyWayToSignInIsRead() {
        Optional<SecretReference> reference = Optional.of(new SecretReference.File("/run/secret"));
        Draft none = aws.without(Field.BEARER_TOKEN);
        assertThat(authentication(none)).isEqualTo(new WebhookAuthentication.None());
        assertThat(authentication(
                        none.with(Field.API_KEY_NAME, "X-Api-Key").with(Field.API_KEY_VALUE, "file:/run/secret")))
                .isEqualTo(new WebhookAuthentication.ApiKey("X-Api-Key", reference));
        assertThat(authentication(none.with(Field.BASIC_USERNAME, "u").with(Field.BASIC_PASSWORD, "file:/run/secret")))
                .isEqualTo(new WebhookAuthentication.Basic("u", reference));
        assertThat(authentication(none.with(Field.OAUTH2_URL, "https://login.example.com/token")
                        .with(Field.OAUTH2_CLIENT, "c")
                        .with(Field.OAUTH2_SECRET, "file:/run/secret")))
                .isEqualTo(new WebhookAuthentication.OAuth2("https://login.example.com/token", "c", reference));
    }

    @Test
    void aSignatureNeedsAHeaderAndASecret() {
        assertThat(faults(aws.with(Field.SIGNATURE_HEADER, "X-Signature")))
                .containsExactly("webhook.signature.secret fault.required");
        assertThat(aws.with(Field.SIGNATURE_HEADER, "X-Signature")
                        .with(Field.SIGNATURE_SECRET, "env:S")
                        .check()
                        .good()
                        .orElseThrow()
                        .webhook()
                        .orElseThrow()
                        .signature())
                .contains(new WebhookSignature("X-Signature", Optional.of(new SecretReference.Environment("S"))));
    }

    @Test
    void headersThatCarrySecretsAndHeadersThatAreNoneAreRefused() {
        assertThat(faults(aws.with(Field.HEADERS, Map.of("Authorization", "Bearer hunter2"))))
                .containsExactly("webhook.headers.Authorization fault.header-secret");
        assertThat(faults(aws.with(Field.HEADERS, Map.of("X Y", "z"))))
                .containsExactly("webhook.headers.X Y fault.header-name");
        assertThat(faults(aws.with(Field.HEADERS, Map.of("X-Y", "a\r\nZ: b"))))
                .containsExactly("webhook.headers.X-Y fault.text.characters");
    }

    @Test
    void aDraftIsNotChangedByWhatIsMadeOfIt() {
        Draft changed = aws.with(Field.ORG, "Sales").with(Field.URL_PARAMS, Map.of());
        assertThat(aws.text(Field.ORG)).contains("Primary");
        assertThat(aws.map(Field.URL_PARAMS)).isEqualTo(Map.of("key", "value"));
        assertThat(changed.has(Field.URL_PARAMS)).isFalse();
        assertThat(changed.problemsOf(Field.ORG)).isEmpty();
    }

    @Test
    void theJourneyLeavesOutTheReviewWhenTheCloudTeamMakesTheRole() {
        assertThat(Journey.of(aws)).containsExactly(StepId.values());
        assertThat(Journey.of(aws.withRoleMadeElsewhere(true)))
                .containsExactly(
                        StepId.HOSTING,
                        StepId.AWS_ACCOUNT,
                        StepId.BUCKET,
                        StepId.ACCESS,
                        StepId.WEBHOOK,
                        StepId.LIVE_TEST,
                        StepId.DONE);
    }

    @ParameterizedTest
    @CsvSource({"prefx,prefix", "nmae,name", "tlsonly,tls-only", "externalid,external-id", "account_id,account-id"})
    void theNearestWordIsFound(String typed, String meant) {
        assertThat(Nearest.to(typed, List.of("prefix", "name", "tls-only", "external-id", "account-id")))
                .contains(meant);
    }

    @Test
    void aWordNearToNothingIsNotGuessed() {
        assertThat(Nearest.to("flamingo", List.of("prefix", "name"))).isEmpty();
    }

    private static WebhookAuthentication authentication(Draft draft) {
        return draft.check().good().orElseThrow().webhook().orElseThrow().authentication();
    }

    private static List<String> faults(Draft draft) {
        return draft.check().problems().stream()
                .map(problem -> problem.path() + " " + problem.fault().key())
                .toList();
    }

    private static Draft read(String yaml) {
        return SettingsFile.read(yaml.getBytes(StandardCharsets.UTF_8), "s.yaml")
                .draft();
    }
}
