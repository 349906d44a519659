package io.spotdock.gui.step;

import io.spotdock.settings.Field;
import io.spotdock.settings.StepId;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;

/** What a step knows, decides and does; its view only shows it. Lives as long as the setup. */
public interface StepModel {
    StepId id();

    /** What the list of steps says of it. */
    ReadOnlyObjectProperty<Standing> standing();

    ReadOnlyObjectProperty<Footer> footer();

    /** Called whenever the step comes into view; may start reading. */
    void enter();

    /** Called when it goes out of view; reading that only served the view ends here. */
    default void leave() {}

    /** The first field that is missing or wrong; where Enter and the footer's reason lead to. */
    default Optional<Field> firstFault() {
        return Optional.empty();
    }

    /** Whether it is changing something outside at this moment, so that closing the window has to be asked about. */
    default boolean isWriting() {
        return false;
    }

    /** Stops what it is changing, before the next change. */
    default void stopWriting() {}
}
