package io.spotdock.gui.look;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/**
 * The typefaces that come with Spotdock, so that it looks alike on every system: Inter in three weights, and JetBrains
 * Mono for what a machine reads. Each weight is a family of its own, as a stylesheet's numeric weights reach only what
 * the operating system has installed.
 */
public final class Fonts {
    private static final List<String> FILES =
            List.of("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf", "JetBrainsMono-Regular.ttf");

    private Fonts() {}

    /** Makes the families known to the toolkit; once is enough, again does no harm. */
    public static void load() {
        FILES.forEach(Fonts::load);
    }

    private static void load(String file) {
        try (InputStream in = Fonts.class.getResourceAsStream("/io/spotdock/gui/fonts/" + file)) {
            if (in == null || Font.loadFont(in, 14) == null)
                throw new IllegalStateException("not a font in this build: " + file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
