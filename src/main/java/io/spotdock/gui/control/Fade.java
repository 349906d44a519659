package io.spotdock.gui.control;

import javafx.animation.FadeTransition;
import javafx.scene.Node;
import javafx.util.Duration;

/** How a pane or a banner comes: 150 ms of opacity, and at once for people who have asked for less motion. */
public final class Fade {
    private static final Duration SHORT = Duration.millis(150);

    private Fade() {}

    /** Lets a node that is in a scene already come in. */
    public static void in(Node node) {
        if (node.getScene() == null || node.getScene().getPreferences().isReducedMotion()) return;
        FadeTransition fade = new FadeTransition(SHORT, node);
        fade.setFromValue(0);
        fade.setToValue(1);
        fade.play();
    }
}
