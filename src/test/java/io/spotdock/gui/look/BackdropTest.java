package io.spotdock.gui.look;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.gui.FxTest;
import io.spotdock.gui.control.StepRail;
import javafx.application.ColorScheme;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.util.WaitForAsyncUtils;

@FxTest
class BackdropTest {
    @ParameterizedTest
    @EnumSource(ColorScheme.class)
    void itHasTheColoursAndTheWidthThatTheStylesheetsGiveToWhatFollows(ColorScheme scheme) {
        StepRail<String> rail = new StepRail<>("Spotdock", _ -> {});
        Region content = new Region();
        content.setStyle("-fx-background-color: -color-bg-default");
        WaitForAsyncUtils.waitForAsyncFx(30_000, () -> {
            Scene scene = new Scene(new HBox(rail, content), Grid.WINDOW_WIDTH, Grid.WINDOW_HEIGHT);
            Look.of(scheme).applyTo(scene);
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        });
        assertThat(ground(rail)).isEqualTo(Backdrop.rail(scheme));
        assertThat(ground(content)).isEqualTo(Backdrop.content(scheme));
        assertThat(rail.getWidth()).isEqualTo(Backdrop.RAIL);
    }

    private static Color ground(Region region) {
        return (Color) region.getBackground().getFills().getLast().getFill();
    }
}
