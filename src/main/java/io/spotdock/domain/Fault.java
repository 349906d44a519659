package io.spotdock.domain;

import java.util.List;

/**
 * What is wrong with an input: the key of a sentence in the text bundle, and what to fill into it.
 *
 * @param key for example {@code fault.bucket-name.length}
 * @param arguments the sentence's arguments, in order
 */
public record Fault(String key, List<String> arguments) {
    public Fault {
        arguments = List.copyOf(arguments);
    }

    public static Fault of(String key, Object... arguments) {
        return new Fault(
                key, java.util.Arrays.stream(arguments).map(String::valueOf).toList());
    }
}
