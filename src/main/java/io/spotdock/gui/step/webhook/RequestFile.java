package io.spotdock.gui.step.webhook;

import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import io.spotdock.export.Format;
import io.spotdock.export.Wording;
import io.spotdock.gui.step.Place;
import io.spotdock.gui.task.Activity;
import io.spotdock.gui.task.Ending;
import io.spotdock.settings.Settings;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The request that would make the webhook, as a file for somebody who may send it. */
final class RequestFile {
    private final Place place;
    private final Activity writing;
    private final ReadOnlyObjectWrapper<Note> note = new ReadOnlyObjectWrapper<>(Note.NONE);

    /**
     * What became of it.
     *
     * @param of the settings that it was written for, where it was
     */
    record Note(Optional<Settings> of, Optional<Fault> text) {
        static final Note NONE = new Note(Optional.empty(), Optional.empty());
    }

    RequestFile(Place place) {
        this.place = place;
        writing = new Activity(place.operations());
    }

    ReadOnlyObjectProperty<Note> note() {
        return note.getReadOnlyProperty();
    }

    void save(Settings settings, String title, Wording words) {
        var setup = place.setup();
        place.files()
                .folder(title)
                .ifPresent(folder -> writing.start(
                        () -> setup.export(settings, Set.of(Format.WEBHOOK), folder, false, words),
                        Ending.of(
                                _ -> note.set(new Note(
                                        Optional.of(settings), Optional.of(Fault.of("wizard.webhook.saved", folder)))),
                                failure -> note.set(new Note(Optional.empty(), Optional.of(why(failure)))),
                                () -> {})));
    }

    private static Fault why(Failure failure) {
        return switch (failure) {
            case Failure.Conflict conflict -> conflict.evidence();
            case Failure.Invalid invalid -> invalid.fault();
            case Failure.Denied _,
                    Failure.Missing _,
                    Failure.AlreadyThere _,
                    Failure.Throttled _,
                    Failure.Unreachable _,
                    Failure.Expired _,
                    Failure.NotVisibleYet _,
                    Failure.Unexpected _ -> Fault.of("wizard.webhook.not-saved");
        };
    }
}
