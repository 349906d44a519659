package io.spotdock.gui.control;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * A radio button with a second line, and perhaps a link at its end: a profile in a {@link CardList}, or alone under a
 * label. Put it into a {@link RadioGroup}.
 */
public final class RadioRow extends RadioPane {
    private final HBox end = new HBox();

    public RadioRow(String name, String second) {
        super("radio-row");
        Label first = Labels.body(name);
        first.getStyleClass().add("radio-name");
        VBox words = new VBox(first, Labels.hint(second));
        words.getStyleClass().add("radio-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        end.getStyleClass().add("radio-end");
        getChildren().addAll(mark(), words, end);
        setEnd();
        setAccessibleText(A11y.sentence(name, second));
    }

    /** A small node at the right, on the first line: a link, a tag. */
    public void setEnd(Node... nodes) {
        end.getChildren().setAll(nodes);
        end.setManaged(nodes.length > 0);
    }
}
