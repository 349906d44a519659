package io.spotdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.spotdock.TestRooms;
import io.spotdock.journal.Journal;
import io.spotdock.sandbox.Sandbox;
import io.spotdock.sandbox.control.CallLog.Call;
import io.spotdock.sandbox.control.SandboxOptions;
import io.spotdock.text.Texts;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code spotdock export --existing}. */
class ExportExistingTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.gcp());
    private final Journal journal = Journal.inMemory();

    @BeforeEach
    void settings() throws Exception {
        Files.writeString(directory.resolve("spotdock.yaml"), """
                spotdock: 1
                thoughtspot: {hosting: gcp, service-account-id: "115663769112811637952"}
                aws: {account-id: "999888777666", region: us-east-1}
                bucket: {name: my-company-data-exports, prefix: thoughtspot/, create: true}
                role: {name: thoughtspot-s3-upload}
                """);
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    private Console.Ran run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        CliContext context = new CliContext(
                sandbox.access().environment(),
                Console.stream(out),
                Console.stream(err),
                Optional.empty(),
                directory,
                InstantSource.system(),
                new Texts(Locale.ENGLISH),
                TestRooms.of(journal, InstantSource.system(), _ -> {}, directory),
                Console.own(directory),
                (_, _, _) -> {});
        int code = Cli.run(context, List.of(), arguments);
        return new Console.Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private String file(String path) throws Exception {
        return Files.readString(directory.resolve("out").resolve(path));
    }

    @Test
    void whereNothingStandsItSaysSo() {
        Console.Ran ran = run("export", "-s", "spotdock.yaml", "-o", "out", "--existing");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("Nothing of it stands yet.");
        assertThat(ran.lines()).contains("terraform/example/main.tf").doesNotContain("terraform/example/imports.tf");
    }

    @Test
    void whatStandsIsTakenOverAndNothingIsChanged() throws Exception {
        run("apply", "-s", "spotdock.yaml", "--yes");
        sandbox.calls().clear();

        Console.Ran ran = run("export", "-s", "spotdock.yaml", "-o", "out", "--existing");

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(sandbox.calls().calls()).isNotEmpty().noneMatch(Call::write);
        assertThat(ran.err())
                .contains("Stands already: bucket my-company-data-exports, identity-provider accounts.google.com,"
                        + " role thoughtspot-s3-upload.")
                .contains("CloudFormation can’t make what is there:");
        assertThat(file("terraform/example/imports.tf"))
                .contains("aws_iam_role.thoughtspot\n  id = \"thoughtspot-s3-upload\"")
                .contains("aws_iam_role_policy.thoughtspot\n  id = \"thoughtspot-s3-upload:thoughtspot-s3-upload\"")
                .contains("google[0]\n  id = \"arn:aws:iam::999888777666:oidc-provider/accounts.google.com\"")
                .contains("aws_s3_bucket.delivery\n  id = \"my-company-data-exports\"");
        assertThat(file("cloudformation.yaml"))
                .containsPattern("CreateIdentityProvider:\\n +Type: String\\n.*\\n +Default: \"false\"");
    }

    @Test
    void aConflictIsToldAndTheFilesAreWrittenAllTheSame() throws Exception {
        run("apply", "-s", "spotdock.yaml", "--yes");
        Path settings = directory.resolve("spotdock.yaml");
        Files.writeString(settings, Files.readString(settings).replace("us-east-1", "eu-central-1"));

        Console.Ran ran =
                run("export", "-s", "spotdock.yaml", "-o", "out", "--existing", "--format", "terraform", "--json");

        assertThat(ran.code()).isEqualTo(4);
        JsonNode last = new JsonMapper().readTree(ran.lines().getLast());
        assertThat(last.get("stands").toString()).doesNotContain("bucket").contains("role thoughtspot-s3-upload");
        assertThat(last.get("failure").toString()).contains("in another region than aws.region says");
        assertThat(file("terraform/main.tf")).isNotEmpty();
    }
}
