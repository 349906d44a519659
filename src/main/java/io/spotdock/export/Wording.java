package io.spotdock.export;

/** The texts of the hand-off sheet, in the reader's language. */
@FunctionalInterface
public interface Wording {
    String get(String key, Object... arguments);
}
