import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.css.Stylesheet;

/**
 * Puts beside each stylesheet of a jar what JavaFX makes of it, which JavaFX then reads instead: to parse Spotdock's own takes
 * a tenth of the time until the first pane is drawn. Only the version of JavaFX that made it can be trusted to read it.
 *
 * <p>Usage: java -cp JAVAFX Stylesheets.java JAR
 */
final class Stylesheets {
    public static void main(String[] arguments) throws IOException {
        try (FileSystem jar = FileSystems.newFileSystem(Path.of(arguments[0]), Map.of("noCompression", true))) {
            for (Path sheet : sheets(jar)) add(sheet);
        }
    }

    private static List<Path> sheets(FileSystem jar) throws IOException {
        try (Stream<Path> all = Files.walk(jar.getPath("/io/spotdock"))) {
            return all.filter(path -> path.toString().endsWith(".css")).toList();
        }
    }

    private static void add(Path sheet) throws IOException {
        Path text = Files.createTempFile("sheet", ".css");
        Path binary = Files.createTempFile("sheet", ".bss");
        try {
            Files.write(text, Files.readAllBytes(sheet));
            Stylesheet.convertToBinary(text.toFile(), binary.toFile());
            Path beside = sheet.resolveSibling(sheet.getFileName().toString().replace(".css", ".bss"));
            Files.write(beside, Files.readAllBytes(binary));
            FileTime time = Files.getLastModifiedTime(sheet);
            Files.getFileAttributeView(beside, BasicFileAttributeView.class).setTimes(time, time, time);
        } finally {
            Files.delete(text);
            Files.delete(binary);
        }
    }
}
