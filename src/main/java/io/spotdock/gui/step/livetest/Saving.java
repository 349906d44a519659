package io.spotdock.gui.step.livetest;

import io.spotdock.domain.Fault;
import io.spotdock.gui.step.Place;
import io.spotdock.gui.task.Activity;
import io.spotdock.service.Known.Tested;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Writes the report of a test where a person wants it. */
public final class Saving {
    private static final String SUGGESTED = "spotdock-test-report.html";

    private final Place place;
    private final Activity writing;
    private final ReadOnlyObjectWrapper<Optional<Note>> last = new ReadOnlyObjectWrapper<>(Optional.empty());

    Saving(Place place) {
        this.place = place;
        writing = new Activity(place.operations());
    }

    /** Makes the report, in the form that a file's name asks for. */
    @FunctionalInterface
    public interface Content {
        String of(String fileName, Tested tested);
    }

    /** What became of it. */
    record Note(boolean done, Fault text) {}

    ReadOnlyObjectProperty<Optional<Note>> last() {
        return last.getReadOnlyProperty();
    }

    void forget() {
        last.set(Optional.empty());
    }

    void save(String title, Tested tested, Content content) {
        place.files()
                .save(title, SUGGESTED)
                .ifPresent(file -> writing.start(
                        () -> write(file, content.of(name(file), tested)), note -> last.set(Optional.of(note))));
    }

    /** A disk that is full or a folder that may not be written to is the person's to see, not a failure of ours. */
    private static Note write(Path file, String content) {
        try {
            Files.writeString(file, content);
            return new Note(true, Fault.of("wizard.livetest.footer.saved", name(file)));
        } catch (IOException _) {
            return new Note(false, Fault.of("wizard.livetest.footer.not-saved", name(file)));
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
