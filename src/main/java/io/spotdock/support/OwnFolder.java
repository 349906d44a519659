package io.spotdock.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What Spotdock keeps on this computer, as it lies in its folder. What can't be read is said in place of its content. */
final class OwnFolder {
    /** Deeper than anything that Spotdock makes. */
    private static final int DEPTH = 4;

    private final Path folder;

    OwnFolder(Path folder) {
        this.folder = folder;
    }

    /** Every file with its size, time and rights. */
    String listing() {
        if (Files.notExists(folder)) return "nothing\n";
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder, DEPTH)) {
            for (Path file : (Iterable<Path>) files.sorted()::iterator)
                text.append(line(file)).append('\n');
        } catch (IOException | UncheckedIOException e) {
            text.append(e).append('\n');
        }
        return text.toString();
    }

    private String line(Path file) {
        try {
            BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            String rights = file.getFileSystem().supportedFileAttributeViews().contains("posix")
                    ? PosixFilePermissions.toString(Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS))
                    : "-";
            String name = file.equals(folder) ? "." : folder.relativize(file).toString();
            return rights + String.format("%12d", is.isDirectory() ? 0 : is.size()) + "  " + is.lastModifiedTime()
                    + "  " + name.replace('\\', '/') + (is.isDirectory() ? "/" : "");
        } catch (IOException e) {
            return file + " " + e.getClass().getSimpleName();
        }
    }

    /** The files of a folder within, by name. */
    List<Path> in(String name) {
        Path within = folder.resolve(name);
        if (!Files.isDirectory(within)) return List.of();
        try (Stream<Path> files = Files.list(within)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    /** The external IDs that were made here. */
    Set<String> externalIds() {
        Set<String> ids = new TreeSet<>();
        for (Path file : in("external-ids")) ids.add(read(file).strip());
        ids.remove("");
        return ids;
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.getClass().getSimpleName() + "\n";
        }
    }

    /** The journals, but not the files beside them. */
    List<Path> journals() {
        return new ArrayList<>(in("journals"));
    }
}
