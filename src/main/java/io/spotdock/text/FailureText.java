package io.spotdock.text;

import java.util.Optional;

/**
 * A failure, told.
 *
 * @param sentence what happened
 * @param cause why, where it is known
 * @param remedy what to do next
 */
public record FailureText(String sentence, Optional<String> cause, String remedy) {}
