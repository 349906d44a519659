package io.spotdock.log;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.FileLockInterruptionException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lines in {@code spotdock.log}, which makes way for a new one when it is full; of the older ones a few are kept, the
 * newest as {@code spotdock.1.log}. Several processes may write at once: each holds a lock for a line's time and keeps
 * nothing open in between, so that lines stay whole and any of them may let the file make way. Only their owner may read
 * the files. Never throws: whoever writes a log has better things to do than to mend it. Thread-safe.
 */
public final class LogFile {
    /** Five files of one megabyte hold weeks of ordinary use. */
    public static final long LARGEST = 1 << 20;

    public static final int FILES = 5;

    private final Path folder;
    private final long largest;
    private final int files;
    private @Nullable String trouble;

    public LogFile(Path folder) {
        this(folder, LARGEST, FILES);
    }

    /**
     * A log of another size.
     *
     * @param largest size of one file in bytes
     * @param files how many there are at most
     */
    LogFile(Path folder, long largest, int files) {
        this.folder = folder;
        this.largest = largest;
        this.files = files;
    }

    /** The files there are, the newest first. */
    public List<Path> files() {
        List<Path> there = new ArrayList<>();
        for (int age = 0; age < files; age++) if (Files.isRegularFile(file(age))) there.add(file(age));
        return there;
    }

    public Path folder() {
        return folder;
    }

    /** Why the last line was not written; empty while all is well. */
    public synchronized Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** Adds a text as it stands, and the end of its line. */
    public synchronized void write(String text) {
        // Cancelling is an interrupt here, and channels close themselves at one: the line is written, then it counts
        // again.
        boolean interrupted = Thread.interrupted();
        try {
            write((text + "\n").getBytes(StandardCharsets.UTF_8));
            trouble = null;
        } catch (IOException | OverlappingFileLockException | UnsupportedOperationException e) {
            trouble = e.toString();
        } finally {
            if (interrupted) Thread.currentThread().interrupt();
        }
    }

    private void write(byte[] line) throws IOException {
        try {
            writeLocked(line);
        } catch (NoSuchFileException _) {
            Files.createDirectories(folder, owners(folder, "rwx------"));
            writeLocked(line);
        } catch (FileLockInterruptionException | ClosedByInterruptException _) {
            Thread.interrupted();
            writeLocked(line);
            Thread.currentThread().interrupt();
        }
    }

    private void writeLocked(byte[] line) throws IOException {
        Path lockFile = folder.resolve("spotdock.lock");
        create(lockFile);
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            if (Files.exists(file(0)) && Files.size(file(0)) + line.length > largest) makeWay();
            create(file(0));
            // Not a channel, which an interrupt would close half-way through a line.
            try (OutputStream out = new FileOutputStream(file(0).toFile(), true)) {
                out.write(line);
            }
        }
    }

    private void makeWay() throws IOException {
        for (int age = files - 1; age > 0; age--)
            if (Files.exists(file(age - 1))) Files.move(file(age - 1), file(age), StandardCopyOption.REPLACE_EXISTING);
    }

    private Path file(int age) {
        return folder.resolve(age == 0 ? "spotdock.log" : "spotdock." + age + ".log");
    }

    private static void create(Path file) throws IOException {
        if (Files.notExists(file)) {
            try {
                Files.createFile(file, owners(file, "rw-------"));
            } catch (FileAlreadyExistsException _) {
                // Another process was first.
            }
        }
    }

    /** Windows has no such permissions: there, the rules of the person's own folder are inherited. */
    private static FileAttribute<?>[] owners(Path path, String permissions) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
