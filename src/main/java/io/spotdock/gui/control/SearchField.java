package io.spotdock.gui.control;

import java.util.function.Function;
import org.controlsfx.control.SearchableComboBox;

/** A {@link Choice} among many: what one types narrows the list. */
public final class SearchField<T> extends Choice<T> {
    public SearchField(String labelText, String hintText, Function<T, String> words) {
        super(labelText, hintText, words, new SearchableComboBox<>());
        getStyleClass().add("search-field");
    }
}
