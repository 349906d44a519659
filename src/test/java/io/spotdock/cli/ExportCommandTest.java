package io.spotdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.spotdock.cli.Console.Ran;
import io.spotdock.settings.Guide;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private Console console;

    @BeforeEach
    void console() throws Exception {
        console = new Console(directory).withGuide();
    }

    @Test
    void allFormatsAreWrittenAndListed() {
        Ran ran = console.run("export", "-s", "spotdock.yaml", "-o", "out");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.lines())
                .hasSize(14)
                .allSatisfy(path ->
                        assertThat(directory.resolve("out").resolve(path)).isRegularFile());
        assertThat(ran.err()).isEqualTo("14 files in " + directory.resolve("out") + ".\n");
        assertThat(console.run(
                                "export",
                                "-s",
                                "spotdock.yaml",
                                "-o",
                                "all",
                                "--format",
                                "json,cli,cloudformation,terraform,handoff")
                        .lines())
                .isEqualTo(ran.lines());
    }

    @Test
    void onlyTheFormatsAskedForAreWritten() {
        assertThat(console.run("export", "-s", "spotdock.yaml", "-o", "out", "--format", "cli,cloudformation")
                        .lines())
                .containsExactly("apply.sh", "undo.sh", "cloudformation.yaml");
        assertThat(console.run("export", "-s", "spotdock.yaml", "-o", "out", "--format", "json", "--format", "handoff")
                        .lines())
                .contains("policies/trust-policy.json", "webhook-request.json", "handoff.md")
                .hasSize(6);
    }

    @Test
    void aFormatThatDoesNotExistIsWrongUsage() {
        Ran ran = console.run("export", "-s", "spotdock.yaml", "-o", "out", "--format", "pulumi");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("json", "cloudformation", "terraform", "handoff");
        assertThat(directory.resolve("out")).doesNotExist();
    }

    @Test
    void withoutAFolderItIsWrongUsage() {
        assertThat(console.run("export", "-s", "spotdock.yaml").code()).isEqualTo(2);
    }

    @Test
    void inJsonTheLastLineNamesTheFiles() throws Exception {
        Ran ran = console.run("export", "-s", "spotdock.yaml", "-o", "out", "--format", "cli", "--json");
        JsonNode last = new ObjectMapper().readTree(ran.lines().getLast());
        assertThat(ran.err()).isEmpty();
        assertThat(last.get("result").asText()).isEqualTo("ok");
        assertThat(last.get("directory").asText())
                .isEqualTo(directory.resolve("out").toString());
        assertThat(last.get("files").toString()).isEqualTo("[\"apply.sh\",\"undo.sh\"]");
    }

    @Test
    void anotherContentIsReplacedOnAPersonsWordOnly() throws Exception {
        console.file("apply.sh", "mine");
        Ran ran = console.run("export", "-s", "spotdock.yaml", "-o", ".");
        assertThat(ran.code()).isEqualTo(4);
        assertThat(ran.err()).contains("apply.sh", "--force");
        assertThat(directory.resolve("undo.sh")).doesNotExist();
        assertThat(console.run("export", "-s", "spotdock.yaml", "-o", ".", "--force")
                        .code())
                .isZero();
        assertThat(console.run("export", "-s", "spotdock.yaml", "-o", ".").code())
                .isZero();
    }

    @Test
    void withoutAWebhookThereIsNoRequestForOneAndThatIsSaid() throws Exception {
        console.file("gcp.yaml", Guide.GCP);
        Ran ran = console.run("export", "-s", "gcp.yaml", "-o", "out");
        assertThat(ran.code()).isZero();
        assertThat(ran.lines()).doesNotContain("webhook-request.json");
        assertThat(ran.err()).contains("there is no webhook-request.json");
    }

    @Test
    void theSecretsThatSettingsReferToAreNotLookedUp() throws Exception {
        console.with("RECEIVER_TOKEN", "hunter2").with("SPOTDOCK_TOKEN", "hunter3");
        Ran ran = console.run("export", "-s", "spotdock.yaml", "-o", "out");
        for (String path : ran.lines())
            assertThat(directory.resolve("out").resolve(path)).content().doesNotContain("hunter");
        assertThat(directory.resolve("out/webhook-request.json")).content().contains("<RECEIVER_TOKEN>");
    }

    @Test
    void aHostingThatOnlyThoughtSpotKnowsCantBeToldOffline() throws Exception {
        console.file("detect.yaml", Guide.YAML.replace("hosting: aws ", "hosting: detect "));
        Ran ran = console.run("export", "-s", "detect.yaml", "-o", "out");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("thoughtspot.hosting", "this command asks nobody");
    }
}
