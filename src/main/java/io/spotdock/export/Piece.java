package io.spotdock.export;

/** A part of a text in a template. */
sealed interface Piece {
    record Literal(String text) implements Piece {}

    record Value(Parameter parameter) implements Piece {}

    /** What only the engine knows, in the account at hand. */
    enum Surrounding implements Piece {
        PARTITION,
        ACCOUNT
    }
}
