package io.spotdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.spotdock.cli.Console.Ran;
import io.spotdock.settings.Guide;
import io.spotdock.settings.SettingsFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitCommandTest {
    private static final String[] FLAGS = {
        "init",
        "--hosting",
        "aws",
        "--thoughtspot-account-id",
        "123456789012",
        "--account-id",
        "999888777666",
        "--bucket",
        "my-company-data-exports"
    };

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private Console console;

    @BeforeEach
    void console() {
        console = new Console(directory);
    }

    @Test
    void optionsBecomeAFileThatChecks() throws Exception {
        Ran ran = console.run(FLAGS);
        assertThat(ran)
                .isEqualTo(
                        new Ran(0, "", "spotdock.yaml is written. Look at it, then: spotdock plan -s spotdock.yaml\n"));
        assertThat(directory.resolve("spotdock.yaml")).hasContent("""
                        # Settings of Spotdock. Secrets stand here by reference only: env:NAME or file:PATH.
                        spotdock: 1
                        thoughtspot:
                          hosting: aws
                          account-id: "123456789012"
                        aws:
                          account-id: "999888777666"
                          region: us-east-1
                        bucket:
                          name: my-company-data-exports
                          prefix: thoughtspot/
                        role:
                          name: thoughtspot-s3-upload
                        """);
        assertThat(console.run("check-settings", "-s", "spotdock.yaml").code()).isZero();
    }

    @Test
    void everyKeyOfTheFileIsAnOption() throws Exception {
        Ran ran = console.run(
                "init",
                "-o",
                "-",
                "--hosting",
                "aws",
                "--host",
                "my-company.thoughtspot.cloud",
                "--org",
                "Primary",
                "--thoughtspot-account-id",
                "123456789012",
                "--aws-account-id",
                "999888777666",
                "--profile",
                "default",
                "--aws-region",
                "us-east-1",
                "--bucket-name",
                "my-company-data-exports",
                "--prefix",
                "thoughtspot/",
                "--bucket-create",
                "true",
                "--role-name",
                "thoughtspot-s3-upload",
                "--external-id",
                "ts-webhook-x7k9m2p4q1",
                "--webhook-name",
                "Webhook_S3",
                "--webhook-url",
                "https://api.example.com/thoughtspot/webhook",
                "--webhook-description",
                "Liveboard exports to S3",
                "--webhook-url-params",
                "key=value",
                "--webhook-authentication-bearer-token",
                "env:RECEIVER_TOKEN");
        assertThat(ran.code()).isZero();
        assertThat(SettingsFile.read(ran.out().getBytes(StandardCharsets.UTF_8), "o.yaml")
                        .draft())
                .isEqualTo(SettingsFile.read(Guide.YAML.getBytes(StandardCharsets.UTF_8), "g.yaml")
                        .draft());
    }

    @Test
    void whatIsWrongOrMissingIsSaidAtOnceAndNothingIsWritten() {
        Ran ran = console.run(
                "init", "--hosting", "gcp", "--bucket", "My_B", "--webhook-authentication-bearer-token", "hunter2");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .contains(
                        "bucket.name: Only small letters, digits, dots and hyphens.",
                        "aws.account-id: This is needed.",
                        "thoughtspot.service-account-id: Hosting gcp needs",
                        "bucket.name is --bucket-name")
                .doesNotContain("hunter2");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aFileThatIsThereIsReplacedOnAPersonsWordOnly() throws Exception {
        Path file = console.file("spotdock.yaml", "mine");
        assertThat(console.run(FLAGS).code()).isEqualTo(4);
        assertThat(file).hasContent("mine");
        assertThat(console.run(with("--force")).code()).isZero();
        assertThat(file).content().contains("spotdock: 1");
    }

    @Test
    void programsFindTheSettingsInTheLastLine() throws Exception {
        Ran ran = console.run(with("--json"));
        assertThat(ran.err()).isEmpty();
        assertThat(new ObjectMapper().readTree(ran.out()).get("settings").asText())
                .isEqualTo(Files.readString(directory.resolve("spotdock.yaml")));
    }

    @Test
    void aPersonIsAskedAndAWrongAnswerIsAskedAgain() {
        console.with("AWS_REGION", "eu-central-1");
        Ran ran = console.typing(
                        "aws",
                        "",
                        "1234",
                        "123456789012",
                        "999888777666",
                        "",
                        "",
                        "My_Bucket",
                        "exports",
                        "",
                        "",
                        "",
                        "y",
                        "",
                        "http://x.example.com",
                        "https://x.example.com")
                .run("init", "-o", "asked.yaml", "--color", "never");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err())
                .contains(
                        "Where does ThoughtSpot run: aws, gcp, or detect (asks ThoughtSpot) [aws]: ",
                        "  An account ID has 12 digits; this has 4.",
                        "  Only small letters, digits, dots and hyphens.",
                        "  Only https: the message says where your files are.");
        assertThat(directory.resolve("asked.yaml"))
                .content()
                .contains("region: eu-central-1", "name: exports", "name: Webhook_S3", "url: https://x.example.com")
                .doesNotContain("host:");
    }

    @Test
    void theEndOfInputCancels() {
        Ran ran = console.typing("aws").run("init");
        assertThat(ran.code()).isEqualTo(130);
        assertThat(ran.err()).endsWith("Cancelled.\n");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void noInputAsksNobody() {
        Ran ran = console.typing("aws").run("init", "--no-input");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).doesNotContain("Where does ThoughtSpot run");
    }

    @Test
    void aPersonMaySayThatAFileIsReplaced() throws Exception {
        Path file = console.file("spotdock.yaml", "mine");
        String[] all = with(
                "--host",
                "a.b",
                "--profile",
                "p",
                "--region",
                "us-east-1",
                "--prefix",
                "x/",
                "--role",
                "r",
                "--external-id",
                "ab",
                "--webhook-name",
                "w",
                "--webhook-url",
                "https://x.example.com");
        assertThat(console.typing("n").run(all).code()).isEqualTo(130);
        assertThat(file).hasContent("mine");
        assertThat(console.typing("y").run(all).code()).isZero();
        assertThat(file).content().contains("spotdock: 1");
    }

    private static String[] with(String... more) {
        String[] all = Arrays.copyOf(FLAGS, FLAGS.length + more.length);
        System.arraycopy(more, 0, all, FLAGS.length, more.length);
        return all;
    }
}
