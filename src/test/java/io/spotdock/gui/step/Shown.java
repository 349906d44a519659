package io.spotdock.gui.step;

import io.spotdock.gui.Png;
import io.spotdock.gui.control.A11y;
import io.spotdock.gui.look.Look;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import javafx.application.ColorScheme;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A step's view as the shell shows it, in a window of its own, for tests: what is on it, and a picture of it where
 * {@code -Dspotdock.shots=FOLDER} asks for some.
 */
public final class Shown implements AutoCloseable {
    public final Stage stage = new Stage();
    public final Scene scene;
    private final String suffix;

    /** To be made on the toolkit's thread; in 940 by 708, the content's area of the window as it opens. */
    public Shown(StepView view, ColorScheme scheme) {
        suffix = scheme == ColorScheme.DARK ? "-dark" : "";
        StackPane padded = new StackPane(view.content());
        padded.setPadding(new Insets(40));
        padded.setStyle("-fx-background-color: -color-bg-default");
        ScrollPane scroll = new ScrollPane(padded);
        scroll.setFitToWidth(true);
        scroll.setStyle("-fx-background: -color-bg-default");
        scroll.getStyleClass().add("content-scroll");
        scene = new Scene(scroll, 940, 708);
        Look.of(scheme).applyTo(scene);
        stage.setScene(scene);
        stage.show();
    }

    /** Runs on the toolkit's thread, and waits for what follows from it. */
    public static <T> T fx(Callable<T> action) {
        T result = WaitForAsyncUtils.waitForAsyncFx(60_000, action);
        WaitForAsyncUtils.waitForFxEvents();
        return result;
    }

    public static void fx(Runnable action) {
        fx(() -> {
            action.run();
            return true;
        });
    }

    /** Leaves a picture as it is now; on the toolkit's thread. */
    public void shoot(String name) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        String folder = System.getProperty("spotdock.shots");
        if (folder != null) Png.write(scene.snapshot(null), Path.of(folder, name + suffix + ".png"));
    }

    /** The button or link with these words; mnemonics are left out of account. */
    public ButtonBase button(String words) {
        return (ButtonBase) scene.getRoot().lookupAll("*").stream()
                .filter(node -> node instanceof ButtonBase button
                        && button.getText() != null
                        && A11y.plain(button.getText()).equals(words)
                        && isShown(node))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + words));
    }

    /** Whether a label, a field's text or a sentence that is shown says so. */
    public boolean says(String words) {
        return scene.getRoot().lookupAll("*").stream()
                .filter(Shown::isShown)
                .anyMatch(node -> node instanceof Labeled labeled
                                && labeled.getText() != null
                                && (labeled.getText().contains(words)
                                        || A11y.plain(labeled.getText()).contains(words))
                        || String.valueOf(node.getAccessibleText()).contains(words));
    }

    private static boolean isShown(Node node) {
        for (Parent above = node.getParent(); above != null; above = above.getParent())
            if (!above.isVisible()) return false;
        return node.isVisible();
    }

    @Override
    public void close() {
        stage.close();
    }
}
