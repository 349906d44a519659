package io.spotdock.gui.control;

import javafx.scene.control.Label;

/** A short word in a rounded frame. It has a background of its own, so that its colour is legible on every tint. */
public final class Tag extends Label {
    public Tag(String text) {
        this(text, Tone.MUTED);
    }

    public Tag(String text, Tone tone) {
        super(text);
        getStyleClass().addAll("tag", "hint", tone.styleClass());
        setMinWidth(USE_PREF_SIZE);
    }
}
