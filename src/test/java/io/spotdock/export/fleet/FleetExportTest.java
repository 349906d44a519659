package io.spotdock.export.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.spotdock.engine.CommonPatterns;
import io.spotdock.export.Defaults;
import io.spotdock.export.ExportWriter;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a fleet's files are laid out; {@code FleetExportEquivalenceTest} carries them out. */
class FleetExportTest {
    @TempDir
    private Path folder;

    private Fleets fleets;

    @BeforeEach
    void fleets() {
        fleets = new Fleets(folder);
    }

    /** A shape names all that a template depends on, and nothing that it does not. */
    @Test
    void sitesHaveOneTemplateWhenTheyAreOfOneShape() throws IOException {
        Layout layout = new Layout(fleets.read(Fleets.MIXED), Fleets::hosting);
        Map<Shape, String> templates = new HashMap<>();
        layout.sites().forEach(site -> {
            String template = site.templates().cloudFormation(Defaults.NONE)
                    + site.templates().terraform(Defaults.NONE);
            assertThat(templates.computeIfAbsent(site.shape(), _ -> template)).isEqualTo(template);
        });
        assertThat(templates.values()).hasSize(6).doesNotHaveDuplicates();
        assertThat(templates.keySet().stream().map(Shape::toString)).doesNotHaveDuplicates();
    }

    @Test
    void theSecondOfAShapeInOneAccountAndRegionIsInAnotherStackSet() throws IOException {
        assertThat(sets(fleets.files(Fleets.MIXED, FleetFormat.CLOUDFORMATION)))
                .containsExactlyInAnyOrder(
                        "spotdock-acme-identity-provider",
                        "spotdock-acme-aws-bucket",
                        "spotdock-acme-aws-bucket-2",
                        "spotdock-acme-aws-bucket-without-tls-rule",
                        "spotdock-acme-aws-existing-bucket",
                        "spotdock-acme-aws-bucket-kms",
                        "spotdock-acme-gcp-bucket",
                        "spotdock-acme-gcp-built-in-bucket",
                        "spotdock-acme-identity-provider-aws-us-gov",
                        "spotdock-acme-gcp-bucket-aws-us-gov");
    }

    @Test
    void aStackSetsInputIsWhatTheAwsCliTakes() throws IOException {
        Map<String, String> files = fleets.files(Fleets.MIXED, FleetFormat.CLOUDFORMATION);
        String set = "stacksets/spotdock-acme-aws-bucket/";
        assertThat(new ObjectMapper().readTree(files.get(set + "instances-444455556666-eu-central-1.json")))
                .isEqualTo(new ObjectMapper().readTree("""
                        {"StackSetName": "spotdock-acme-aws-bucket",
                         "Accounts": ["444455556666"], "Regions": ["eu-central-1"],
                         "ParameterOverrides": [
                           {"ParameterKey": "ThoughtSpotAccountId", "ParameterValue": "123456789012"},
                           {"ParameterKey": "ExternalId", "ParameterValue": "ts-c"},
                           {"ParameterKey": "BucketName", "ParameterValue": "acme-c"},
                           {"ParameterKey": "PathPrefix", "ParameterValue": ""},
                           {"ParameterKey": "RoleName", "ParameterValue": "ts-c"},
                           {"ParameterKey": "PermissionsBoundaryArn", "ParameterValue": ""}],
                         "OperationPreferences":
                           {"RegionConcurrencyType": "SEQUENTIAL", "FailureToleranceCount": 0, "MaxConcurrentCount": 1}}
                        """));
        JsonNode input = new ObjectMapper().readTree(files.get(set + "stack-set.json"));
        assertThat(input.at("/Capabilities/0").asText()).isEqualTo("CAPABILITY_NAMED_IAM");
        assertThat(input.at("/PermissionModel").asText()).isEqualTo("SELF_MANAGED");
    }

