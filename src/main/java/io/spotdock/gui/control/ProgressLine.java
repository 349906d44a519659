package io.spotdock.gui.control;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** How far a list has come: a bold sentence, a time at the right, and a line 4 high in the colour of the outcome. */
public final class ProgressLine extends VBox {
    private static final PseudoClass PASSED = PseudoClass.getPseudoClass("passed");
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final Label sentence = Labels.strong("");
    private final Label note = Labels.hint("");
    private final ProgressBar line = new ProgressBar(0);

    public ProgressLine() {
        getStyleClass().add("progress-line");
        HBox.setHgrow(sentence, Priority.ALWAYS);
        sentence.setMaxWidth(Double.MAX_VALUE);
        note.setMinWidth(USE_PREF_SIZE);
        HBox words = new HBox(sentence, note);
        words.getStyleClass().add("progress-words");
        line.getStyleClass().add("thin-progress");
        line.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(words, line);
    }

    public void setSentence(String text) {
        sentence.setText(text);
        A11y.name(line, text);
    }

    public void setNote(String text) {
        note.setText(text);
    }

    /** From 0 to 1. */
    public void setProgress(double fraction) {
        line.setProgress(fraction);
    }

    public void setOutcome(Outcome outcome) {
        line.pseudoClassStateChanged(PASSED, outcome == Outcome.PASSED);
        line.pseudoClassStateChanged(FAILED, outcome == Outcome.FAILED);
    }
}
