package io.spotdock.gui.step.access;

import io.spotdock.settings.Field;

/** A part of a line of a policy, as it is shown. */
sealed interface Piece {
    String text();

    /** A member's name, in its quotes. */
    record Key(String text) implements Piece {}

    record Plain(String text) implements Piece {}

    /** What was entered in a field. */
    record Entered(Field field, String text) implements Piece {}
}
