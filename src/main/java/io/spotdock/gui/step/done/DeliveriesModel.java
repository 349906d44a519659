package io.spotdock.gui.step.done;

import io.spotdock.gui.step.Place;
import io.spotdock.gui.task.Activity;
import io.spotdock.gui.task.Ending;
import io.spotdock.service.Event;
import io.spotdock.service.Setup;
import io.spotdock.settings.Settings;
import io.spotdock.settings.StepId;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Looks at what was delivered lately, when somebody asks for it. */
final class DeliveriesModel {
    private final Place place;
    private final Activity looking;
    private final ReadOnlyObjectWrapper<Arrivals> arrivals = new ReadOnlyObjectWrapper<>(new Arrivals.Unasked());

    DeliveriesModel(Place place) {
        this.place = place;
        looking = new Activity(place.operations());
    }

    ReadOnlyObjectProperty<Arrivals> arrivals() {
        return arrivals.getReadOnlyProperty();
    }

    /** Asks ThoughtSpot and the bucket, anew each time. */
    void look(Settings settings) {
        Setup setup = place.setup();
        if (setup.thoughtSpot().isEmpty()) {
            arrivals.set(new Arrivals.NotConnected());
            return;
        }
        arrivals.set(new Arrivals.Looking());
        looking.start(
                () -> setup.deliveries(settings, Event.Sink.NONE),
                Ending.of(
                        found -> arrivals.set(Arrivals.of(found)),
                        failure -> arrivals.set(Arrivals.of(failure)),
                        this::forget));
    }

    void connect() {
        place.navigation().goTo(StepId.HOSTING);
    }

    /** Stops looking, and is as if nobody had asked. */
    void forget() {
        looking.cancel();
        arrivals.set(new Arrivals.Unasked());
    }
}
