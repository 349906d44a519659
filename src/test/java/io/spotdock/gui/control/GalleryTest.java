package io.spotdock.gui.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.gui.FxTest;
import io.spotdock.gui.Png;
import io.spotdock.gui.look.Look;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
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
        List<String> complaints = new CopyOnWriteArrayList<>();
        Handler listener = listener(complaints);
        Logger styles = Logger.getLogger("javafx.css");
        styles.addHandler(listener);
        try {
            picture("gallery", scheme, 0, 0, Gallery::all);
            picture("bucket", scheme, 1180, 780, GalleryOfPanes::bucket);
            picture("narrow", scheme, 900, 640, GalleryOfPanes::narrow);
            picture("hosting", scheme, 1180, 780, GalleryOfPanes::hosting);
            picture("confirm", scheme, 1180, 780, GalleryOfPanes::confirm);
        } finally {
            styles.removeHandler(listener);
        }
        assertThat(complaints).isEmpty();
    }

    /** The toolkit complains about stylesheets in the log, which goes to standard error. */
    private static Handler listener(List<String> heard) {
        return new Handler() {
            @Override
            public void publish(LogRecord complaint) {
                heard.add(new SimpleFormatter().formatMessage(complaint));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
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
