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
import java.nio.channels.FileChannel;
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
 * A journal as lines of JSON in a file that only its owner may read, forced to disk line by line. While it is open for
 * writing, no second process can write to it; the system lets go of the lock when the program ends, however it ends. An
 * interrupt neither closes it nor keeps a line from being written: what was done outside has to stand in it.
 */
public final class FileJournal implements Journal {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final @Nullable RandomAccessFile open;
    private final @Nullable FileLock lock;

    private FileJournal(Path file, @Nullable RandomAccessFile open, @Nullable FileLock lock) {
        this.file = file;
        this.open = open;
        this.lock = lock;
    }

    /** Opens for reading; the file need not exist. */
    public static FileJournal read(DataDirectory directory, IntegrationName integration) {
        return new FileJournal(file(directory, integration), null, null);
    }

    /**
     * Opens for writing.
     *
     * @throws FailureException Conflict while another process has it open
     */
    public static FileJournal write(DataDirectory directory, IntegrationName integration) {
        Path file = file(directory, integration);
        try {
            boolean posix =
                    FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
            Files.createDirectories(file.getParent());
            if (posix && Files.notExists(file))
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            // A channel's own writing is ended by an interrupt, and closes it.
            RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw");
            FileLock lock = lock(open.getChannel());
            if (lock == null) {
                open.close();
                throw new FailureException(new Failure.Conflict("journal", Fault.of("fault.journal.locked", file), ""));
            }
            endTornLine(open);
            return new FileJournal(file, open, lock);
        } catch (IOException e) {
            throw new FailureException(
                    new Failure.Invalid("journal", Fault.of("fault.journal.unwritable", file), e.toString()), e);
        }
    }

    private static Path file(DataDirectory directory, IntegrationName integration) {
        return directory.path().resolve("journals").resolve(integration.value() + ".ndjson");
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** A write that a crash cut short must not run into the next line. */
    private static void endTornLine(RandomAccessFile open) throws IOException {
        if (open.length() == 0) return;
        open.seek(open.length() - 1);
        if (open.read() != '\n') open.write('\n');
    }

    @Override
    public synchronized void append(Entry entry) {
        if (open == null) throw new IllegalStateException("opened for reading");
        try {
            byte[] line = (JSON.writeValueAsString(EntryJson.write(entry)) + "\n").getBytes(StandardCharsets.UTF_8);
            open.write(line);
            open.getFD().sync();
        } catch (IOException e) {
            throw new FailureException(
                    new Failure.Invalid("journal", Fault.of("fault.journal.unwritable", file), e.toString()), e);
        }
    }

    @Override
    public synchronized List<Entry> entries() {
        if (Files.notExists(file)) return List.of();
        List<Entry> entries = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file)) read(line, entries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    /** A torn line holds no finished thought: what it began is known from the line before it, or never happened. */
    private static void read(String line, List<Entry> entries) {
        try {
            JsonNode node = JSON.readTree(line);
            if (node != null && node.isObject()) EntryJson.read(node).ifPresent(entries::add);
        } catch (JsonProcessingException e) {
            return;
        }
    }

    @Override
    public void close() {
        try {
            if (lock != null) lock.release();
            if (open != null) open.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
