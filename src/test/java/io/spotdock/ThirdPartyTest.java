package io.spotdock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** Whoever ships a library names it and its licence. */
class ThirdPartyTest {
    private static final Pattern LICENCE = Pattern.compile("(?i)(^|/)(licen[sc]e|copying|ofl)[^/]*$");

    @Test
    void thirdPartyNamesEveryLibraryThatIsShipped() throws IOException {
        Path generated = Path.of("target/third-party/THIRD-PARTY.md");
        assertThat(Path.of("THIRD-PARTY.md"))
                .as("after a change of dependencies: cp %s .", generated)
                .content()
                .isEqualToNormalizingNewlines(Files.readString(generated));
    }

    @Test
    void everyLibraryBringsItsLicencesTextOrItIsToldWhereThatIs() throws IOException {
        String elsewhere = Files.readString(Path.of("packaging/common/licences/README.md"));
        String shipped = Files.readString(Path.of("THIRD-PARTY.md"));
        List<Path> jars = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> path.toString().endsWith(".jar"))
                .filter(jar -> shipped.contains(":" + name(jar) + "]"))
                .toList();
        assertThat(jars).hasSizeGreaterThan(50);
        assertThat(jars.stream().filter(jar -> !hasLicence(jar)).map(ThirdPartyTest::name))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(elsewhere).containsPattern("\\b" + Pattern.quote(name) + "(?= \\||,)"));
    }

    /** Without the version and what follows it. */
    private static String name(Path jar) {
        return jar.getFileName().toString().replaceFirst("-\\d.*", "");
    }

    private static boolean hasLicence(Path jar) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream().map(ZipEntry::getName).anyMatch(LICENCE.asPredicate());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
