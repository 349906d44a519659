import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/**
 * Gives everything below a folder the same permissions on everybody's computer. Maven's archiver writes them into a jar, so
 * that the builder's umask would be seen in it. Run by Maven from its source.
 */
final class SamePermissions {
    private SamePermissions() {}

    public static void main(String... arguments) throws IOException {
        List<Path> paths;
        try (Stream<Path> all = Files.walk(Path.of(arguments[0]))) {
            paths = all.toList();
        }
        for (Path path : paths) {
            PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
            // Null on Windows, where the archiver writes the same for all.
            if (view != null)
                view.setPermissions(
                        PosixFilePermissions.fromString(Files.isDirectory(path) ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
