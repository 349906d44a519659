package io.spotdock.gui.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.gui.FxTest;
import io.spotdock.gui.Png;
import io.spotdock.gui.look.Look;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.application.ColorScheme;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.util.WaitForAsyncUtils;

/**
 * All controls at once, in both themes. With {@code -Dspotdock.gallery=FOLDER} it leaves pictures there, to be compared
 * with the design's.
 */
@FxTest
class GalleryTest {
    @ParameterizedTest
    @EnumSource(ColorScheme.class)
    void everyControlIsDrawnAndTheStylesheetsHaveNothingToComplainAbout(ColorScheme scheme) {
        PrintStream before = System.err;
        ByteArrayOutputStream complaints = new ByteArrayOutputStream();
        System.setErr(new PrintStream(complaints, true, StandardCharsets.UTF_8));
        try {
            picture("gallery", scheme, 0, 0, Gallery::all);
            picture("shell", scheme, 1180, 780, GalleryOfPanes::bucket);
            picture("shell-narrow", scheme, 900, 640, GalleryOfPanes::narrow);
            picture("hosting", scheme, 1180, 780, GalleryOfPanes::hosting);
            picture("confirm", scheme, 1180, 780, GalleryOfPanes::confirm);
        } finally {
            System.setErr(before);
        }
        assertThat(complaints.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    private static void picture(String name, ColorScheme scheme, int width, int height, Supplier<Region> content) {
        Image image = WaitForAsyncUtils.waitForAsyncFx(30_000, () -> {
            Region root = content.get();
            Scene scene = width == 0 ? new Scene(root) : new Scene(root, width, height);
            Look.of(scheme).applyTo(scene);
            return scene.snapshot(null);
        });
        assertThat(image.getHeight()).isGreaterThan(600);
        String folder = System.getProperty("spotdock.gallery");
        if (folder != null)
            Png.write(image, Path.of(folder, name + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png"));
    }
}
