package io.spotdock.export;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Writes files below a folder, and nowhere else. A file that is there with the same content is left alone. One with
 * another content may be somebody's work, whoever wrote it first, so it takes a person's word to replace it; without that
 * nothing at all is written.
 */
public final class ExportWriter {
    private ExportWriter() {}

    /**
     * Writes the files.
     *
     * @param overwrite whether files with another content may be replaced
     * @return where they are
     * @throws FailureException Conflict when there are such files, Invalid when the folder can't be written
     */
    public static List<Path> write(Path folder, List<ExportFile> files, boolean overwrite) {
        Path root = folder.toAbsolutePath().normalize();
        try {
            if (!overwrite) refuseToReplace(root, files);
            List<Path> written = new ArrayList<>();
            for (ExportFile file : files) written.add(write(root, file));
            return List.copyOf(written);
        } catch (IOException e) {
            String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new FailureException(
                    new Failure.Invalid(root.toString(), Fault.of("fault.file.unwritable", root, reason), ""), e);
        }
    }

    private static void refuseToReplace(Path root, List<ExportFile> files) throws IOException {
        List<String> others = new ArrayList<>();
        for (ExportFile file : files) {
            Path target = root.resolve(file.path());
            if (Files.exists(target, LinkOption.NOFOLLOW_LINKS) && !holds(target, bytes(file))) others.add(file.path());
        }
        if (!others.isEmpty())
            throw new FailureException(
                    new Failure.Conflict(root.toString(), Fault.of("export.exists", String.join(", ", others)), ""));
    }

    private static Path write(Path root, ExportFile file) throws IOException {
        Path target = root.resolve(file.path());
        makeFolders(root, target);
        byte[] bytes = bytes(file);
        if (!holds(target, bytes)) {
            if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) throw new IOException(target + " is a folder");
            // Not createTempFile, which makes files that only their owner may read.
            Path draft = target.resolveSibling("." + target.getFileName() + ".writing");
            try {
                Files.deleteIfExists(draft);
                Files.write(draft, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        }
        if (file.executable()) makeExecutable(target);
        return target;
    }

    /** A link in place of a folder would lead out of here. */
    private static void makeFolders(Path root, Path target) throws IOException {
        Files.createDirectories(root);
        Path folder = root;
        for (Path part : root.relativize(target.getParent())) {
            if (part.toString().isEmpty()) continue;
            folder = folder.resolve(part);
            if (Files.isSymbolicLink(folder)) throw new IOException(folder + " is a link");
            if (!Files.isDirectory(folder)) Files.createDirectory(folder);
        }
    }

    private static boolean holds(Path file, byte[] bytes) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Files.size(file) == bytes.length
                && Arrays.equals(Files.readAllBytes(file), bytes);
    }

    /** For whoever may read it, where the file system knows such a thing. */
    private static void makeExecutable(Path file) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) return;
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        if (permissions.contains(PosixFilePermission.OWNER_READ)) permissions.add(PosixFilePermission.OWNER_EXECUTE);
        if (permissions.contains(PosixFilePermission.GROUP_READ)) permissions.add(PosixFilePermission.GROUP_EXECUTE);
        if (permissions.contains(PosixFilePermission.OTHERS_READ)) permissions.add(PosixFilePermission.OTHERS_EXECUTE);
        Files.setPosixFilePermissions(file, permissions);
    }

    private static byte[] bytes(ExportFile file) {
        return file.content().getBytes(StandardCharsets.UTF_8);
    }
}
