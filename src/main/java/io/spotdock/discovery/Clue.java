package io.spotdock.discovery;

import io.spotdock.settings.Field;

/**
 * A value that a field of the settings may have.
 *
 * @param value empty where it was seen that there is none
 */
public record Clue(Field field, String value, Origin origin) {}
