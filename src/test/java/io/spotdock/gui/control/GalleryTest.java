package io.spotdock.gui.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.gui.Complaints;
import io.spotdock.gui.FxTest;
import io.spotdock.gui.Png;
import io.spotdock.gui.look.Look;
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
        try (Complaints complaints = new Complaints()) {
            picture("gallery", scheme, 0, 0, Gallery::all);
            picture("bucket", scheme, 1180, 780, GalleryOfPanes::bucket);
            picture("narrow", scheme, 900, 640, GalleryOfPanes::narrow);
            picture("hosting", scheme, 1180, 780, GalleryOfPanes::hosting);
            picture("confirm", scheme, 1180, 780, GalleryOfPanes::confirm);
            assertThat(complaints.heard()).isEmpty();
        }
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
