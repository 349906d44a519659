package io.spotdock.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the window shows or says stands in the bundle, where it can be translated. */
class NoTextInCodeTest {
    private static final Path WINDOW = Path.of("src/main/java/io/spotdock/gui");

    @Test
    void theWindowsSourcesHoldNoTexts() throws IOException {
        try (Stream<Path> files = Files.walk(WINDOW)) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(sources).hasSizeGreaterThan(50);
            assertThat(TextFinder.textsIn(sources)).isEmpty();
        }
    }

    @Test
    void aSentenceIsFoundWhereverItStands() throws IOException {
        assertThat(TextFinder.textsIn("""
                        class A {
                            static final String GREETING = "Good morning";
                            String name = "wizard.bucket.name";
                        }
                        """)).containsExactly("A:2 Good morning");
    }

    @Test
    void aWordIsFoundWhereANodeTakesIt() throws IOException {
        assertThat(TextFinder.textsIn("""
                        import io.spotdock.gui.control.Buttons;
                        import javafx.scene.control.Label;
                        class A {
                            Object a = Buttons.primary("Apply");
                            Object b = new Label("Bucket");
                            void c(Label label) {
                                label.setText("Role");
                                label.setId("Role");
                            }
                        }
                        """)).containsExactly("A:4 Apply", "A:5 Bucket", "A:7 Role");
    }

    @Test
    void exceptionsAnnotationsAndTheLogSpeakToProgrammers() throws IOException {
        assertThat(TextFinder.textsIn("""
                        @Deprecated(since = "a long time")
                        class A {
                            void a(String name) {
                                log().warn("no such font: {}", name);
                                throw new IllegalStateException("not a font: " + name);
                            }
                        }
                        """)).isEmpty();
    }
}
