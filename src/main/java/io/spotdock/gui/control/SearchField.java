package io.spotdock.gui.control;

import java.util.function.Function;
import javafx.scene.Node;
import org.controlsfx.control.SearchableComboBox;
import org.kordamp.ikonli.feather.Feather;

/** A {@link Choice} among many: what one types narrows the list. */
public final class SearchField<T> extends Choice<T> {
    public SearchField(String labelText, String hintText, Function<T, String> words) {
        super(labelText, hintText, words, new SearchableComboBox<>());
        getStyleClass().add("search-field");
        Node glass = Icons.of(Feather.SEARCH, Tone.MUTED);
        glass.getStyleClass().add("field-leading");
        setLeading(glass);
    }
}
