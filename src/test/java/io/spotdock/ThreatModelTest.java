package io.spotdock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the threat model names as shown is shown by something that is there. */
class ThreatModelTest {
    private static final Pattern CITED = Pattern.compile("`([A-Z]\\w*Test)(?:\\.(\\w+))?`");
    private static final Pattern SCRIPT = Pattern.compile("`(src/test/sh/[\\w-]+\\.sh)`");

    @Test
    void everyTestThatIsCitedIsThere() throws IOException {
        String model = Files.readString(Path.of("docs/threat-model.md"));
        List<MatchResult> cited = CITED.matcher(model).results().toList();
        assertThat(cited).hasSizeGreaterThan(30);
        for (MatchResult one : cited) {
            List<Path> files = files(one.group(1) + ".java");
            assertThat(files).as(one.group()).isNotEmpty();
            if (one.group(2) != null)
                assertThat(files).as(one.group()).anyMatch(file -> holds(file, "void " + one.group(2) + "("));
        }
        assertThat(SCRIPT.matcher(model).results().map(script -> Path.of(script.group(1))))
                .isNotEmpty()
                .allMatch(Files::isExecutable);
    }

    private static List<Path> files(String name) throws IOException {
        try (Stream<Path> all = Files.walk(Path.of("src/test/java"))) {
            return all.filter(file -> file.endsWith(name)).toList();
        }
    }

    private static boolean holds(Path file, String text) {
        try {
            return Files.readString(file).contains(text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
