package io.spotdock.gui.control;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A box on a subtle ground, 16 padding: an explanation in place, or what another system said. */
public final class Inset extends VBox {
    public Inset(Node... nodes) {
        getStyleClass().add("inset");
        getChildren().addAll(nodes);
    }

    /** Sentences of explanation, each a paragraph; {@code `value`} is set in mono. */
    public static Inset of(List<String> paragraphs) {
        Inset inset = new Inset();
        paragraphs.forEach(text -> inset.getChildren().add(new Prose(text, "body")));
        return inset;
    }

    /** The outside system's own text: in mono, wrapped. */
    public static Inset ofOutsideText(String text) {
        Label said = Labels.mono(text);
        said.getStyleClass().add("outside-text");
        Inset inset = new Inset(said);
        inset.getStyleClass().add("outside");
        return inset;
    }
}
