package io.spotdock.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    private static final int LINES = 300;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path place;

    /** One of several processes that write at once. */
    static final class Writer {
        public static void main(String[] args) {
            LogFile log = new LogFile(Path.of(args[0]), 4_000, 200);
            for (int i = 0; i < LINES; i++) log.write(args[1] + " " + i + " " + "x".repeat(40) + " end");
        }
    }

    @Test
    void aFullFileMakesWayAndTheOldestGoes() throws IOException {
        LogFile log = new LogFile(place.resolve("logs"), 20, 3);

        for (int i = 0; i < 10; i++) log.write("line " + i);

        assertThat(log.files())
                .extracting(file -> file.getFileName().toString())
                .containsExactly("spotdock.log", "spotdock.1.log", "spotdock.2.log");
        assertThat(Files.readString(log.files().getFirst())).isEqualTo("line 8\nline 9\n");
        assertThat(Files.readString(log.files().getLast())).isEqualTo("line 4\nline 5\n");
    }

    @Test
    void onlyTheirOwnerMayReadIt() throws IOException {
        LogFile log = new LogFile(place.resolve("state/logs"));

        log.write("a line");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(log.folder())))
                .isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(log.folder())) {
            for (Path file : files.toList())
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
        }
    }

    @Test
    void linesOfSeveralProcessesStayWholeWhileTheFileMakesWay() throws Exception {
        Path folder = place.resolve("logs");
        String java = ProcessHandle.current().info().command().orElseThrow();
        List<Process> writers = new ArrayList<>();
        for (String name : List.of("one", "two", "three"))
            writers.add(new ProcessBuilder(
                            java,
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            classPath(),
                            Writer.class.getName(),
                            folder.toString(),
                            name)
                    .inheritIO()
                    .start());
        for (Process writer : writers) assertThat(writer.waitFor()).isZero();

        List<String> all = new ArrayList<>();
        for (Path file : new LogFile(folder, 4_000, 200).files()) {
            assertThat(Files.size(file)).isLessThanOrEqualTo(4_000);
            all.addAll(Files.readAllLines(file));
        }
        assertThat(all).hasSize(3 * LINES).allMatch(line -> line.matches("(one|two|three) [0-9]+ x{40} end"));
        assertThat(all)
                .containsAll(IntStream.range(0, LINES)
                        .mapToObj(i -> "two " + i + " " + "x".repeat(40) + " end")
                        .toList());
    }

    /** Where this test and what it tests were loaded from, however it is run. */
    private static String classPath() {
        return Stream.of(LogFileTest.class, LogFile.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .map(place -> Path.of(URI.create(place.toString())).toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    @Test
    void whoIsCancelledStillHasItWrittenDownAndStaysCancelled() throws IOException {
        LogFile log = new LogFile(place);

        Thread.currentThread().interrupt();
        log.write("cancelled");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(log.trouble()).isEmpty();
        assertThat(Files.readString(log.files().getFirst())).isEqualTo("cancelled\n");
    }

    @Test
    void aFolderThatCannotBeWrittenToIsTroubleAndNoException() throws IOException {
        LogFile log = new LogFile(Files.writeString(place.resolve("file"), "").resolve("logs"));

        log.write("lost");

        assertThat(log.trouble()).get().asString().contains("file");
        assertThat(log.files()).isEmpty();
    }
}
