package io.spotdock.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Files that are still there after a power cut: that they exist is written to their folder, which is flushed as well. */
final class Durable {
    private Durable() {}

    /** Makes folders where they are missing. */
    static void folder(@Nullable Path folder) throws IOException {
        if (folder == null) return; // the root is there
        List<Path> made = new ArrayList<>();
        for (Path each = folder.toAbsolutePath(); each != null && Files.notExists(each); each = each.getParent())
            made.add(each);
        Files.createDirectories(folder);
        for (Path each : made) entries(each.getParent());
    }

    /** Makes an empty file that only its owner may read, where it is missing. */
    static void file(Path file) throws IOException {
        if (Files.exists(file)) return;
        folder(file.toAbsolutePath().getParent());
        try {
            Files.createFile(file, ownersOnly());
        } catch (java.nio.file.FileAlreadyExistsException _) {
            return; // made by another process at this moment
        }
        entries(file.toAbsolutePath().getParent());
    }

    private static FileAttribute<?>[] ownersOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Flushes what a folder holds. Windows opens no folder, and keeps its own journal of them. */
    static void entries(@Nullable Path folder) {
        if (folder == null) return;
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException _) {
            return;
        }
    }
}
