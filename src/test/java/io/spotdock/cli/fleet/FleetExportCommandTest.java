package io.spotdock.cli.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.spotdock.cli.Console.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writes files, and asks nobody. */
class FleetExportCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private FleetOnSandbox fleet;

    @BeforeEach
    void start() {
        fleet = new FleetOnSandbox(directory);
    }

    @AfterEach
    void close() {
        assertThat(fleet.sandbox.calls().calls()).isEmpty();
        fleet.close();
    }

    private void manifest(String... integrations) {
        String account = fleet.sandbox.access().customerAccount().value();
        List<String> all = new ArrayList<>();
        for (String one : integrations) all.add(one.replace("ARN", "arn:aws:iam::" + account + ":role/theirs"));
        fleet.manifest(all.toArray(String[]::new));
    }

    @Test
    void bothFormsAreWrittenAndWhatIsLeftOutIsSaid() throws Exception {
        manifest("sales", "hr", "{name: theirs, role: {arn: \"ARN\"}}");
        Ran ran = fleet.run("export", "-o", "files", "--json");
        assertThat(ran.code()).as(ran.err()).isZero();
        JsonNode last = FleetOnSandbox.last(ran);
        assertThat(last.at("/files"))
                .extracting(JsonNode::asText)
                .contains(
                        "stacksets/README.md",
                        "stacksets/spotdock-acme-aws-bucket-2/stack-set.json",
                        "terraform/main.tf",
                        "terraform/modules/aws-bucket/main.tf")
                .allSatisfy(path ->
                        assertThat(directory.resolve("files").resolve(path)).isRegularFile());
        assertThat(last.at("/leftOut")).extracting(JsonNode::asText).containsExactly("theirs");
        assertThat(fleet.run("export", "-o", "files").err())
                .contains("Left out, since somebody else makes their roles: theirs.");
    }

    @Test
    void oneFormAndSomeIntegrationsMayBeChosen() {
        manifest("sales", "hr");
        Ran ran = fleet.run("export", "-o", "files", "--format", "terraform", "--only", "hr");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(directory.resolve("files/stacksets")).doesNotExist();
        assertThat(directory.resolve("files/terraform/main.tf"))
                .content()
                .contains("module \"hr\"")
                .doesNotContain("sales");
    }

    @Test
    void whatSomebodyHasChangedIsReplacedOnRequestOnly() throws Exception {
        manifest("sales");
        fleet.run("export", "-o", "files");
        Path main = directory.resolve("files/terraform/main.tf");
        Files.writeString(main, "mine");
        assertThat(fleet.run("export", "-o", "files").code()).isEqualTo(4);
        assertThat(main).hasContent("mine");
        assertThat(fleet.run("export", "-o", "files", "--force").code()).isZero();
        assertThat(main).content().contains("module \"sales\"");
    }

    @Test
    void anExternalIdThatNoSettingsNameIsMadeOnceAndKept() throws Exception {
        manifest("{name: sales, role: {external-id: }}");
        fleet.run("export", "-o", "one");
        fleet.run("export", "-o", "two");
        String main = Files.readString(directory.resolve("one/terraform/main.tf"));
        assertThat(main).containsPattern("external_id += \"[^\"]{8,}\"").doesNotContain("ts-webhook-x7k9m2p4q1");
        assertThat(directory.resolve("two/terraform/main.tf")).hasContent(main);
    }

    @Test
    void aHostingThatOnlyThoughtSpotKnowsIsSaidOfItsIntegration() {
        manifest("sales", "{name: hr, thoughtspot: {hosting: detect, host: a.example.com}}");
        Ran ran = fleet.run("export", "-o", "files");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("integrations[hr].thoughtspot.hosting", "this command asks nobody");
        assertThat(directory.resolve("files")).doesNotExist();
    }
}
