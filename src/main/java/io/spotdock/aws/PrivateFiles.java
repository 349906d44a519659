package io.spotdock.aws;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/** Files that only their owner may read. */
final class PrivateFiles {
    private PrivateFiles() {}

    /** Replaces a file in one go, so that who reads it meanwhile sees the old or the new one, and never a part. */
    static void write(Path file, byte[] content) throws IOException {
        Path folder = Objects.requireNonNull(file.getParent());
        Files.createDirectories(folder, ownersFolder(folder));
        // Java makes temporary files for their owner alone.
        Path draft = Files.createTempFile(folder, "spotdock-", ".tmp");
        try {
            Files.write(draft, content);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Windows has no such permissions: there, the home folder's own rules are inherited. */
    private static FileAttribute<?>[] ownersFolder(Path folder) {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) return new FileAttribute<?>[0];
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        };
    }
}
