package io.spotdock.gui.control;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A card where something will be, and how to get it there. */
public final class EmptyState extends VBox {
    public EmptyState(Feather glyph, String title, String sentence, Button... ways) {
        getStyleClass().addAll("card", "empty-state");
        Label explained = Labels.muted(sentence);
        explained.getStyleClass().add("empty-sentence");
        HBox buttons = new HBox(ways);
        buttons.getStyleClass().add("button-row");
        getChildren().addAll(Icons.of(glyph, Icons.LARGE, Tone.MUTED), Labels.sectionTitle(title), explained);
        if (ways.length > 0) getChildren().add(buttons);
    }
}
