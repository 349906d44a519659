package io.spotdock.gui.control;

import java.util.List;
import java.util.stream.Collectors;

/** A piece of a line of code. No line is longer than its tokens; a line break is a new list. */
public record Token(Kind kind, String text) {
    /** What a piece is, and so how it is marked. */
    public enum Kind {
        KEY,
        PLAIN,
        /** Comes from an entry in the form. */
        FROM_FORM,
        /** Comes from the entry that has the keyboard now. */
        FROM_FOCUSED
    }

    /** The text of a whole line. */
    public static String text(List<Token> line) {
        return line.stream().map(Token::text).collect(Collectors.joining());
    }

    public static Token key(String text) {
        return new Token(Kind.KEY, text);
    }

    public static Token plain(String text) {
        return new Token(Kind.PLAIN, text);
    }

    public static Token fromForm(String text) {
        return new Token(Kind.FROM_FORM, text);
    }

    public static Token fromFocused(String text) {
        return new Token(Kind.FROM_FOCUSED, text);
    }
}
