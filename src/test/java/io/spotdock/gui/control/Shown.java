package io.spotdock.gui.control;

import io.spotdock.gui.look.Look;
import java.util.concurrent.Callable;
import javafx.application.ColorScheme;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;

/** A window for a test, and its thread. */
final class Shown {
    private Shown() {}

    static void show(Stage stage, Parent root) {
        Scene scene = new Scene(root, 900, 700);
        Look.of(ColorScheme.LIGHT).applyTo(scene);
        stage.setScene(scene);
        stage.show();
        stage.requestFocus();
    }

    static <T> T onFx(Callable<T> work) {
        T result = WaitForAsyncUtils.waitForAsyncFx(30_000, work);
        WaitForAsyncUtils.waitForFxEvents();
        return result;
    }

    static void doOnFx(Runnable work) {
        WaitForAsyncUtils.waitForAsyncFx(30_000, work);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Where a node is in its window, laid out anew. */
    static Bounds place(Node node) {
        return onFx(() -> {
            node.getScene().getRoot().applyCss();
            node.getScene().getRoot().layout();
            return node.localToScene(node.getLayoutBounds());
        });
    }
}
