package io.spotdock.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportWriterTest {
    private static final List<ExportFile> FILES = List.of(
            new ExportFile("policies/trust.json", "{}\n", false), new ExportFile("apply.sh", "#!/bin/sh\n", true));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    private Failure refusal(Path folder, boolean overwrite) {
        FailureException thrown =
                catchThrowableOfType(FailureException.class, () -> ExportWriter.write(folder, FILES, overwrite));
        assertThat(thrown).isNotNull();
        return thrown.failure();
    }

    @Test
    void foldersAreMadeAndNothingElseIsLeft() throws Exception {
        Path folder = directory.resolve("a/b");
        assertThat(ExportWriter.write(folder, FILES, false))
                .containsExactly(folder.resolve("policies/trust.json"), folder.resolve("apply.sh"));
        assertThat(folder.resolve("policies/trust.json")).hasContent("{}\n");
        try (var all = Files.walk(directory)) {
            assertThat(all.filter(Files::isRegularFile)).hasSize(2);
        }
    }

    @Test
    void aScriptCanBeRun() {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        ExportWriter.write(directory, FILES, false);
        assertThat(directory.resolve("apply.sh")).isExecutable();
        assertThat(Files.isExecutable(directory.resolve("policies/trust.json"))).isFalse();
    }

    @Test
    void theSameAgainTouchesNothing() throws Exception {
        ExportWriter.write(directory, FILES, false);
        FileTime longAgo = FileTime.fromMillis(0);
        Files.setLastModifiedTime(directory.resolve("apply.sh"), longAgo);
        ExportWriter.write(directory, FILES, false);
        assertThat(Files.getLastModifiedTime(directory.resolve("apply.sh"))).isEqualTo(longAgo);
    }

    @Test
    void anotherContentIsReplacedOnAPersonsWordOnlyAndUntilThenNothingIsWritten() throws Exception {
        Files.writeString(directory.resolve("apply.sh"), "mine");

        assertThat(refusal(directory, false))
                .isInstanceOfSatisfying(
                        Failure.Conflict.class,
                        conflict -> assertThat(conflict.evidence().arguments()).containsExactly("apply.sh"));
        assertThat(directory.resolve("apply.sh")).hasContent("mine");
        assertThat(directory.resolve("policies")).doesNotExist();

        ExportWriter.write(directory, FILES, true);
        assertThat(directory.resolve("apply.sh")).hasContent("#!/bin/sh\n");
    }

    @Test
    void aLinkLeadsNowhereElse() throws Exception {
        Path folder = Files.createDirectory(directory.resolve("folder"));
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        Files.createSymbolicLink(folder.resolve("policies"), elsewhere);
        assertThat(refusal(folder, true)).isInstanceOf(Failure.Invalid.class);
        assertThat(elsewhere).isEmptyDirectory();

        Files.delete(folder.resolve("policies"));
        Path file = Files.writeString(elsewhere.resolve("precious"), "mine");
        Files.createSymbolicLink(folder.resolve("apply.sh"), file);
        assertThat(refusal(folder, false)).isInstanceOf(Failure.Conflict.class);
        ExportWriter.write(folder, FILES, true);
        assertThat(file).hasContent("mine");
        assertThat(folder.resolve("apply.sh")).hasContent("#!/bin/sh\n");
    }

    @Test
    void aFolderInAFilesPlaceStays() throws Exception {
        Files.createDirectory(directory.resolve("apply.sh"));
        assertThat(refusal(directory, true)).isInstanceOf(Failure.Invalid.class);
        assertThat(directory.resolve("apply.sh")).isDirectory();
    }

    @Test
    void aFolderThatCantBeMadeIsAFailureWithAReason() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "mine");
        assertThatThrownBy(() -> ExportWriter.write(file, FILES, true)).isInstanceOf(FailureException.class);
        assertThat(file).hasContent("mine");
    }
}
