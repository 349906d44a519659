package io.spotdock.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps two at a time from writing to one journal, in this process or another. The system lets go of a lock when its process
 * ends, however it ends.
 *
 * <p>The lock is on a file of its own, which nobody reads, and which this process never opens twice: closing any descriptor
 * of a file takes away every lock that the process has on it (POSIX, {@code fcntl}).
 */
final class Locks {
    private final Set<Path> held = new HashSet<>();

    /** Until it is closed, no one else gets it. */
    final class Lock implements AutoCloseable {
        private final Path file;
        private final FileChannel channel;

        private Lock(Path file, FileChannel channel) {
            this.file = file;
            this.channel = channel;
        }

        @Override
        public void close() throws IOException {
            synchronized (Locks.this) {
                held.remove(file);
                channel.close();
            }
        }
    }

    /** Empty while someone else has it. */
    synchronized Optional<Lock> take(Path file) throws IOException {
        Path same = file.toAbsolutePath().normalize();
        if (held.contains(same)) return Optional.empty();
        Durable.file(same);
        FileChannel channel = FileChannel.open(same, StandardOpenOption.WRITE);
        if (lock(channel) == null) {
            channel.close();
            return Optional.empty();
        }
        held.add(same);
        return Optional.of(new Lock(same, channel));
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
