package io.spotdock.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.spotdock.plan.Wanted;
import io.spotdock.settings.Field;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Templates that many integrations share. */
class TemplateFilesTest {
    private static TemplateFiles of(Wanted wanted) {
        return new TemplateFiles(wanted, Standing.NOTHING);
    }

    @Test
    void integrationsThatDifferInValuesOnlyHaveTheSameTemplate() {
        TemplateFiles one = of(Samples.ON_AWS.wanted());
        TemplateFiles other = of(Samples.wanted(draft -> draft.with(Field.ACCOUNT, "111122223333")
                .with(Field.REGION, "eu-central-1")
                .with(Field.BUCKET_NAME, "another-bucket")
                .with(Field.PREFIX, "")
                .with(Field.ROLE_NAME, "another-role")
                .with(Field.THOUGHTSPOT_ACCOUNT, "444455556666")
                .with(Field.EXTERNAL_ID, "another")));

        assertThat(other.cloudFormation(Defaults.NONE)).isEqualTo(one.cloudFormation(Defaults.NONE));
        assertThat(other.terraform(Defaults.NONE)).isEqualTo(one.terraform(Defaults.NONE));
        assertThat(other.parameters()).isNotEqualTo(one.parameters()).containsEntry("BucketName", "another-bucket");
    }

    @Test
    void thoseOfAnotherShapeDoNot() {
        List<String> templates = List.of(
                        Samples.ON_AWS,
                        Samples.WITH_KEY,
                        Samples.EXISTING_BUCKET,
                        Samples.NOT_TLS_ONLY,
                        Samples.ON_GOOGLE,
                        Samples.ON_GOOGLE_BUILT_IN)
                .stream()
                .map(sample -> of(sample.wanted()).cloudFormation(Defaults.NONE))
                .toList();
        assertThat(templates).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void withoutDefaultsEveryValueThatIsSomebodysIsToBeGiven(Samples sample) throws Exception {
        TemplateFiles files = of(sample.wanted());
        JsonNode parameters =
                new YAMLMapper().readTree(files.cloudFormation(Defaults.NONE)).get("Parameters");

        assertThat(parameters.fieldNames())
                .toIterable()
                .containsExactlyElementsOf(files.parameters().keySet());
        parameters
                .properties()
                .forEach(parameter -> assertThat(
                                parameter.getValue().path("Default").asText("none"))
                        .isEqualTo(parameter.getKey().equals("PermissionsBoundaryArn") ? "" : "none"));
        assertThat(files.terraform(Defaults.NONE).get(1).content()).containsOnlyOnce(" default ");
        assertThat(files.terraform(Defaults.OWN).get(1).content().split(" default ", -1))
                .hasSize(files.variables().size() + 1);
    }

    @Test
    void aProviderThatTheAccountHasIsNotMade() {
        Wanted wanted = Samples.ON_GOOGLE.wanted();
        Standing standing = new Standing(Optional.empty(), Optional.empty(), wanted.identityProvider());

        assertThat(of(wanted).parameters()).containsEntry("CreateIdentityProvider", "true");
        TemplateFiles beside = new TemplateFiles(wanted, standing);
        assertThat(beside.parameters()).containsEntry("CreateIdentityProvider", "false");
        assertThat(beside.cloudFormation(Defaults.NONE)).isEqualTo(of(wanted).cloudFormation(Defaults.NONE));
        assertThat(beside.variables()).containsEntry("create_identity_provider", new Hcl.Code("false"));
        assertThat(of(Samples.EXISTING_BUCKET.wanted()).variables()).doesNotContainKey("bucket_region");
    }
}
