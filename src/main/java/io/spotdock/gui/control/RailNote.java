package io.spotdock.gui.control;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A quiet word at the foot of the rail: a sentence with a cross that takes it away, and links below. Pushes nothing about. */
public final class RailNote extends VBox {
    /** {@code hide} names the cross, for it has no words. */
    public RailNote(String sentence, Action hide, List<Action> links) {
        getStyleClass().add("rail-note");
        Label words = Labels.hint(sentence);
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button cross = Buttons.icon(Feather.X, hide.text());
        cross.setOnAction(_ -> hide.run().run());
        HBox line = new HBox(words, cross);
        line.getStyleClass().add("rail-note-line");
        getChildren().add(line);
        for (Action each : links) {
            Hyperlink link = Buttons.smallLink(each);
            // On its own it says too little: read out, it comes with what it is about.
            link.setAccessibleHelp(sentence);
            getChildren().add(link);
        }
    }
}
