package io.spotdock.gui.control;

import java.util.Locale;

/** The few colours that carry a meaning; a stylesheet class of the same name sets them. */
public enum Tone {
    DEFAULT,
    MUTED,
    ACCENT,
    SUCCESS,
    WARNING,
    DANGER;

    /** The style class, such as {@code tone-success}. */
    public String styleClass() {
        return "tone-" + name().toLowerCase(Locale.ROOT);
    }
}
