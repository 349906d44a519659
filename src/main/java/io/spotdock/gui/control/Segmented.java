package io.spotdock.gui.control;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** Two or three choices side by side in one frame, where what is chosen changes the form below. */
public final class Segmented<T> extends HBox {
    private final RadioGroup<T> group = new RadioGroup<>();
    private final List<ToggleButton> buttons = new ArrayList<>();

    /** {@code name} is what a screen reader calls the whole. */
    public Segmented(String name) {
        getStyleClass().add("segmented");
        setAccessibleText(name);
        setMaxWidth(USE_PREF_SIZE);
    }

    public Segmented<T> add(T meaning, String text) {
        ToggleButton button = new ToggleButton(text);
        button.setMnemonicParsing(true);
        button.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
        button.setMinWidth(USE_PREF_SIZE);
        buttons.add(button);
        getChildren().add(button);
        group.add(meaning, button);
        for (ToggleButton each : buttons) {
            each.getStyleClass().removeAll("left-pill", "center-pill", "right-pill");
            each.getStyleClass()
                    .add(
                            each.equals(buttons.getFirst())
                                    ? "left-pill"
                                    : each.equals(buttons.getLast()) ? "right-pill" : "center-pill");
        }
        return this;
    }

    public ObjectProperty<@Nullable T> valueProperty() {
        return group.valueProperty();
    }

    public @Nullable T getValue() {
        return group.getValue();
    }

    public void setValue(T now) {
        group.setValue(now);
    }
}
