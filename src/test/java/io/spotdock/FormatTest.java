package io.spotdock;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The layout of the source is settled by a formatter, not by taste. It runs as a test because tests run on JDK 25
 * whatever runs Maven; {@code ./mvnw spotless:apply}, with Maven on 25, mends what this finds.
 */
class FormatTest {
    private static final JavaFormatterOptions.Style STYLE = JavaFormatterOptions.Style.PALANTIR;

    // These three in turn are what Spotless's step does; the formatter's own "format all" would indent text blocks too.
    private final Formatter formatter = Formatter.createFormatter(
            JavaFormatterOptions.builder().style(STYLE).build());

    @Test
    void theSourceIsLaidOutAsTheFormatterDoes() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .parallel()
                            .filter(this::isOutOfShape))
                    .as("run './mvnw spotless:apply' with JAVA_HOME on JDK 25")
                    .isEmpty();
        }
    }

    private boolean isOutOfShape(Path file) {
        try {
            String source = Files.readString(file);
            String formatted = RemoveUnusedImports.removeUnusedImports(formatter.formatSource(source));
            return !ImportOrderer.reorderImports(formatted, STYLE).equals(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FormatterException e) {
            throw new IllegalStateException(file + " cannot be read as Java", e);
        }
    }
}
