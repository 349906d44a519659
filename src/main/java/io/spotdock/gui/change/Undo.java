package io.spotdock.gui.change;

import io.spotdock.domain.Failure;
import io.spotdock.gui.step.Place;
import io.spotdock.gui.task.Activity;
import io.spotdock.gui.task.Ending;
import io.spotdock.gui.task.Operation;
import io.spotdock.journal.Entry;
import io.spotdock.service.Applied;
import io.spotdock.service.Event;
import io.spotdock.service.Setup;
import io.spotdock.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Taking back what the journal says Spotdock made or changed: asked about first, then done, then told. */
public final class Undo {
    /** So that bars move without jerks. */
    private static final Duration TICK = Duration.ofMillis(250);

    private final Place place;
    private final Activity reading;
    private final Activity writing;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(new Phase.Idle());
    private final ReadOnlyObjectWrapper<Progress> progress;
    private final ReadOnlyObjectWrapper<Instant> now;
    private final ReadOnlyBooleanWrapper stopping = new ReadOnlyBooleanWrapper();

    private Operation ticking = Operation.NONE;

    /** How far it is. */
    public sealed interface Phase {
        record Idle() implements Phase {}

        /** @param standing what would be taken back; never empty */
        record Asking(Settings settings, List<Entry> standing) implements Phase {
            public Asking {
                standing = List.copyOf(standing);
            }
        }

        /** The journal knows of nothing to take back. */
        record Nothing() implements Phase {}

        /** The journal could not be read. */
        record Unread(Failure failure) implements Phase {}

        record Running() implements Phase {}

        record Ended(Applied applied) implements Phase {}
    }

    public Undo(Place place) {
        this.place = place;
        reading = new Activity(place.operations());
        writing = new Activity(place.operations());
        Instant start = place.operations().clock().instant();
        now = new ReadOnlyObjectWrapper<>(start);
        progress = new ReadOnlyObjectWrapper<>(new Progress(List.of(), start));
    }

    public ReadOnlyObjectProperty<Phase> phase() {
        return phase.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Progress> progress() {
        return progress.getReadOnlyProperty();
    }

    /** The time, while it runs. */
    public ReadOnlyObjectProperty<Instant> now() {
        return now.getReadOnlyProperty();
    }

    /** Whether it was cancelled, and ends after the change under way. */
    public ReadOnlyBooleanProperty stopping() {
        return stopping.getReadOnlyProperty();
    }

    public boolean isRunning() {
        return writing.running().get();
    }

    /** Finds out what would be taken back, and asks. */
    public void ask(Settings settings) {
        if (isRunning()) return;
        Setup setup = place.setup();
        reading.start(
                () -> setup.standing(settings).stream()
                        .filter(entry -> entry.undoing().isPresent())
                        .toList(),
                Ending.of(
                        entries -> phase.set(
                                entries.isEmpty() ? new Phase.Nothing() : new Phase.Asking(settings, entries)),
                        failure -> phase.set(new Phase.Unread(failure)),
                        () -> {}));
    }

    /** Asks no longer, and tells no longer how it ended. */
    public void dismiss() {
        if (!isRunning()) phase.set(new Phase.Idle());
    }

    /** After a person has said so. */
    public void undo() {
        if (!(phase.get() instanceof Phase.Asking(Settings settings, List<Entry> standing))) return;
        Setup setup = place.setup();
        Instant began = place.operations().clock().instant();
        stopping.set(false);
        now.set(began);
        progress.set(Progress.of(standing, began));
        ticking = place.operations().every(TICK, this::tick);
        Event.Sink sink = place.operations().onFront(this::hear)::accept;
        phase.set(new Phase.Running());
        writing.start(
                () -> setup.undo(settings, sink),
                Ending.of(
                        this::ended,
                        failure -> ended(new Applied(List.of(), Optional.of(failure), false)),
                        () -> ended(new Applied(List.of(), Optional.empty(), true))));
    }

    /** Stops before the next change. */
    public void cancel() {
        if (!isRunning()) return;
        stopping.set(true);
        writing.interrupt();
    }

    private void tick() {
        now.set(place.operations().clock().instant());
    }

    private void hear(Event event) {
        tick();
        progress.set(progress.get().after(event, now.get()));
    }

    /** Whatever of it was taken back, nothing is as it was when it was applied and tested. */
    private void ended(Applied applied) {
        ticking.cancel();
        tick();
        stopping.set(false);
        progress.set(progress.get().ended());
        phase.set(new Phase.Ended(applied));
        place.learn(known ->
                known.withAws(Optional.empty()).withWebhook(Optional.empty()).withTest(Optional.empty()));
    }
}
