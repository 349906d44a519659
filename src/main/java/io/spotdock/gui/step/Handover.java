package io.spotdock.gui.step;

import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import io.spotdock.export.ExportFile;
import io.spotdock.export.ExportWriter;
import io.spotdock.export.Format;
import io.spotdock.export.Wording;
import io.spotdock.gui.task.Activity;
import io.spotdock.gui.task.Ending;
import io.spotdock.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Writes files where a person wants them, and says where they are. */
public final class Handover {
    private final Place place;
    private final Activity writing;
    private final ReadOnlyObjectWrapper<Outcome> outcome = new ReadOnlyObjectWrapper<>(new Outcome.None());

    /** How the last writing ended. */
    public sealed interface Outcome {
        record None() implements Outcome {}

        record Saved(Fault where) implements Outcome {}

        /** Other files are there already; a person may say that they are to be replaced. */
        record Exists(Fault which, Runnable replace) implements Outcome {}

        record Failed(Failure failure) implements Outcome {}
    }

    public Handover(Place place) {
        this.place = place;
        writing = new Activity(place.operations());
    }

    public ReadOnlyObjectProperty<Outcome> outcome() {
        return outcome.getReadOnlyProperty();
    }

    /** Asks for a folder, and writes the files of these formats into it. */
    public void export(Settings settings, Set<Format> formats, String title, Wording words) {
        place.files().folder(title).ifPresent(folder -> export(settings, formats, folder, false, words));
    }

    private void export(Settings settings, Set<Format> formats, Path folder, boolean replace, Wording words) {
        write(
                () -> place.setup().export(settings, formats, folder, replace, words),
                folder,
                () -> export(settings, formats, folder, true, words));
    }

    /** Asks for a place, and writes one document there. */
    public void save(String content, String title, String suggested) {
        place.files().save(title, suggested).ifPresent(file -> {
            Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
            List<ExportFile> files = List.of(new ExportFile(String.valueOf(file.getFileName()), content, false));
            write(() -> ExportWriter.write(folder, files, true), folder, () -> {});
        });
    }

    private void write(Supplier<List<Path>> work, Path folder, Runnable replace) {
        outcome.set(new Outcome.None());
        writing.start(
                work,
                Ending.of(
                        _ -> outcome.set(new Outcome.Saved(Fault.of("wizard.saved-in", folder))),
                        failure -> outcome.set(
                                failure instanceof Failure.Conflict conflict
                                        ? new Outcome.Exists(conflict.evidence(), replace)
                                        : new Outcome.Failed(failure)),
                        () -> {}));
    }
}
