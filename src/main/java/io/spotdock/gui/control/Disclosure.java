package io.spotdock.gui.control;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A heading that opens more of a form; while it is closed, a summary says what is in there. */
public final class Disclosure extends VBox {
    private final BooleanProperty open = new SimpleBooleanProperty(this, "open", false);
    private final Opening header = new Opening(open, "disclosure-header");
    private final VBox content = new VBox();
    private final Label summary = Labels.hint("");
    private final String title;

    public Disclosure(String title) {
        this.title = title;
        getStyleClass().add("disclosure");
        Label name = Labels.strong(title);
        name.setMinWidth(USE_PREF_SIZE);
        summary.visibleProperty().bind(open.not());
        header.getChildren().addAll(Opening.chevron(open), name, summary);
        header.setMaxWidth(USE_PREF_SIZE);
        content.getStyleClass().add("disclosure-content");
        content.visibleProperty().bind(open);
        content.managedProperty().bind(open);
        getChildren().addAll(header, content);
        setSummary("");
    }

    public BooleanProperty openProperty() {
        return open;
    }

    public void setSummary(String text) {
        summary.setText(text);
        header.setAccessibleText(A11y.sentence(title, text));
    }

    public void setContent(Node... nodes) {
        content.getChildren().setAll(nodes);
    }
}
