package io.spotdock.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;

/**
 * Where Spotdock keeps its own files: {@code SPOTDOCK_HOME}, else the platform's place for a program's state (XDG Base
 * Directory Specification; Apple's File System Programming Guide; Windows' local application data).
 */
public record DataDirectory(Path path) {
    /** The folder of the log. */
    public Path logs() {
        return path.resolve("logs");
    }

    /**
     * Replaces a file. Written beside and moved over, so that a crash leaves the former content or the new one.
     *
     * @param name of the file, in this folder itself
     */
    public void replace(String name, String content) throws IOException {
        Files.createDirectories(path);
        Path beside = Files.createTempFile(path, name, ".tmp");
        Files.writeString(beside, content);
        Files.move(beside, path.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    public static DataDirectory of(Map<String, String> environment, String osName, Path home) {
        String own = environment.getOrDefault("SPOTDOCK_HOME", "");
        if (!own.isEmpty()) return new DataDirectory(Path.of(own));
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.contains("mac")) return new DataDirectory(home.resolve("Library/Application Support/Spotdock"));
        if (os.contains("win")) {
            String local = environment.getOrDefault("LOCALAPPDATA", "");
            Path base = local.isEmpty() ? home.resolve("AppData/Local") : Path.of(local);
            return new DataDirectory(base.resolve("Spotdock"));
        }
        String state = environment.getOrDefault("XDG_STATE_HOME", "");
        // The specification says that a relative path is to be ignored.
        Path base = state.startsWith("/") ? Path.of(state) : home.resolve(".local/state");
        return new DataDirectory(base.resolve("spotdock"));
    }
}
