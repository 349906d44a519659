package io.spotdock.gui.control;

import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** The band over the whole window that says that nothing here is real, and how to leave. */
public final class SandboxBand extends HBox {
    /** {@code sentence} may hold a bold part between double stars. */
    public SandboxBand(String sentence, Action leave) {
        getStyleClass().add("sandbox-band");
        Prose words = new Prose(sentence, "body");
        HBox.setHgrow(words, Priority.ALWAYS);
        Button button = Buttons.compact(leave.text());
        button.setOnAction(_ -> leave.run().run());
        getChildren().addAll(Icons.of(Feather.PACKAGE, Tone.WARNING), words, button);
    }
}
