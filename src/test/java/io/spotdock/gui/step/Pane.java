package io.spotdock.gui.step;

import io.spotdock.gui.Png;
import io.spotdock.gui.look.Look;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;

/** A view as the shell shows it: padded, dressed, in the content area of a window. Pictures go to {@code spotdock.shots}. */
public final class Pane {
    private static final Optional<String> SHOTS = Optional.ofNullable(System.getProperty("spotdock.shots"));

    private final Stage stage;
    private final SimpleObjectProperty<ColorScheme> scheme = new SimpleObjectProperty<>(ColorScheme.LIGHT);

    public Pane(Stage stage) {
        this.stage = stage;
    }

    /** On the toolkit's thread. */
    public void show(StepView view) {
        StackPane padded = new StackPane(view.content());
        padded.setAlignment(javafx.geometry.Pos.TOP_LEFT);
        padded.setPadding(new Insets(40));
        padded.setMinHeight(StackPane.USE_PREF_SIZE);
        padded.setStyle("-fx-background-color: -color-bg-default");
        ScrollPane scrolled = new ScrollPane(padded);
        scrolled.setFitToWidth(true);
        Scene scene = new Scene(scrolled, 940, 708);
        new Look(scheme).applyTo(scene);
        stage.setScene(scene);
        stage.show();
        view.firstFocus().requestFocus();
    }

    /** Waits until something holds; fails when it doesn't in the end. */
    public static void until(Callable<Boolean> holds) {
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(5000, holds));
        } catch (TimeoutException e) {
            throw new AssertionError("never", e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Takes a picture of this very moment; on the toolkit's thread. */
    public void shootNow(String name) {
        SHOTS.ifPresent(folder -> Png.write(stage.getScene().snapshot(null), Path.of(folder, name + ".png")));
    }

    /** Takes a picture in each scheme. */
    public void shoot(String name) {
        if (SHOTS.isEmpty()) return;
        for (ColorScheme each : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            WaitForAsyncUtils.waitForAsyncFx(5000, () -> scheme.set(each));
            WaitForAsyncUtils.waitForFxEvents();
            String file = name + (each == ColorScheme.DARK ? "-dark" : "") + ".png";
            WaitForAsyncUtils.waitForAsyncFx(
                    10_000, () -> Png.write(stage.getScene().snapshot(null), Path.of(SHOTS.get(), file)));
        }
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> scheme.set(ColorScheme.LIGHT));
    }
}
