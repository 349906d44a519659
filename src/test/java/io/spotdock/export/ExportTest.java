package io.spotdock.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.spotdock.domain.Partition;
import io.spotdock.domain.RoleArn;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.policy.PolicyJson;
import io.spotdock.domain.policy.ThoughtSpotPolicies;
import io.spotdock.plan.Wanted;
import io.spotdock.settings.Field;
import io.spotdock.thoughtspot.WebhookRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExportTest {
    @Test
    void theFilesHaveTheNamesThatOthersRelyOn() {
        assertThat(Samples.ON_AWS.files())
                .extracting(ExportFile::path)
                .containsExactly(
                        "policies/trust-policy.json",
                        "policies/permissions-policy.json",
                        "policies/bucket-policy.json",
                        "apply.sh",
                        "undo.sh",
                        "cloudformation.yaml",
                        "terraform/versions.tf",
                        "terraform/variables.tf",
                        "terraform/main.tf",
                        "terraform/outputs.tf",
                        "terraform/example/main.tf",
                        "webhook-request.json",
                        "handoff.md",
                        "handoff.html");
    }

    @Test
    void onlyTheScriptsAreToBeRun() {
        assertThat(Samples.ON_AWS.files())
                .filteredOn(ExportFile::executable)
                .extracting(ExportFile::path)
                .containsExactly("apply.sh", "undo.sh");
    }

    @ParameterizedTest
    @EnumSource
    void thePoliciesAreTheOnesThatSpotdockMakes(Samples sample) throws Exception {
        Wanted wanted = sample.wanted();
        assertThat(policy(sample, "trust-policy").means(wanted.trust().document()))
                .isTrue();
        assertThat(policy(sample, "permissions-policy")
                        .means(wanted.permissions(Optional.empty()).document()))
                .isTrue();
        assertThat(sample.files(Format.POLICIES))
                .hasSize(Set.of(Samples.EXISTING_BUCKET, Samples.NOT_TLS_ONLY).contains(sample) ? 2 : 3);
    }

    @Test
    void aBucketThatIsMadeRefusesConnectionsWithoutTls() throws Exception {
        Wanted wanted = Samples.ON_AWS.wanted();
        assertThat(policy(Samples.ON_AWS, "bucket-policy")
                        .means(PolicyDocument.of(ThoughtSpotPolicies.tlsOnly(
                                Partition.AWS, wanted.settings().bucket().name()))))
                .isTrue();
    }

    private static PolicyDocument policy(Samples sample, String name) throws Exception {
        return PolicyJson.parse(sample.file("policies/" + name + ".json"));
    }

    @Test
    void withoutAWebhookThereIsNoRequestForOne() {
        Wanted wanted = Samples.wanted(draft ->
                draft.with(Field.WEBHOOK_NAME, "").with(Field.WEBHOOK_URL, "").with(Field.BEARER_TOKEN, ""));
        Export export = Samples.export(wanted);
        assertThat(export.files(Set.of(Format.WEBHOOK))).isEmpty();
        assertThat(export.files(Set.of(Format.HANDOFF)))
                .hasSize(2)
                .noneMatch(file -> file.content().contains("curl"));
    }

    @Test
    void theRequestHoldsPlaceholdersWhereSecretsBelong() throws Exception {
        Wanted wanted = Samples.wanted(draft -> draft.with(Field.SIGNATURE_HEADER, "X-Signature")
                .with(Field.SIGNATURE_SECRET, "file:/run/secrets/signing")
                .with(Field.HEADERS, Map.of("X-Api-Key", "hunter2", "X-Team", "bi", "X-Author", "me"))
                .with(Field.URL_PARAMS, Map.of("access_token", "hunter3", "key", "value")));
        List<ExportFile> files = Samples.export(wanted).files(Set.of(Format.values()));

        JsonNode request = new JsonMapper()
                .readTree(files.stream()
                        .filter(file -> file.path().equals("webhook-request.json"))
                        .findFirst()
                        .orElseThrow()
                        .content());

        assertThat(request.at("/authentication/BEARER_TOKEN").asText()).isEqualTo("<RECEIVER_TOKEN>");
        assertThat(request.at("/signature_verification/secret").asText()).isEqualTo("<signing>");
        assertThat(request.at("/url_params/access_token").asText()).isEqualTo("<access_token>");
        assertThat(request.at("/url_params/key").asText()).isEqualTo("value");
        assertThat(request.at("/additional_headers").toString()).contains("\"bi\"", "\"me\"", "\"<X-Api-Key>\"");
        assertThat(request.at("/storage_destination/storage_config/aws_s3_config/path_prefix")
                        .asText())
                .isEqualTo("thoughtspot/");
        assertThat(files).noneMatch(file -> file.content().contains("hunter"));
        assertThat(files)
                .filteredOn(file -> file.path().equals("handoff.md"))
                .first()
                .extracting(ExportFile::content)
                .asString()
                .contains("`<RECEIVER_TOKEN>`", "`<signing>`", "`<X-Api-Key>`", "`<access_token>`");
    }

    @Test
    void aRoleWithAPathIsTheOneEveryFormatNames() {
        Wanted wanted = Samples.ON_AWS.wanted();
        RoleArn role = RoleArn.parse("arn:aws:iam::999888777666:role/team/reports/Delivery")
                .good()
                .orElseThrow();
        Export export = new Export(wanted, Samples.withRole(wanted, role), WebhookRequest::document, (key, _) -> key);
        Set<String> naming = new TreeSet<>();
        for (ExportFile file : export.files(Set.of(Format.values())))
            if (file.content().contains("/team/reports/") && file.content().contains("Delivery"))
                naming.add(file.path());
        assertThat(naming)
                .contains("apply.sh", "cloudformation.yaml", "handoff.html", "handoff.md", "webhook-request.json");
        assertThat(export.files(Set.of(Format.TERRAFORM)).get(2).content())
                .containsPattern("path += \"/team/reports/\"");
    }

    @Test
    void aKeyThatOnlyTheBucketTellsOfIsInThePermissions() {
        Wanted wanted = Samples.EXISTING_BUCKET.wanted();
        var key = new io.spotdock.domain.KmsKeyArn(
                "arn:aws:kms:us-east-1:999888777666:key/1234abcd-12ab-34cd-56ef-1234567890ab");
        Export export = new Export(wanted, Samples.withKey(wanted, key), WebhookRequest::document, (text, _) -> text);
        for (ExportFile file :
                export.files(Set.of(Format.POLICIES, Format.CLI, Format.CLOUDFORMATION, Format.TERRAFORM)))
            if (Set.of(
                            "policies/permissions-policy.json",
                            "apply.sh",
                            "cloudformation.yaml",
                            "terraform/example/main.tf")
                    .contains(file.path()))
                assertThat(file.content()).as(file.path()).contains(key.value());
    }

    @ParameterizedTest
    @EnumSource
    void theSameInputGivesTheSameFiles(Samples sample) {
        var once = sample.files();
        var again = sample.files();

        assertThat(again).isEqualTo(once).isNotSameAs(once);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "/x", "a/../../x", "a//x", "./x", "C:/x", "a\\x", ""})
    void aFileStaysBelowItsFolder(String path) {
        assertThatThrownBy(() -> new ExportFile(path, "", false)).isInstanceOf(IllegalArgumentException.class);
    }
}
