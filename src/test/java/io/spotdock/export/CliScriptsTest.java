package io.spotdock.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be said about the scripts without AWS; {@code ExportedScriptsTest} runs them. */
class CliScriptsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeEach
    void aPosixShellIsNeeded() {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no POSIX shell on this machine");
    }

    private String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "'", "''", "it's", "$(id)`id`$HOME", "\\", "a\\'b", "\"", "!x", "*", "-n", "a  b", "~", "é'ü"
            })
    void aQuotedValueIsThatValueToTheShell(String value) throws Exception {
        Files.writeString(folder.resolve("q.sh"), "x=" + Shell.quoted(value) + "\nprintf '%s' \"$x\"\n");
        assertThat(run("/bin/sh", "q.sh")).isEqualTo(value);
    }

    @ParameterizedTest
    @EnumSource
    void shellcheckFindsNothing(Samples sample) throws Exception {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(place -> Files.isExecutable(Path.of(place, "shellcheck"))),
                "no shellcheck on this machine");
        ExportWriter.write(folder, sample.files(Format.CLI), false);
        assertThat(run("shellcheck", "--norc", "apply.sh", "undo.sh")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theShellCanReadThem(Samples sample) throws Exception {
        ExportWriter.write(folder, sample.files(Format.CLI), false);
        for (String script : List.of("apply.sh", "undo.sh"))
            assertThat(run("/bin/sh", "-n", script)).isEmpty();
    }

    @Test
    void theyHoldOnlyWhatIsWanted() {
        String existing = Samples.EXISTING_BUCKET.file("apply.sh");
        assertThat(existing)
                .doesNotContain("create-bucket", "put-bucket-policy")
                .contains("check_region");
        assertThat(Samples.EXISTING_BUCKET.file("undo.sh")).doesNotContain("delete-bucket");
        assertThat(Samples.ON_AWS.file("apply.sh")).doesNotContain("open-id-connect", "put-bucket-encryption");
        assertThat(Samples.ON_GOOGLE_BUILT_IN.file("undo.sh")).doesNotContain("open-id-connect");
        assertThat(Samples.NOT_TLS_ONLY.file("apply.sh")).doesNotContain("put-bucket-policy");
    }
}
