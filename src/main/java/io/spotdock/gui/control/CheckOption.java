package io.spotdock.gui.control;

import javafx.beans.property.BooleanProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A check box with a second line that says what it does. */
public final class CheckOption extends VBox {
    private final CheckBox box;
    private final Label second;

    public CheckOption(String text, String secondLine) {
        getStyleClass().add("check-option");
        box = new CheckBox(text);
        box.setMnemonicParsing(true);
        box.setWrapText(true);
        second = Labels.hint(secondLine);
        getChildren().addAll(box, second);
        setSecondLine(secondLine);
    }

    public BooleanProperty selectedProperty() {
        return box.selectedProperty();
    }

    public boolean isSelected() {
        return box.isSelected();
    }

    public void setSelected(boolean now) {
        box.setSelected(now);
    }

    public void setText(String text) {
        box.setText(text);
    }

    public void setSecondLine(String text) {
        second.setText(text);
        A11y.help(box, text);
    }

    /** Nobody can tick it; what the second line says of that stays legible. */
    public void setBoxDisable(boolean now) {
        box.setDisable(now);
    }

    /** Puts the keyboard on the box. */
    public void focusControl() {
        box.requestFocus();
    }
}
