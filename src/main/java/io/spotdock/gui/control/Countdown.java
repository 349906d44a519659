package io.spotdock.gui.control;

import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A thin line that fills until the next try, and words at its right. */
public final class Countdown extends HBox {
    private final ProgressBar line = new ProgressBar(0);
    private final Label words = Labels.hint("");

    public Countdown() {
        getStyleClass().add("countdown");
        line.getStyleClass().add("thin-progress");
        line.setMaxWidth(Double.MAX_VALUE);
        line.setMinWidth(0);
        HBox.setHgrow(line, Priority.ALWAYS);
        words.setMinWidth(USE_PREF_SIZE);
        A11y.decorative(line);
        getChildren().addAll(line, words);
    }

    /** How much of the wait is over, from 0 to 1, and what to say about it. */
    public void show(double fraction, String text) {
        line.setProgress(fraction);
        words.setText(text);
    }
}
