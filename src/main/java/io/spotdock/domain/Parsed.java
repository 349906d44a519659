package io.spotdock.domain;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A person's input, read: a value, or what is wrong with it. */
public sealed interface Parsed<T> {
    record Good<T>(T value) implements Parsed<T> {}

    record Bad<T>(Fault fault) implements Parsed<T> {}

    /**
     * Reads {@code text}.
     *
     * @param rule what is wrong with a text, or null
     * @param make makes the value of a text that the rule passes
     */
    static <T> Parsed<T> of(String text, Function<String, @Nullable Fault> rule, Function<String, T> make) {
        Fault fault = rule.apply(text);
        return fault == null ? new Good<>(make.apply(text)) : new Bad<>(fault);
    }

    static <T> Parsed<T> refused(Fault fault) {
        return new Bad<>(fault);
    }

    default Optional<T> good() {
        return switch (this) {
            case Good<T>(T value) -> Optional.of(value);
            case Bad<T> _ -> Optional.empty();
        };
    }

    default Optional<Fault> bad() {
        return switch (this) {
            case Good<T> _ -> Optional.empty();
            case Bad<T>(Fault fault) -> Optional.of(fault);
        };
    }

    default <U> Parsed<U> map(Function<T, U> change) {
        return switch (this) {
            case Good<T>(T value) -> new Good<>(change.apply(value));
            case Bad<T>(Fault fault) -> new Bad<>(fault);
        };
    }
}
