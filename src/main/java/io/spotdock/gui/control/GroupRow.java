package io.spotdock.gui.control;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * A heading over rows, with its own state and count. With a state it opens and closes; without (see {@link #plain}) it
 * only names what follows. Left and Right work on it.
 */
public final class GroupRow extends VBox {
    private final BooleanProperty open = new SimpleBooleanProperty(this, "open", false);
    private final VBox rows = new VBox();
    private final HBox header;
    private final StackPane mark = new StackPane();
    private final Label count = Labels.hint("");
    private final String name;
    private String stateWord = "";

    public GroupRow(String name) {
        this(name, true);
    }

    private GroupRow(String name, boolean opens) {
        this.name = name;
        getStyleClass().add("group-row");
        mark.getStyleClass().add("row-mark");
        A11y.decorative(mark);
        Label title = Labels.strong(name);
        title.setMinWidth(0);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        count.setWrapText(false);
        count.setMinWidth(USE_PREF_SIZE);
        rows.getStyleClass().add("group-rows");
        rows.getChildren()
                .addListener((ListChangeListener<Node>) _ -> rows.getChildren().forEach(row -> mark(row)));
        if (opens) {
            header = new Opening(open, "group-header");
            header.getChildren().addAll(mark, title, count, Opening.chevron(open));
        } else {
            header = new HBox(title, count);
            header.getStyleClass().add("group-header");
            open.set(true);
        }
        rows.visibleProperty().bind(open);
        rows.managedProperty().bind(open);
        getChildren().addAll(header, rows);
        setState(State.TODO, "");
    }

    /** A heading that is always open, with a word at its right. */
    public static GroupRow plain(String name, String word) {
        GroupRow group = new GroupRow(name, false);
        group.setCount(word);
        return group;
    }

    private static void mark(Node row) {
        if (!row.getStyleClass().contains("card-row")) row.getStyleClass().add("card-row");
    }

    /** {@code word} is how a screen reader says the state. */
    public void setState(State now, String word) {
        stateWord = word;
        mark.getChildren().setAll(now.mark(Icons.NORMAL));
        speak();
    }

    /** What the group holds, in words: "6 passed". */
    public void setCount(String text) {
        count.setText(text);
        speak();
    }

    public ObservableList<Node> rows() {
        return rows.getChildren();
    }

    public BooleanProperty openProperty() {
        return open;
    }

    public boolean isOpen() {
        return open.get();
    }

    public void setOpen(boolean now) {
        open.set(now);
    }

    private void speak() {
        header.setAccessibleText(A11y.sentence(stateWord, name, count.getText()));
    }
}
