package io.spotdock.gui.control;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
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

    /** The outside system's own text: in mono, wrapped, to be selected and copied. */
    public static Inset ofOutsideText(String text) {
        Inset inset = new Inset(new OutsideText(text));
        inset.getStyleClass().add("outside");
        return inset;
    }

    /** A text area as high as its text. */
    static final class OutsideText extends TextArea {
        OutsideText(String text) {
            super(text);
            getStyleClass().addAll("outside-text");
            setEditable(false);
            setWrapText(true);
            setAccessibleText(text);
        }
    }
}