    /** It must be legal to be taken, and be nobody's: an instance without its own values is to fail. */
    @Test
    void whatAStackSetSaysOfItsParametersIsLegalAndNobodys() throws IOException {
        Map<String, String> files = fleets.files(Fleets.MIXED, FleetFormat.CLOUDFORMATION);
        for (String set : sets(files)) {
            JsonNode template = new YAMLMapper().readTree(files.get("stacksets/" + set + "/template.yaml"));
            JsonNode input = new ObjectMapper().readTree(files.get("stacksets/" + set + "/stack-set.json"));
            Set<String> said = new HashSet<>();
            for (JsonNode parameter : input.get("Parameters")) {
                String name = parameter.get("ParameterKey").asText();
                String value = parameter.get("ParameterValue").asText();
                JsonNode rule = template.at("/Parameters/" + name);
                said.add(name);
                assertThat(value.isEmpty()).as(name).isEqualTo(rule.has("Default"));
                if (rule.has("AllowedPattern"))
                    assertThat(CommonPatterns.matches(rule.get("AllowedPattern").asText(), value))
                            .as(name)
                            .isTrue();
                if (rule.has("MinLength"))
                    assertThat(value.length())
                            .isBetween(
                                    rule.get("MinLength").asInt(),
                                    rule.get("MaxLength").asInt());
            }
            assertThat(template.get("Parameters").fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(said);
            assertThat(input.toString()).doesNotContain("123456789012", "111122223333", "115663769112811637952");
        }
    }

    /** A template in a request is 51,200 bytes at most (CloudFormation API Reference, "CreateStackSet"). */
    @Test
    void templatesAreSmallEnoughForARequest() throws IOException {
        assertThat(fleets.files(Fleets.MIXED, FleetFormat.CLOUDFORMATION).entrySet())
                .filteredOn(file -> file.getKey().endsWith("template.yaml"))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(file.getValue().getBytes(StandardCharsets.UTF_8))
                        .hasSizeLessThan(51_200));
    }

    @Test
    void theReadmeNamesTheSetsInTheOrderTheyNeed() throws IOException {
        String readme = fleets.file(Fleets.MIXED, FleetFormat.CLOUDFORMATION, "stacksets/README.md");
        assertThat(readme.indexOf("acme-identity-provider\n"))
                .isPositive()
                .isLessThan(readme.indexOf(". spotdock-acme-gcp-bucket\n"));
        assertThat(readme.indexOf(". spotdock-acme-aws-bucket\n"))
                .isPositive()
                .isLessThan(readme.indexOf(". spotdock-acme-aws-existing-bucket\n"));
        assertThat(readme)
                .contains("| `instances-444455556666-eu-central-1.json` | `c` |")
                .contains("In the partition `aws-us-gov`.")
                .endsWith("Somebody else makes the roles of these:\n\n- `theirs`\n")
                .doesNotContain("export.fleet");
    }

    @Test
    void whatSomebodyElseMakesIsLeftOut() throws IOException {
        FleetExport export = fleets.export(Fleets.MIXED);
        assertThat(export.leftOut()).containsExactly("theirs");
        assertThat(export.files(Set.of(FleetFormat.values())))
                .noneMatch(file ->
                        !file.path().endsWith("README.md") && file.content().contains("theirs"));
    }

    @Test
    void terraformCallsEachShapesModuleInItsAccountAndRegion() throws IOException {
        Map<String, String> files = fleets.files(Fleets.MIXED, FleetFormat.TERRAFORM);
        assertThat(files.keySet().stream()
                        .filter(path -> path.startsWith("terraform/modules/"))
                        .map(path -> path.split("/")[2])
                        .collect(Collectors.toSet()))
                .hasSize(6);
        assertThat(files.get("terraform/main.tf"))
                .contains("module \"c\" {\n  source = \"./modules/aws-bucket\"\n")
                .contains("aws = aws.account_444455556666_eu_central_1\n")
                .contains("depends_on = [aws_iam_openid_connect_provider.google_777788889999]");
        assertThat(files.get("terraform/providers.tf"))
                .contains("allowed_account_ids = [\"777788889999\"]")
                .contains("\"arn:aws-us-gov:iam::777788889999:role/${assume_role.value}\"");
    }

    @Test
    void profilesLeadIntoAccountsWhereNoRoleDoes() throws IOException {
        String byProfile = Fleets.MIXED.replace(
                "aws: {account-id: \"111122223333\"", "aws: {profile: \"p-${name}\", account-id: \"111122223333\"");
        assertThat(fleets.file(byProfile, FleetFormat.TERRAFORM, "terraform/providers.tf"))
                .contains("= \"p-$a\"\n");
        String byRole = byProfile.replace("defaults:", "sign-in: {role: Admin}\ndefaults:");
        assertThat(fleets.file(byRole, FleetFormat.TERRAFORM, "terraform/providers.tf"))
                .doesNotContain("profile");
        assertThat(fleets.file(byRole, FleetFormat.TERRAFORM, "terraform/variables.tf"))
                .contains("default     = \"Admin\"");
    }

