package io.spotdock.gui.step.webhook;

import io.spotdock.domain.Failure;
import io.spotdock.domain.resource.Webhook;
import io.spotdock.gui.step.Place;
import io.spotdock.gui.task.Activity;
import io.spotdock.gui.task.Ending;
import io.spotdock.plan.Plan;
import io.spotdock.service.Applied;
import io.spotdock.service.Event;
import io.spotdock.settings.Settings;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Removing the webhook: asked about first, with what would go, then done. */
final class Removing {
    private final Place place;
    private final Comparison comparison;
    private final Activity reading;
    private final Activity writing;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(new Phase.Idle());

    /** How far it is, apart from the work itself. */
    sealed interface Phase {
        record Idle() implements Phase {}

        /** A person is asked. */
        record Asking(Settings settings, Plan plan) implements Phase {}

        record Gone(String name) implements Phase {}
    }

    /** @param writing of the pane, which changes one thing at a time */
    Removing(Place place, Comparison comparison, Activity writing) {
        this.place = place;
        this.comparison = comparison;
        this.writing = writing;
        reading = new Activity(place.operations());
    }

    ReadOnlyObjectProperty<Phase> phase() {
        return phase.getReadOnlyProperty();
    }

    /** Whether there is a webhook that can be removed. */
    boolean isPossible() {
        return switch (comparison.sight().get()) {
            case Sight.Planned _, Sight.Done _ -> comparison.webhook().get().isPresent();
            case Sight.Unconnected _,
                    Sight.Incomplete _,
                    Sight.Reading _,
                    Sight.Unread _,
                    Sight.Writing _,
                    Sight.Stopped _ -> false;
        };
    }

    /** Finds out what would go, and asks. */
    void ask() {
        Optional<Settings> settings = comparison.compared();
        if (!isPossible() || settings.isEmpty()) return;
        var setup = place.setup();
        reading.start(
                () -> setup.removal(settings.get()),
                Ending.of(plan -> asked(settings.get(), plan), comparison::unread, () -> {}));
    }

    /** Somebody else may have removed it. */
    private void asked(Settings settings, Plan plan) {
        if (plan.isEmpty()) comparison.lookAgain();
        else phase.set(new Phase.Asking(settings, plan));
    }

    /** Asks no longer, and tells no longer how it ended. */
    void dismiss() {
        reading.cancel();
        phase.set(new Phase.Idle());
    }

    /** After a person has said so; whoever made it. */
    void remove() {
        if (!(phase.get() instanceof Phase.Asking(Settings settings, Plan seen))) return;
        phase.set(new Phase.Idle());
        comparison.writing(seen);
        var setup = place.setup();
        writing.start(
                () -> setup.remove(settings, seen, Event.Sink.NONE),
                Ending.of(
                        applied -> removed(seen, applied),
                        failure -> comparison.stopped(seen, failure),
                        comparison::lookAgain));
    }

    private void removed(Plan plan, Applied applied) {
        place.learn(known -> known.withWebhook(Optional.empty()));
        Optional<Failure> failure = applied.stopped();
        if (failure.isPresent()) {
            comparison.stopped(plan, failure.get());
            return;
        }
        comparison.lookAgain();
        String name = Found.standing(plan).map(Webhook::name).orElse("");
        if (!applied.cancelled()) phase.set(new Phase.Gone(name));
    }
}
