package io.spotdock.gui.step.review;

import io.spotdock.gui.change.Progress;
import io.spotdock.gui.step.Place;
import io.spotdock.gui.task.Activity;
import io.spotdock.gui.task.Ending;
import io.spotdock.gui.task.Operation;
import io.spotdock.service.Applied;
import io.spotdock.service.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Changes being made or taken back, with the progress the services tell of. However it ends, there is an answer. */
final class Carrying {
    /** So that bars move without jerks. */
    private static final Duration TICK = Duration.ofMillis(250);

    private final Place place;
    private final Activity writing;
    private final ReadOnlyObjectWrapper<Progress> progress;
    private final ReadOnlyObjectWrapper<Instant> now;
    private final ReadOnlyBooleanWrapper stopping = new ReadOnlyBooleanWrapper();
    private Operation ticking = Operation.NONE;

    Carrying(Place place) {
        this.place = place;
        writing = new Activity(place.operations());
        now = new ReadOnlyObjectWrapper<>(instant());
        progress = new ReadOnlyObjectWrapper<>(new Progress(List.of(), instant()));
    }

    Instant instant() {
        return place.operations().clock().instant();
    }

    /** To be called before it is shown, and before {@link #start}. */
    void begin(Progress first) {
        stopping.set(false);
        ticking.cancel();
        now.set(instant());
        progress.set(first);
        ticking = place.operations().every(TICK, () -> now.set(instant()));
    }

    /** {@code work} tells its events to what it is given. */
    void start(Function<Event.Sink, Applied> work, Consumer<Applied> then) {
        Event.Sink sink = place.operations().onFront(this::hear)::accept;
        writing.start(() -> work.apply(sink), ending(then));
    }

    private void hear(Event event) {
        now.set(instant());
        progress.set(progress.get().after(event, instant()));
    }

    /** Failing as a whole is stopping before the first change. */
    private Ending<Applied> ending(Consumer<Applied> then) {
        Consumer<Applied> ended = applied -> {
            ticking.cancel();
            stopping.set(false);
            now.set(instant());
            progress.set(progress.get().ended());
            then.accept(applied);
        };
        return Ending.of(
                ended,
                failure -> ended.accept(new Applied(List.of(), Optional.of(failure), false)),
                () -> ended.accept(new Applied(List.of(), Optional.empty(), true)));
    }

    /** The change under way is finished first where it can be; the ending is heard. */
    void stop() {
        if (!isRunning()) return;
        stopping.set(true);
        writing.interrupt();
    }

    boolean isRunning() {
        return writing.running().get();
    }

    ReadOnlyObjectProperty<Progress> progress() {
        return progress.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Instant> now() {
        return now.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty stopping() {
        return stopping.getReadOnlyProperty();
    }
}
