package io.spotdock.gui.control;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A document as code in a card: a header with its title, what it is, and buttons; below it lines of tokens, in which the
 * values that come from the form are marked. What the buttons copy and save is the caller's: it need not be this layout.
 */
public final class CodeView extends VBox {
    private final String title;
    private final CodeLines lines = new CodeLines();
    private final HBox words;
    private final HBox header;
    private final HBox buttons = new HBox();

    public CodeView(String title, String subtitle) {
        this.title = title;
        getStyleClass().addAll("card", "code-view");
        Label name = Labels.strong(title);
        name.setMinWidth(USE_PREF_SIZE);
        Label what = Labels.hint(subtitle);
        what.setWrapText(false);
        words = new HBox(name, what);
        words.getStyleClass().add("code-title");
        HBox.setHgrow(words, Priority.ALWAYS);
        buttons.getStyleClass().add("code-buttons");
        header = new HBox(words, buttons);
        header.getStyleClass().add("code-header");
        getChildren().addAll(header, lines);
    }

    /** Copy, save: icon buttons at the right of the header. */
    public void setButtons(Node... nodes) {
        buttons.getChildren().setAll(nodes);
    }

    public void setLines(List<List<Token>> code) {
        lines.setCode(code);
        lines.setAccessibleText(title + ": " + code.stream().map(Token::text).collect(Collectors.joining("\n")));
    }

    String title() {
        return title;
    }

    /** Puts this where title and subtitle stand; nothing brings them back. */
    void setHeading(@Nullable Node tabs) {
        Node shown = tabs == null ? words : tabs;
        HBox.setHgrow(shown, Priority.ALWAYS);
        header.getChildren().setAll(shown, buttons);
    }
}
