package io.spotdock.gui.control;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A title, a note or buttons at its right, and 8 below them the content. */
public final class Section extends VBox {
    private final Label title = Labels.sectionTitle("");
    private final Label note = Labels.hint("");
    private final HBox end = new HBox();
    private final VBox content = new VBox();

    public Section(String titleText, Node... nodes) {
        getStyleClass().add("section");
        title.setText(titleText);
        title.setMinWidth(0);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        note.setMinWidth(USE_PREF_SIZE);
        end.getStyleClass().add("button-row");
        HBox heading = new HBox(title, note, end);
        heading.getStyleClass().add("section-heading");
        content.getStyleClass().add("section-content");
        getChildren().addAll(heading, content);
        setContent(nodes);
        setNote("");
        setEnd();
    }

    public void setTitle(String text) {
        title.setText(text);
    }

    /** A small note at the right of the title. */
    public void setNote(String text) {
        note.setText(text);
        note.setManaged(!text.isEmpty());
    }

    /** Compact or icon buttons at the right of the title. */
    public void setEnd(Node... nodes) {
        end.getChildren().setAll(nodes);
        end.setManaged(nodes.length > 0);
    }

    /** Makes the heading 32 high, as a neighbour's with buttons is. */
    public void setTall(boolean tall) {
        getStyleClass().remove("tall");
        if (tall) getStyleClass().add("tall");
    }

    public void setContent(Node... nodes) {
        content.getChildren().setAll(nodes);
    }
}
