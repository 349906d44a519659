package io.spotdock.gui.control;

import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * A bold sentence and one that explains it, with compact buttons at the right and, on demand, the outside system's own
 * text below. It can take the keyboard, as that is how a screen reader learns of it.
 */
public final class Banner extends VBox {
    /** What it is about. */
    public enum Kind {
        INFO(Feather.INFO, Tone.ACCENT),
        SUCCESS(Feather.CHECK_CIRCLE, Tone.SUCCESS),
        WARNING(Feather.ALERT_TRIANGLE, Tone.WARNING),
        DANGER(Feather.ALERT_CIRCLE, Tone.DANGER);

        private final Feather glyph;
        private final Tone tone;

        Kind(Feather glyph, Tone tone) {
            this.glyph = glyph;
            this.tone = tone;
        }
    }

    private final HBox buttons = new HBox();

    public Banner(Kind kind, String boldSentence, String sentence) {
        getStyleClass().addAll("banner", "banner-" + kind.name().toLowerCase(Locale.ROOT));
        VBox words = new VBox();
        words.getStyleClass().add("banner-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        if (!boldSentence.isEmpty()) words.getChildren().add(Labels.strong(boldSentence));
        if (!sentence.isEmpty()) words.getChildren().add(new Prose(sentence, "body"));
        buttons.getStyleClass().add("banner-buttons");
        HBox line = new HBox(Icons.of(kind.glyph, kind.tone), words, buttons);
        line.getStyleClass().add("banner-line");
        getChildren().add(line);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(A11y.sentence(boldSentence, sentence));
        setButtons();
    }

    /** Compact buttons at the right. */
    public void setButtons(Button... nodes) {
        buttons.getChildren().setAll(nodes);
        buttons.setManaged(nodes.length > 0);
        buttons.setMinWidth(USE_PREF_SIZE);
    }

    /** Adds a button before the others that opens the outside system's text, with a button to copy it. */
    public void setDetails(String detailsWord, String outsideText, CopyButton copy) {
        Inset inset = Inset.ofOutsideText(outsideText);
        HBox row = new HBox(copy);
        row.getStyleClass().add("banner-copy");
        inset.getChildren().add(row);
        Button details = Buttons.compact(detailsWord);
        details.setOnAction(_ -> {
            if (!getChildren().remove(inset)) getChildren().add(inset);
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && getChildren().remove(inset)) event.consume();
        });
        buttons.getChildren().addFirst(details);
        buttons.setManaged(true);
    }
}
