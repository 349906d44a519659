package io.spotdock.gui.step.webhook;

import io.spotdock.domain.Failure;
import io.spotdock.domain.resource.Webhook;
import io.spotdock.gui.step.Place;
import io.spotdock.gui.task.Activity;
import io.spotdock.gui.task.Ending;
import io.spotdock.gui.task.Operation;
import io.spotdock.plan.Aim;
import io.spotdock.plan.Plan;
import io.spotdock.service.Applied;
import io.spotdock.service.Known.Made;
import io.spotdock.service.Proposal;
import io.spotdock.service.Readiness;
import io.spotdock.settings.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** How the entries stand to what ThoughtSpot has: looked at as soon as they have come to a rest. */
final class Comparison {
    private static final Duration SETTLED = Duration.ofMillis(400);

    private final Place place;
    private final Supplier<Optional<Settings>> settings;
    private final Wishes wishes;
    private final Activity reading;
    private final ReadOnlyObjectWrapper<Sight> sight = new ReadOnlyObjectWrapper<>(new Sight.Incomplete());
    private final ReadOnlyObjectWrapper<Optional<Webhook>> webhook = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Settings> compared = Optional.empty();
    private Operation delay = Operation.NONE;
    private boolean inView;

    /** @param settings empty as long as they are not complete */
    Comparison(Place place, Supplier<Optional<Settings>> settings, Wishes wishes) {
        this.place = place;
        this.settings = settings;
        this.wishes = wishes;
        reading = new Activity(place.operations());
    }

    ReadOnlyObjectProperty<Sight> sight() {
        return sight.getReadOnlyProperty();
    }

    /** The webhook as ThoughtSpot has it, as far as that is known. */
    ReadOnlyObjectProperty<Optional<Webhook>> webhook() {
        return webhook.getReadOnlyProperty();
    }

    /** What the sight is of. */
    Optional<Settings> compared() {
        return compared;
    }

    void enter() {
        inView = true;
    }

    void leave() {
        inView = false;
        delay.cancel();
        if (!isWriting()) reading.cancel();
    }

    boolean isWriting() {
        return sight.get() instanceof Sight.Writing;
    }

    /** Whether the sight still is of these entries. */
    boolean isCurrent() {
        return settings.get().filter(now -> Optional.of(now).equals(compared)).isPresent();
    }

    /** What was seen counts no longer. */
    void forget() {
        compared = Optional.empty();
        settle();
    }

    /** What is done for the entries counts no longer either. */
    void outdate() {
        place.learn(known -> known.webhook().isEmpty() ? known : known.withWebhook(Optional.empty()));
        forget();
    }

    private void settle() {
        delay.cancel();
        reading.cancel();
        if (isUnconnected()) sight.set(new Sight.Unconnected());
        else if (settings.get().isEmpty()) sight.set(new Sight.Incomplete());
        else {
            sight.set(new Sight.Reading());
            if (inView) delay = place.operations().after(SETTLED, this::look);
        }
    }

    private boolean isUnconnected() {
        return place.known().get().thoughtSpot().isEmpty();
    }

    /** Asks ThoughtSpot what is there; changes nothing. */
    void look() {
        delay.cancel();
        if (isWriting()) return;
        Optional<Settings> wanted = settings.get();
        if (isUnconnected() || wanted.isEmpty()) {
            settle();
            return;
        }
        compared = wanted;
        if (place.known().get().webhookIsReadyFor(wanted.get())) {
            sight.set(new Sight.Done());
            return;
        }
        sight.set(new Sight.Reading());
        var setup = place.setup();
        Aim aim = wishes.everything();
        reading.start(() -> setup.propose(wanted.get(), aim), Ending.of(this::planned, this::unread, () -> {}));
    }

    private void planned(Proposal proposal) {
        Plan plan = proposal.plan();
        if (Found.channel(plan).isEmpty()) wishes.wantChannel(false);
        webhook.set(Found.standing(plan));
        sight.set(new Sight.Planned(plan, proposal.readiness()));
        settleIfEqual();
    }

    /** Nothing is to be done where nothing of what is wanted differs. */
    void settleIfEqual() {
        if (compared.isEmpty()
                || !(sight.get() instanceof Sight.Planned(Plan plan, Readiness _))
                || !wanted(plan).isEmpty()) return;
        Made nothing = new Made(compared.get(), new Applied(List.of(), Optional.empty(), false));
        place.learn(known -> known.withWebhook(Optional.of(nothing)));
        sight.set(new Sight.Done());
    }

    /** Of a plan that which the person wants. */
    Plan wanted(Plan plan) {
        return plan.only(wishes.scope());
    }

    void writing(Plan plan) {
        sight.set(new Sight.Writing(plan));
    }

    void stopped(Plan plan, Failure failure) {
        sight.set(new Sight.Stopped(plan, failure));
    }

    void unread(Failure failure) {
        sight.set(new Sight.Unread(failure));
    }

    void done(Plan plan) {
        webhook.set(Found.made(plan));
        sight.set(new Sight.Done());
    }

    /** What stands now is seen by looking. */
    void lookAgain() {
        compared = Optional.empty();
        sight.set(new Sight.Reading());
        look();
    }
}
