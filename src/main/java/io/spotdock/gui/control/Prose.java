package io.spotdock.gui.control;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/**
 * A sentence with values in it: {@code `value`} is set in mono and {@code **value**} in bold, so that a translator can
 * move them. A mark without its partner is an ordinary character. The style class is that of the sentence, such as
 * {@code hint}.
 */
public final class Prose extends TextFlow {
    private static final Pattern MARKED = Pattern.compile("`([^`]+)`|\\*\\*([^*]+)\\*\\*");

    private static final PseudoClass MONO = PseudoClass.getPseudoClass("mono");

    public Prose(String sentence, String style) {
        getStyleClass().addAll("prose", style);
        setAccessibleRole(AccessibleRole.TEXT);
        setSentence(sentence);
    }

    /** Takes another sentence; nodes that were appended go. */
    public void setSentence(String sentence) {
        getChildren().clear();
        StringBuilder spoken = new StringBuilder();
        Matcher marked = MARKED.matcher(sentence);
        int from = 0;
        while (marked.find()) {
            append(sentence.substring(from, marked.start()), "prose-plain", spoken);
            String mono = marked.group(1);
            if (mono != null) append(mono, "prose-mono", spoken);
            else append(marked.group(2), "prose-strong", spoken);
            from = marked.end();
        }
        append(sentence.substring(from), "prose-plain", spoken);
        // JetBrains Mono is higher than Inter, and a line is as high as its highest letter.
        pseudoClassStateChanged(
                MONO,
                getChildren().stream().anyMatch(text -> text.getStyleClass().contains("prose-mono")));
        setAccessibleText(spoken.toString());
    }

    /** Lets a link flow on where the sentence ends. */
    public Prose with(Node link) {
        getChildren().add(link);
        return this;
    }

    private void append(String part, String style, StringBuilder spoken) {
        if (part.isEmpty()) return;
        Text text = new Text(part);
        text.getStyleClass().add(style);
        A11y.decorative(text);
        getChildren().add(text);
        spoken.append(part);
    }
}
