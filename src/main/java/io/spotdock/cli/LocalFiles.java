package io.spotdock.cli;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;

/** Reads and writes files of this computer, with failures that a person can act on. */
public final class LocalFiles {
    /** Reads a file. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(Path file) throws IOException;
    }

    private LocalFiles() {}

    /** @param option that named the file, for the failure */
    public static <T> T read(String option, Path file, Reader<T> reader) {
        try {
            return reader.read(file);
        } catch (NoSuchFileException _) {
            throw invalid(option, Fault.of("fault.file.missing", file));
        } catch (AccessDeniedException _) {
            throw invalid(option, Fault.of("fault.file.denied", file));
        } catch (IOException e) {
            throw invalid(option, Fault.of("fault.file.unreadable", file, reason(e)));
        }
    }

    /**
     * Writes a file whole or not at all. One that is there already with the same content is left alone.
     *
     * @param overwrite whether one with another content may be replaced
     */
    public static void write(Path file, String content, boolean overwrite) {
        write("--output", file, content, overwrite);
    }

    /** @param option that named the file, for the failure */
    public static void write(String option, Path file, String content, boolean overwrite) {
        try {
            byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
            if (Files.exists(file)) {
                if (Files.isRegularFile(file)
                        && Files.size(file) == bytes.length
                        && Arrays.equals(Files.readAllBytes(file), bytes)) return;
                if (!overwrite)
                    throw new FailureException(
                            new Failure.Conflict(file.toString(), Fault.of("fault.file.exists"), ""));
            }
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) Files.createDirectories(folder);
            // Not createTempFile, which makes files that only their owner may read.
            Path draft = file.resolveSibling("." + file.getFileName() + ".writing");
            try {
                Files.write(draft, bytes);
                Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw invalid(option, Fault.of("fault.file.unwritable", file, reason(e)));
        }
    }

    /** Writes a new file that only its owner may read. */
    static void writePrivate(String option, Path file, byte[] content) {
        if (Files.exists(file))
            throw new FailureException(new Failure.Conflict(file.toString(), Fault.of("fault.file.exists"), ""));
        Path folder = file.toAbsolutePath().getParent();
        try {
            if (folder != null) Files.createDirectories(folder);
            // Java makes temporary files for their owner alone.
            Path draft = Files.createTempFile(folder, ".spotdock", ".writing");
            try {
                Files.write(draft, content);
                Files.move(draft, file);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw invalid(option, Fault.of("fault.file.unwritable", file, reason(e)));
        }
    }

    static FailureException invalid(String option, Fault fault) {
        return new FailureException(new Failure.Invalid(option, fault, ""));
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
