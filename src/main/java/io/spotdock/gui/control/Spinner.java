package io.spotdock.gui.control;

import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.RotateTransition;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Arc;
import javafx.scene.shape.Circle;
import javafx.stage.Window;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * Something is running. It turns while it is in a window, and stands still as another icon for people who have asked
 * their system for less motion. To a screen reader it is decoration: the words beside it say the same.
 */
public final class Spinner extends StackPane {
    private @Nullable RotateTransition turning;

    public Spinner(int size) {
        getStyleClass().add("spinner-mark");
        setMinSize(size, size);
        setPrefSize(size, size);
        setMaxSize(size, size);
        A11y.decorative(this);
        double radius = size / 2.0 - 1;
        Circle track = new Circle(radius);
        track.getStyleClass().add("spinner-track");
        Arc arc = new Arc(0, 0, radius, radius, 0, 90);
        arc.getStyleClass().add("spinner-arc");
        Circle bounds = new Circle(radius);
        bounds.getStyleClass().add("spinner-bounds");
        StackPane wheel = new StackPane(new Group(bounds, track, arc));
        Node still = Icons.of(Feather.LOADER, size, Tone.ACCENT);
        getChildren().add(wheel);
        sceneProperty()
                .flatMap(scene -> scene.getPreferences().reducedMotionProperty())
                .subscribe(calm -> getChildren().setAll(Boolean.TRUE.equals(calm) ? still : wheel));
        sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::showingProperty)
                .subscribe(showing -> {
                    if (Boolean.TRUE.equals(showing)) start(wheel);
                    else stop();
                });
    }

    private void start(StackPane wheel) {
        stop();
        RotateTransition turn = new RotateTransition(Duration.seconds(1), wheel);
        turn.setByAngle(360);
        turn.setCycleCount(Animation.INDEFINITE);
        turn.setInterpolator(Interpolator.LINEAR);
        turn.play();
        turning = turn;
    }

    private void stop() {
        if (turning != null) turning.stop();
        turning = null;
    }
}
