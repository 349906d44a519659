package io.spotdock.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who keeps nothing in a keychain doesn't pay for its libraries: the program starts without them. */
class LoadedLateTest {
    private static final List<String> LIBRARIES =
            List.of("org.freedesktop.", "com.github.javakeyring.", "com.sun.jna.");

    @Test
    void aStartLoadsNoKeychainLibrary(@TempDir Path folder) throws Exception {
        Path list = folder.resolve("loaded.txt");
        Process program = new Program(folder)
                .startWith(
                        "-Xlog:class+load=info:file=" + list,
                        Map.of("SPOTDOCK_HOME", folder.resolve("own").toString()),
                        folder,
                        "journal",
                        "-s",
                        "no-such-file");
        assertThat(program.waitFor(2, TimeUnit.MINUTES)).isTrue();
        List<String> loaded = Files.readAllLines(list);
        assertThat(loaded)
                .anyMatch(line -> line.contains("io.spotdock.keychain.SystemKeychain"))
                .anyMatch(line -> line.contains("io.spotdock.cli.JournalCommand"));
        assertThat(loaded)
                .filteredOn(line -> LIBRARIES.stream().anyMatch(line::contains))
                .isEmpty();
    }
}
