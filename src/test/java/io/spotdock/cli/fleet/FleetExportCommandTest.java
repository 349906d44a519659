package io.spotdock.cli.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.cli.Console;
import io.spotdock.cli.Console.Ran;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of a whole fleet; offline, as nothing can be reached here. */
class FleetExportCommandTest {
    private static final String MANIFEST = """
            spotdock-fleet: 1
            defaults:
              thoughtspot: {hosting: aws, account-id: "123456789012"}
              aws: {account-id: "999888777666", region: us-east-1}
              bucket: {name: "acme-{name}", prefix: "{name}/"}
              role: {name: "thoughtspot-{name}", external-id: ts-webhook-x7k9m2p4q1}
            integrations:
              - name: sales
              - name: hr
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private Console console;

    @BeforeEach
    void manifest() throws IOException {
        console = new Console(directory);
        console.file("fleet.yaml", MANIFEST);
    }

    private Ran export(String... more) {
        String[] arguments = new String[6 + more.length];
        System.arraycopy(new String[] {"fleet", "export", "-m", "fleet.yaml", "-o", "files"}, 0, arguments, 0, 6);
        System.arraycopy(more, 0, arguments, 6, more.length);
        return console.run(arguments);
    }

    @Test
    void theFilesOfBothEnginesAreWrittenAndListed() {
        Ran ran = export();
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.lines())
                .isNotEmpty()
                .allMatch(path ->
                        directory.resolve("files").resolve(path).toFile().isFile());
        assertThat(ran.out()).contains("stacksets/README.md", "terraform/main.tf");
        assertThat(ran.err()).contains(" files in ");
        assertThat(export().code()).as("the same again").isZero();
    }

    @Test
    void oneEngineCanBeAskedForAndOthersWorkIsNotReplaced() throws IOException {
        assertThat(export("--format", "terraform").out()).contains("terraform/").doesNotContain("stacksets/");
        assertThat(export("--format", "pulumi").code()).isEqualTo(2);
        console.file("files/terraform/main.tf", "# mine\n");
        assertThat(export().code()).isEqualTo(4);
        assertThat(directory.resolve("files/terraform/main.tf")).hasContent("# mine");
        assertThat(export("--force").code()).isZero();
    }

    @Test
    void whatOnlyThoughtSpotCouldTellIsSaidOnceWithTheNamesOfAll() throws IOException {
        console.file(
                "fleet.yaml",
                MANIFEST.replace(
                        "hosting: aws, account-id: \"123456789012\"", "hosting: detect, host: acme.thoughtspot.cloud"));
        Ran ran = export();
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .containsOnlyOnce("thoughtspot.hosting is not right")
                .contains("In sales, hr.");
        assertThat(directory.resolve("files")).doesNotExist();
    }

    @Test
    void rolesThatOthersMakeAreLeftOutAndNamed() throws IOException {
        console.file("fleet.yaml", MANIFEST + """
              - name: theirs
                role: {name: given, arn: "arn:aws:iam::999888777666:role/given", external-id: ts-webhook-x7k9m2p4q1}
            """);
        Ran ran = export();
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("One is left out, since somebody else makes the role: theirs.");
    }
}
