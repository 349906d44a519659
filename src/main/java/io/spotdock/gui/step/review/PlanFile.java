package io.spotdock.gui.step.review;

import io.spotdock.domain.Fault;
import io.spotdock.gui.step.Place;
import io.spotdock.gui.task.Activity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The plan, saved where the person wants it. */
final class PlanFile {
    private static final String SUGGESTED = "spotdock-plan.txt";

    private final Place place;
    private final Activity writing;
    private final ReadOnlyObjectWrapper<Optional<Fault>> told = new ReadOnlyObjectWrapper<>(Optional.empty());

    PlanFile(Place place) {
        this.place = place;
        writing = new Activity(place.operations());
    }

    /** {@code content} is what the file is to hold, in the form that its name asks for. */
    void save(String title, Function<Path, String> content) {
        place.files().save(title, SUGGESTED).ifPresent(file -> {
            String plan = content.apply(file);
            writing.start(() -> write(file, plan), said -> told.set(Optional.of(said)));
        });
    }

    /** A disk that is full is the person's to see, not a failure of ours. */
    private static Fault write(Path file, String content) {
        try {
            Files.writeString(file, content);
            return Fault.of("wizard.review.saved", file.getFileName());
        } catch (IOException _) {
            return Fault.of("wizard.review.not-saved", file);
        }
    }

    void forget() {
        told.set(Optional.empty());
    }

    /** What became of it. */
    ReadOnlyObjectProperty<Optional<Fault>> told() {
        return told.getReadOnlyProperty();
    }
}
