package io.spotdock.gui.control;

import java.util.Optional;

/**
 * What the line under a field says in place of its hint. {@code spokenKind} is the word that a screen reader puts in
 * front, as the icon and the colour do for the eye; a fix that one click makes may follow.
 */
public record Message(Kind kind, String text, String spokenKind, Optional<Action> fix) {
    /** The states of a field. */
    public enum Kind {
        NONE,
        CHECKING,
        GOOD,
        KNOW,
        LOOK,
        ERROR
    }

    /** Nothing to say: the hint shows. */
    public static final Message NONE = new Message(Kind.NONE, "");

    public Message(Kind kind, String text) {
        this(kind, text, "", Optional.empty());
    }

    /** The same, with the word for its kind, such as "error". */
    public Message spoken(String kindWord) {
        return new Message(kind, text, kindWord, fix);
    }

    /** The same, with a fix. */
    public Message withFix(String words, Runnable run) {
        return new Message(kind, text, spokenKind, Optional.of(new Action(words, run)));
    }

    String spokenText() {
        return spokenKind.isEmpty() ? text : spokenKind + ": " + text;
    }
}
