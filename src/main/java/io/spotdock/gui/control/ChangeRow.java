package io.spotdock.gui.control;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * One change of a plan: its mark, what it is about, a second line, the word for it, and a chevron to what it means in
 * detail. Left and Right close and open it.
 */
public final class ChangeRow extends VBox {
    private final BooleanProperty open = new SimpleBooleanProperty(this, "open", false);
    private final VBox detail = new VBox();
    private final Node chevron = Opening.chevron(open);

    /** {@code word} is what happens, such as "Create". */
    public ChangeRow(ChangeMark.Kind kind, String name, String second, String word) {
        getStyleClass().add("change-row");
        VBox words = new VBox(Labels.body(name), new Prose(second, "hint"));
        words.getStyleClass().add("row-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Label label = Labels.hint(word);
        label.setMinWidth(USE_PREF_SIZE);
        label.getStyleClass().add("row-label");
        Opening line = new Opening(open, "change-line");
        line.getChildren().addAll(new ChangeMark(kind), words, label, chevron);
        line.setAccessibleText(A11y.sentence(word, name, second));
        detail.getStyleClass().add("change-detail");
        getChildren().addAll(line, detail);
        open.subscribe(this::show);
    }

    /** What is under the row while it is open. */
    public void setDetail(Node... nodes) {
        detail.getChildren().setAll(nodes);
        show();
    }

    public BooleanProperty openProperty() {
        return open;
    }

    public void setOpen(boolean now) {
        open.set(now);
    }

    private void show() {
        boolean any = !detail.getChildren().isEmpty();
        chevron.setVisible(any);
        detail.setVisible(any && open.get());
        detail.setManaged(any && open.get());
    }
}
