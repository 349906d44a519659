package io.spotdock.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private final @Nullable Writing writing;

    private LineFile(Path path, @Nullable Writing writing) {
        this.path = path;
        this.writing = writing;
    }

    /** Opens for reading; the file need not exist. */
    static LineFile read(Path path) {
        return new LineFile(path, null);
    }

    /**
     * Opens for writing.
     *
     * @param locks of this process
     * @param locked the sentence that says that another process has it open, which names the file
     * @throws FailureException Conflict while that is so; Invalid when the file can't be written
     */
    static LineFile write(Path path, Locks locks, String locked) {
        try {
            Locks.Lock lock = locks.take(path.resolveSibling(path.getFileName() + ".lock"))
                    .orElseThrow(
                            () -> new FailureException(new Failure.Conflict("journal", Fault.of(locked, path), "")));
            try {
                Durable.file(path);
                return new LineFile(path, new Writing(new RandomAccessFile(path.toFile(), "rw"), lock));
            } catch (IOException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    /**
     * The end of the file.
     *
     * @param file not a channel, which an interrupt of the thread that writes would close
     */
    private record Writing(RandomAccessFile file, Locks.Lock lock) {
        void append(byte[] line) throws IOException {
            long before = file.length();
            try {
                boolean torn = isTorn(before);
                file.seek(before);
                // What a crash cut short must not run into the next line.
                if (torn) file.write('\n');
                file.write(line);
                file.getFD().sync();
            } catch (IOException e) {
                cutOff(before);
                throw e;
            }
        }

        private boolean isTorn(long length) throws IOException {
            if (length == 0) return false;
            file.seek(length - 1);
            return file.read() != '\n';
        }

        /** A disk that is full took the beginning of the line only. */
        private void cutOff(long length) {
            try {
                file.setLength(length);
            } catch (IOException _) {
                return; // the next line begins on a line of its own all the same
            }
        }

        void close() throws IOException {
            try (lock) {
                file.close();
            }
        }
    }

    synchronized void append(JsonNode line) {
        if (writing == null) throw new IllegalStateException("opened for reading");
        try {
            writing.append((JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    /** Oldest first. */
    synchronized List<Line> lines() {
        try {
            return Line.of(Files.exists(path) ? Files.readAllBytes(path) : new byte[0]);
        } catch (IOException e) {
            throw new FailureException(
                    new Failure.Invalid("journal", Fault.of("fault.journal.unreadable", path), e.toString()), e);
        }
    }

    private static FailureException unwritable(Path path, IOException e) {
        return new FailureException(
                new Failure.Invalid("journal", Fault.of("fault.journal.unwritable", path), e.toString()), e);
    }

    @Override
    public synchronized void close() {
        if (writing == null) return;
        try {
            writing.close();
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }
}
