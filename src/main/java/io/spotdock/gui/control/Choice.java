package io.spotdock.gui.control;

import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A field with a list to choose from. Locked, it is a text that can be selected and copied, as in {@link TextEntry}. */
public sealed class Choice<T> extends Field permits SearchField {
    private final ComboBox<T> box;
    private final ObjectProperty<@Nullable T> value = new SimpleObjectProperty<>(this, "value");
    private final TextField fixed = new TextField();
    private boolean locked;

    /** {@code words} is how a value reads. */
    public Choice(String labelText, String hintText, Function<T, String> words) {
        this(labelText, hintText, words, new ComboBox<>());
    }

    Choice(String labelText, String hintText, Function<T, String> words, ComboBox<T> box) {
        super(labelText, hintText);
        this.box = box;
        box.setConverter(new Reading<>(words));
        box.valueProperty().bindBidirectional(value);
        fixed.setEditable(false);
        show(box);
        value.subscribe(now -> fixed.setText(now == null ? "" : words.apply(now)));
    }

    @Override
    public final Control control() {
        return locked ? fixed : box;
    }

    public final ObservableList<T> items() {
        return box.getItems();
    }

    public final ObjectProperty<@Nullable T> valueProperty() {
        return value;
    }

    public final @Nullable T getValue() {
        return value.get();
    }

    public final void setValue(@Nullable T now) {
        value.set(now);
    }

    /** Shown while nothing is chosen. */
    public final void setPrompt(String text) {
        box.setPromptText(text);
    }

    public final boolean isLocked() {
        return locked;
    }

    public final void setLocked(boolean now) {
        locked = now;
        if (now) {
            var lock = Icons.of(Feather.LOCK, Tone.MUTED);
            lock.getStyleClass().add("field-mark");
            setTrailing(lock);
        } else setTrailing();
        show(control());
    }
}
