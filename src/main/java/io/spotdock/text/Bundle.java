package io.spotdock.text;

import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** Sentences by key, read when the first is asked for: that takes longer than much of what the program does without any. */
final class Bundle {
    private final String name;
    private final Locale locale;
    private volatile @Nullable ResourceBundle read;

    Bundle(String name, Locale locale) {
        this.name = name;
        this.locale = locale;
    }

    Optional<String> find(String key) {
        ResourceBundle bundle = read;
        // Twice by two threads would do no harm.
        if (bundle == null) {
            bundle = ResourceBundle.getBundle(
                    name,
                    locale,
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            read = bundle;
        }
        return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
    }
}
