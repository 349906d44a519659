package io.spotdock.gui.step;

import io.spotdock.gui.control.PaneHeader;
import io.spotdock.settings.Field;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** A step as it is seen: header and content; rail, footer and scrolling are the shell's. Built once. */
public interface StepView {
    Region content();

    /** Where the focus goes on entry: the first empty field, else the first one. */
    Node firstFocus();

    /** The control in which a field is entered, if it is here. */
    default Optional<Node> controlOf(Field field) {
        return Optional.empty();
    }

    /** What stands over it, with "What is this?". */
    PaneHeader header();

    /** Puts columns below each other, or side by side again. */
    default void setNarrow(boolean narrow) {}
}
