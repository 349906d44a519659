package io.spotdock.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines of JSON in a file that only its owner may read, forced to disk line by line. While it is open for writing, no
 * second process can write to it; the system lets go of the lock when the program ends, however it ends. An interrupt
 * does not keep a line from being written: what was done is written down, above all when it is the last thing done.
 */
final class LineFile implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path path;
    /** Not a channel, which an interrupt of the thread that writes would close. */
    private final @Nullable RandomAccessFile file;

    /** Held on to, since a lock that nobody refers to is forgotten within this program. */
    private final @Nullable FileLock lock;

    private LineFile(Path path, @Nullable RandomAccessFile file, @Nullable FileLock lock) {
        this.path = path;
        this.file = file;
        this.lock = lock;
    }

    /** Opens for reading; the file need not exist. */
    static LineFile read(Path path) {
        return new LineFile(path, null, null);
    }

    /**
     * Opens for writing.
     *
     * @param locked the sentence that says that another process has it open, which names the file
     * @throws FailureException Conflict while that is so
     */
    static LineFile write(Path path, String locked) {
        try {
            boolean posix =
                    FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
            Files.createDirectories(path.getParent());
            if (posix && Files.notExists(path))
                Files.createFile(
                        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
            FileLock lock = lock(file);
            if (lock == null) {
                file.close();
                throw new FailureException(new Failure.Conflict("journal", Fault.of(locked, path), ""));
            }
            endTornLine(file);
            return new LineFile(path, file, lock);
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    private static @Nullable FileLock lock(RandomAccessFile file) throws IOException {
        try {
            return file.getChannel().tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** A write that a crash cut short must not run into the next line. */
    private static void endTornLine(RandomAccessFile file) throws IOException {
        long size = file.length();
        if (size == 0) return;
        file.seek(size - 1);
        if (file.read() != '\n') file.write('\n');
    }

    synchronized void append(JsonNode line) {
        if (file == null) throw new IllegalStateException("opened for reading");
        try {
            file.write((JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
            file.getFD().sync();
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    /** Oldest first. A torn line holds no finished thought: what it began is known from the line before it, or never happened. */
    synchronized List<JsonNode> lines() {
        List<JsonNode> lines = new ArrayList<>();
        try {
            new String(bytes(), StandardCharsets.UTF_8).lines().forEach(line -> read(line, lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    /** By the very file that is locked: on Windows, a lock keeps out all others, of the same program too. */
    private byte[] bytes() throws IOException {
        if (file == null) return Files.exists(path) ? Files.readAllBytes(path) : new byte[0];
        byte[] bytes = new byte[Math.toIntExact(file.length())];
        file.seek(0);
        file.readFully(bytes);
        return bytes;
    }

    private static void read(String line, List<JsonNode> lines) {
        try {
            JsonNode node = JSON.readTree(line);
            if (node != null && node.isObject()) lines.add(node);
        } catch (JsonProcessingException e) {
            return;
        }
    }

    private static FailureException unwritable(Path path, IOException e) {
        return new FailureException(
                new Failure.Invalid("journal", Fault.of("fault.journal.unwritable", path), e.toString()), e);
    }

    @Override
    public void close() {
        try {
            if (lock != null) lock.release();
            if (file != null) file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
