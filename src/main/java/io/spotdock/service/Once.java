package io.spotdock.service;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value worked out at the first call and kept; a failed attempt is tried again at the next. Thread-safe. */
final class Once<T> {
    private final Supplier<T> supplier;
    private @Nullable T value;

    Once(Supplier<T> supplier) {
        this.supplier = supplier;
    }

    synchronized T get() {
        T known = value;
        if (known == null) {
            known = supplier.get();
            value = known;
        }
        return known;
    }
}
