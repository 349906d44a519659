package io.spotdock.gui.control;

import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/** How far a check or a change has come. */
public enum State {
    TODO,
    RUNNING,
    PASSED,
    /** Passed, and there is something worth knowing. */
    NOTED,
    WARNED,
    FAILED,
    NOT_REACHED,
    SKIPPED;

    Node mark(int size) {
        return switch (this) {
            case TODO -> Icons.of(Feather.CIRCLE, size, Tone.MUTED);
            case RUNNING -> new Spinner(size);
            case PASSED -> Icons.of(Feather.CHECK_CIRCLE, size, Tone.SUCCESS);
            case NOTED -> Icons.of(Feather.INFO, size, Tone.ACCENT);
            case WARNED -> Icons.of(Feather.ALERT_TRIANGLE, size, Tone.WARNING);
            case FAILED -> Icons.of(Feather.ALERT_CIRCLE, size, Tone.DANGER);
            case NOT_REACHED, SKIPPED -> Icons.of(Feather.MINUS_CIRCLE, size, Tone.MUTED);
        };
    }

    /** Is the name of such a row in the secondary colour? */
    boolean faint() {
        return switch (this) {
            case TODO, NOT_REACHED, SKIPPED -> true;
            case RUNNING, PASSED, NOTED, WARNED, FAILED -> false;
        };
    }
}
