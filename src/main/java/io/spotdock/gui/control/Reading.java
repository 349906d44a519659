package io.spotdock.gui.control;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** How a list shows its values. Nothing is typed in a list, so nothing is read back. */
final class Reading<T> extends StringConverter<T> {
    private final Function<T, String> words;

    Reading(Function<T, String> words) {
        this.words = words;
    }

    @Override
    public String toString(@Nullable T value) {
        return value == null ? "" : words.apply(value);
    }

    @Override
    public @Nullable T fromString(@Nullable String text) {
        throw new UnsupportedOperationException("nothing is typed here");
    }
}
