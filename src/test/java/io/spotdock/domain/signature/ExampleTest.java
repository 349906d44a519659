package io.spotdock.domain.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.spotdock.domain.signature.Example.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is handed out is run as whoever copies it would run it, where its tool is on this computer. */
class ExampleTest {
    private static final Example EXAMPLE = new Example("X-Our-Signature");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private String run(List<String> command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException _) {
            assumeTrue(false, command.getFirst() + " is not here");
            throw new AssertionError();
        }
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }

    private String file(String name, Language language) throws IOException {
        return Files.writeString(folder.resolve(name), EXAMPLE.code(language)).toString();
    }

    @Test
    void opensslPrintsTheSameDigestInBothForms() throws Exception {
        run(List.of("openssl", "version"));
        assertThat(run(List.of("sh", file("example.sh", Language.SHELL))).lines())
                .satisfiesExactly(
                        hex -> assertThat(hex)
                                .endsWith("= " + EXAMPLE.signature().hex()),
                        base64 ->
                                assertThat(base64).isEqualTo(EXAMPLE.signature().base64()));
    }

    @Test
    void pythonTakesItForGenuine() throws Exception {
        assertThat(run(List.of("python3", file("example.py", Language.PYTHON)))).isEqualToIgnoringNewLines("True");
    }

    @Test
    void nodeTakesItForGenuine() throws Exception {
        assertThat(run(List.of("node", file("example.js", Language.NODE)))).isEqualToIgnoringNewLines("true");
    }

    @Test
    void javaTakesItForGenuine() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        assertThat(run(List.of(java, file("Signed.java", Language.JAVA)))).isEqualToIgnoringNewLines("true");
    }

    @Test
    void pythonAndNodeRefuseAnothers() throws Exception {
        String own = EXAMPLE.signature().hex();
        String other = "0".repeat(own.length());
        Path python = Files.writeString(
                folder.resolve("other.py"), EXAMPLE.code(Language.PYTHON).replace(own, other));
        Path node = Files.writeString(
                folder.resolve("other.js"), EXAMPLE.code(Language.NODE).replace(own, other));
        assertThat(run(List.of("python3", python.toString()))).isEqualToIgnoringNewLines("False");
        assertThat(run(List.of("node", node.toString()))).isEqualToIgnoringNewLines("false");
    }

    @Test
    void theHeaderIsTheReceiversOwn() {
        assertThat(EXAMPLE.line())
                .isEqualTo("X-Our-Signature: " + EXAMPLE.signature().hex());
        for (Language language : List.of(Language.PYTHON, Language.NODE, Language.JAVA))
            assertThat(EXAMPLE.code(language)).contains("the header X-Our-Signature");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x'; rm -rf ~; '", "a\nb", "$(reboot)", "\"\"\"", "*/"})
    void aNameThatCouldDoMoreThanStandInCodeIsNotPutThere(String header) {
        assertThat(new Example(header).header()).isEqualTo(Example.USUAL_HEADER);
    }
}
