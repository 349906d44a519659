package io.spotdock.gui.control;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * A document as code in a card: a header with its title, what it is, and buttons; below it lines of tokens, in which the
 * values that come from the form are marked. What the buttons copy and save is the caller's: it need not be this layout.
 */
public final class CodeView extends VBox {
    private final String title;
    private final VBox lines = new VBox();
    private final HBox buttons = new HBox();

    public CodeView(String title, String subtitle) {
        this.title = title;
        getStyleClass().addAll("card", "code-view");
        Label name = Labels.strong(title);
        name.setMinWidth(USE_PREF_SIZE);
        Label what = Labels.hint(subtitle);
        what.setWrapText(false);
        HBox words = new HBox(name, what);
        words.getStyleClass().add("code-title");
        HBox.setHgrow(words, Priority.ALWAYS);
        buttons.getStyleClass().add("code-buttons");
        HBox header = new HBox(words, buttons);
        header.getStyleClass().add("code-header");
        lines.getStyleClass().add("code-lines");
        lines.setAccessibleRole(AccessibleRole.TEXT);
        lines.setFocusTraversable(true);
        getChildren().addAll(header, lines);
    }

    /** Copy, save: icon buttons at the right of the header. */
    public void setButtons(Node... nodes) {
        buttons.getChildren().setAll(nodes);
    }

    public void setLines(List<List<Token>> code) {
        lines.getChildren().setAll(code.stream().map(CodeLine::of).toList());
        lines.setAccessibleText(title + ": " + code.stream().map(CodeLine::text).collect(Collectors.joining("\n")));
    }
}
