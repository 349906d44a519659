package io.spotdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.spotdock.cli.Console.Ran;
import io.spotdock.settings.Guide;
import io.spotdock.settings.SettingsFile;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckSettingsCommandTest {
    private static final String WRONG = Guide.YAML
            .replace("prefix:", "prefx:")
            .replace("env:RECEIVER_TOKEN", "hunter2")
            .replace("\"999888777666\"", "\"99988877766\"");

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
    void theGuidesFileIsRight() {
        assertThat(console.run("check-settings", "-s", "spotdock.yaml"))
                .isEqualTo(new Ran(0, "", "spotdock.yaml: nothing is wrong.\n"));
        assertThat(console.run("check-settings", "-s", "spotdock.yaml", "--json"))
                .isEqualTo(new Ran(0, "{\"result\":\"ok\",\"exitCode\":0}\n", ""));
    }

    @Test
    void eachProblemIsSaidWithLineAndColumn() throws Exception {
        console.file("wrong.yaml", WRONG);
        assertThat(console.run("check-settings", "-s", "wrong.yaml")).isEqualTo(new Ran(2, "", """
                                wrong.yaml:9:15: aws.account-id: An account ID has 12 digits; this has 11.
                                wrong.yaml:14:3: bucket.prefx: Unknown key prefx. Did you mean bucket.prefix?
                                wrong.yaml:24:34: webhook.authentication.bearer-token: A settings file holds no secrets. Write where to find it: env:NAME or file:PATH.
                                3 problems in wrong.yaml.
                                """));
    }

    @Test
    void programsReadTheSame() throws Exception {
        console.file("wrong.yaml", WRONG);
        Ran ran = console.run("check-settings", "-s", "wrong.yaml", "--json");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.lines()).hasSize(4).allSatisfy(line -> assertThat(line).doesNotContain("hunter2"));
        JsonNode event = new ObjectMapper().readTree(ran.lines().get(1));
        assertThat(event.get("event").asText()).isEqualTo("problem");
        assertThat(event.get("subject").asText()).isEqualTo("bucket.prefx");
        assertThat(event.get("line").asInt()).isEqualTo(14);
        assertThat(event.get("column").asInt()).isEqualTo(3);
        JsonNode last = new ObjectMapper().readTree(ran.lines().getLast());
        assertThat(last.get("result").asText()).isEqualTo("failed");
        assertThat(last.get("problems")).hasSize(3);
    }

    @Test
    void aFileThatIsNotThereIsSaid() {
        Ran ran = console.run("check-settings", "-s", "none.yaml");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("There is no file", "none.yaml");
    }

    @Test
    void theSchemaIsPrinted() {
        assertThat(console.run("check-settings", "--schema")).isEqualTo(new Ran(0, SettingsFile.schema(), ""));
        assertThat(console.run("check-settings").code()).isEqualTo(2);
        assertThat(console.run("check-settings", "--schema", "-s", "spotdock.yaml")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void theEnvironmentsAddressStandsAboveTheFilesAndTheOptionsAboveBoth() throws Exception {
        console.file("detect.yaml", Guide.GCP.replace("hosting: gcp", "hosting: detect"));
        assertThat(console.run("check-settings", "-s", "detect.yaml").code()).isEqualTo(2);
        console.with("SPOTDOCK_THOUGHTSPOT_URL", "http://elsewhere.example.com");
        Ran plain = console.run("check-settings", "-s", "detect.yaml");
        assertThat(plain.code()).isEqualTo(2);
        assertThat(plain.err()).contains("SPOTDOCK_THOUGHTSPOT_URL is not right.", "Only https");
        assertThat(console.run("check-settings", "-s", "detect.yaml", "--thoughtspot-url", "http://127.0.0.1:4567")
                        .code())
                .isZero();
    }
}
