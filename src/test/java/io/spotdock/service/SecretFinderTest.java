package io.spotdock.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.SecretReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretFinderTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    private final List<Fault> notes = new ArrayList<>();

    @Test
    void aSecretOfTheEnvironmentIsTakenAsItIs() {
        assertThat(found("env:TOKEN", Map.of("TOKEN", " hunter2 "))).isEqualTo(" hunter2 ");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        hunter2,hunter2
        'hunter2\n',hunter2
        'two\nlines\r\n','two\nlines'
        'schlüssel ',  'schlüssel '
        """)
    void aSecretOfAFileIsTakenWithoutTheLineBreakAtItsEnd(String content, String secret) throws Exception {
        write("token", content, "rw-------");
        assertThat(found("file:token", Map.of())).isEqualTo(secret);
        assertThat(found("file:" + directory.resolve("token"), Map.of())).isEqualTo(secret);
        assertThat(notes).isEmpty();
    }

    @Test
    void aFileThatOthersMayReadIsTakenWithAWarning() throws Exception {
        write("token", "hunter2", "rw-r--r--");
        assertThat(found("file:token", Map.of())).isEqualTo("hunter2");
        assertThat(notes).containsExactly(Fault.of("note.secret-file-readable", directory.resolve("token")));
    }

    @ParameterizedTest
    @CsvSource({
        "env:NONE, fault.secret.missing",
        "env:EMPTY, fault.secret.empty",
        "file:none, fault.secret.missing",
        "file:empty, fault.secret.empty",
        "file:., fault.secret.unreadable"
    })
    void whatIsNotThereIsNamedByItsReference(String reference, String key) throws Exception {
        write("empty", "\n", "rw-------");
        assertThatThrownBy(() -> found(reference, Map.of("EMPTY", "")))
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure())
                                .isEqualTo(new Failure.Invalid(reference, Fault.of(key, reference), "")));
    }

    @Test
    void aReferencePrintsWhereNotWhat() {
        assertThat(new SecretFinder(Map.of("TOKEN", "hunter2"), directory, notes::add)
                        .apply(new SecretReference.Environment("TOKEN")))
                .hasToString("[hidden]");
    }

    private String found(String reference, Map<String, String> environment) {
        SecretReference parsed = SecretReference.parse(reference).good().orElseThrow();
        try (var secret = new SecretFinder(environment, directory, notes::add).apply(parsed)) {
            return secret.use(text -> text);
        }
    }

    private void write(String name, String content, String permissions) throws Exception {
        Path file = Files.writeString(directory.resolve(name), content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }
}