    @Test
    void valuesThatLookLikeCodeStayValues() throws IOException {
        String hostile = Fleets.MIXED
                .replace(
                        "bucket: {name: \"acme-{name}\"}",
                        "bucket: {name: \"acme-{name}\", prefix: '%{x}\"\n\n            #{y}\\'}")
                .replace("\n\n            ", " ");
        assertThat(fleets.file(hostile, FleetFormat.TERRAFORM, "terraform/main.tf"))
                .contains("= \"%%{x}\\\" #{y}\\\\\"\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "A-b_c", "sales.emea", "1st", "-", "n_sales_emea", "for"})
    void anIdentifierIsOneOfTerraformsAndStaysTheSame(String name) {
        String alone = new Identifiers(List.of(name)).of(name);
        assertThat(alone).matches("[A-Za-z_][A-Za-z0-9_-]*");
        assertThat(new Identifiers(List.of(name, "other", "sales_emea")).of(name))
                .isEqualTo(alone);
    }

    @Test
    void identifiersAreToldApartEvenFromThoseThatLookMade() {
        String made = new Identifiers(List.of("a.b")).of("a.b");
        List<String> names = List.of("a.b", "a_b", "a-b", made, "1", "n_1");
        Identifiers identifiers = new Identifiers(names);
        assertThat(names.stream().map(identifiers::of)).doesNotHaveDuplicates().contains(made);
    }

    @Test
    void aFleetsNameBecomesOneThatStackSetsMayHave() throws IOException {
        Map<String, String> files = fleets.files(
                Fleets.MIXED.replace("defaults:", "name: 0_our.fleet" + "x".repeat(50) + "\ndefaults:"),
                FleetFormat.CLOUDFORMATION);
        assertThat(sets(files)).isNotEmpty().allMatch(set -> set.startsWith("spotdock-0-our-fleetx"));
    }

    @Test
    void theSameFleetGivesTheSameFiles() throws IOException {
        assertThat(fleets.export(Fleets.MIXED).files(Set.of(FleetFormat.values())))
                .isEqualTo(fleets.export(Fleets.MIXED).files(Set.of(FleetFormat.values())));
    }

    @Test
    void terraformItselfWouldLayItOutSo() throws Exception {
        ExportWriter.write(folder, fleets.export(Fleets.MIXED).files(Set.of(FleetFormat.TERRAFORM)), false);
        assertThat(terraform("fmt", "-check", "-diff", "-recursive", "-no-color", "terraform"))
                .isEmpty();
    }

    /** What the choice of a role comes to; without the provider itself, which would have to be fetched. */
    @Test
    void terraformItselfAssumesTheRoleWhereItIsWanted() throws Exception {
        String fleet = Fleets.MIXED.replace("defaults:", "sign-in: {role: path/Admin}\ndefaults:");
        Files.writeString(
                folder.resolve("variables.tf"), fleets.file(fleet, FleetFormat.TERRAFORM, "terraform/variables.tf"));
        String choice = fleets.file(fleet, FleetFormat.TERRAFORM, "terraform/providers.tf")
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("for_each = "))
                .findFirst()
                .orElseThrow()
                .substring("for_each = ".length());
        Files.writeString(folder.resolve("choice.tf"), "output \"choice\" {\n  value = " + choice + "\n}\n");
        assertThat(terraform("plan", "-no-color", "-input=false")).contains("\"path/Admin\"");
        assertThat(terraform("plan", "-no-color", "-input=false", "-var", "accounts_without_role=[\"111122223333\"]"))
                .doesNotContain("\"path/Admin\"");
        assertThat(terraform("plan", "-no-color", "-input=false", "-var", "assume_role=null"))
                .doesNotContain("\"path/Admin\"");
    }

    private static List<String> sets(Map<String, String> files) {
        return files.keySet().stream()
                .filter(path -> path.endsWith("/stack-set.json"))
                .map(path -> path.split("/")[1])
                .toList();
    }

    /** What it says; its exit code is zero. */
    private String terraform(String... arguments) throws Exception {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(place -> Files.isExecutable(Path.of(place, "terraform"))),
                "no Terraform on this machine");
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of("terraform"), Stream.of(arguments))
                        .toList())
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().put("CHECKPOINT_DISABLE", "1");
        builder.environment().put("TF_CLI_CONFIG_FILE", File.separatorChar == '/' ? "/dev/null" : "NUL");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
