package io.spotdock.gui.step.livetest;

import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import io.spotdock.domain.LiveboardReference;
import io.spotdock.domain.ScheduledTime;
import io.spotdock.gui.step.Entry;
import io.spotdock.gui.step.Place;
import io.spotdock.gui.task.Activity;
import io.spotdock.gui.task.Ending;
import io.spotdock.gui.task.Operation;
import io.spotdock.service.LiveboardProposal;
import io.spotdock.service.Setup;
import io.spotdock.service.TestOrder;
import io.spotdock.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The offer to have a real Liveboard delivered: which one, when that would be, and what else comes of it. */
public final class LiveboardModel {
    private static final Duration TICK = Duration.ofSeconds(1);

    private final Place place;
    private final ZoneId zone;
    private final Activity asking;
    private final Entry liveboard =
            new Entry(text -> LiveboardReference.parse(text).bad());
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Closed());
    private final ReadOnlyObjectWrapper<Next> next;
    private Operation ticking = Operation.NONE;

    /** How far the offer is taken up. */
    sealed interface State {
        record Closed() implements State {}

        /** ThoughtSpot is asked who would get it. */
        record Looking() implements State {}

        record Open(LiveboardProposal proposal) implements State {}

        record NotConnected() implements State {}

        record Failed(Failure failure) implements State {}
    }

    /** When it would run if it were made now, and how long that is. */
    record Next(ScheduledTime at, Duration left) {
        static Next of(Instant now, ZoneId zone) {
            ScheduledTime at = ScheduledTime.after(now, zone);
            return new Next(at, Duration.between(now, at.instant()));
        }
    }

    LiveboardModel(Place place, ZoneId zone) {
        this.place = place;
        this.zone = zone;
        asking = new Activity(place.operations());
        next = new ReadOnlyObjectWrapper<>(now());
    }

    private Next now() {
        return Next.of(place.operations().clock().instant(), zone);
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Next> next() {
        return next.getReadOnlyProperty();
    }

    /** Its ID or name, or the address of its page. */
    Entry entry() {
        return liveboard;
    }

    /** Finds out what a test of these settings would do. */
    void open(Settings settings) {
        Setup setup = place.setup();
        state.set(new State.Looking());
        asking.start(
                () -> setup.liveboard(settings, zone),
                Ending.of(this::opened, failure -> state.set(new State.Failed(failure)), this::close));
    }

    private void opened(Optional<LiveboardProposal> proposal) {
        state.set(proposal.<State>map(State.Open::new).orElseGet(State.NotConnected::new));
        if (proposal.isEmpty()) return;
        next.set(now());
        ticking.cancel();
        ticking = place.operations().every(TICK, () -> next.set(now()));
    }

    void close() {
        asking.cancel();
        ticking.cancel();
        state.set(new State.Closed());
    }

    /** What is to be tested, if that can be told; what is wrong with the entry is shown then. */
    Optional<TestOrder.Liveboard> order() {
        liveboard.left();
        if (liveboard.isBlank()) liveboard.refuse(Fault.of("fault.liveboard.empty"));
        return LiveboardReference.parse(liveboard.value())
                .good()
                .map(reference -> new TestOrder.Liveboard(reference, zone));
    }
}
