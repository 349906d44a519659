package io.spotdock.gui.step;

import io.spotdock.gui.task.Operations;
import io.spotdock.service.Known;
import io.spotdock.service.Setup;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import io.spotdock.settings.StepId;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;

/** Where a step stands: what is wanted, what is known, and the services. All of it is the shell's. */
public interface Place {
    /** What has been entered so far; replaced, never changed. */
    ReadOnlyObjectProperty<Draft> draft();

    void publish(UnaryOperator<Draft> change);

    /** What has been found out and done so far; replaced, never changed. */
    ReadOnlyObjectProperty<Known> known();

    void learn(UnaryOperator<Known> change);

    /** The setup under way; another one after a sandbox was entered or left, so it is asked for each time. */
    Setup setup();

    /** Whether that is a sandbox's. */
    boolean inSandbox();

    Operations operations();

    FileChoices files();

    /** The file that the settings were last saved to in this session. */
    ReadOnlyObjectProperty<Optional<Path>> savedTo();

    Navigation navigation();

    /** Ways to other steps. */
    interface Navigation {
        /** To the next step of the journey. */
        void next();

        void goTo(StepId step);

        /** To a step, with the focus on the entry for a field. */
        void goTo(StepId step, Field field);

        /** Starts a sandbox, fills in values that work, and connects. */
        void enterSandbox();

        void saveSettings();

        /** Ends the program, after asking where something would be lost. */
        void close();
    }
}
