package io.spotdock.gui.step.webhook;

import io.spotdock.domain.resource.Webhook;
import io.spotdock.gui.step.Place;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;

/**
 * Whether ThoughtSpot delivers to the webhook. Nothing is entered as long as that is to stay as it is: clusters before 26.7
 * know no such setting.
 */
final class Deliveries {
    private final Place place;
    private final ReadOnlyObjectProperty<Optional<Webhook>> standing;
    private final ReadOnlyBooleanWrapper on = new ReadOnlyBooleanWrapper(true);

    Deliveries(Place place, ReadOnlyObjectProperty<Optional<Webhook>> standing) {
        this.place = place;
        this.standing = standing;
        place.draft().subscribe(_ -> read());
        standing.subscribe(_ -> read());
    }

    private void read() {
        Draft draft = place.draft().get();
        on.set(draft.text(Field.ENABLED).map("true"::equalsIgnoreCase).orElseGet(this::isOnNow));
    }

    /** A new webhook is on. */
    private boolean isOnNow() {
        return standing.get().filter(Webhook::isDisabled).isEmpty();
    }

    ReadOnlyBooleanProperty on() {
        return on.getReadOnlyProperty();
    }

    void choose(boolean wanted) {
        if (wanted == on.get()) return;
        place.publish(draft ->
                wanted == isOnNow() ? draft.without(Field.ENABLED) : draft.with(Field.ENABLED, String.valueOf(wanted)));
    }
}
