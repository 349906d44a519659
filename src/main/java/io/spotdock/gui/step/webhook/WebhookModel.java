package io.spotdock.gui.step.webhook;

import io.spotdock.domain.Failure;
import io.spotdock.domain.resource.ResourceKind;
import io.spotdock.export.Wording;
import io.spotdock.gui.step.Place;
import io.spotdock.gui.step.Remark;
import io.spotdock.gui.step.Stepping;
import io.spotdock.gui.task.Activity;
import io.spotdock.gui.task.Ending;
import io.spotdock.gui.task.Operation;
import io.spotdock.plan.Plan;
import io.spotdock.plan.Scope;
import io.spotdock.service.Applied;
import io.spotdock.service.Connected;
import io.spotdock.service.Event;
import io.spotdock.service.Known.Made;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import io.spotdock.settings.Settings;
import io.spotdock.settings.StepId;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Compares the webhook with ThoughtSpot's as soon as the entries have come to a rest, and makes or changes it when told. */
public final class WebhookModel extends Stepping {
    private static final Duration SETTLED = Duration.ofMillis(400);

    private final Place place;
    private final Form form;
    private final UrlProbe probe;
    private final RequestFile request;
    private final Activity reading;
    private final Activity writing;
    private final ReadOnlyObjectWrapper<Sight> sight = new ReadOnlyObjectWrapper<>(new Sight.Incomplete());
    private final ReadOnlyBooleanWrapper channelWanted = new ReadOnlyBooleanWrapper(true);
    private final Set<ResourceKind> overwrite = EnumSet.noneOf(ResourceKind.class);
    private Operation delay = Operation.NONE;
    private @Nullable Settings compared;
    private boolean inView;

    public WebhookModel(Place place) {
        super(StepId.WEBHOOK);
        this.place = place;
        reading = new Activity(place.operations());
        writing = new Activity(place.operations());
        form = new Form(place, this::outdate, this::changed);
        request = new RequestFile(place);
        probe = new UrlProbe(place, form.line(Field.WEBHOOK_URL));
        place.draft().subscribe(_ -> changed());
        place.known().subscribe(_ -> tell());
        sight.subscribe(_ -> tell());
        request.note().subscribe(_ -> tell());
        channelWanted.subscribe(_ -> tell());
        tell();
    }

    public ReadOnlyObjectProperty<Sight> sight() {
        return sight.getReadOnlyProperty();
    }

    public Form form() {
        return form;
    }

    /** What became of saving the request; only where that is still the one for these entries. */
    public ReadOnlyObjectProperty<RequestFile.Note> saved() {
        return request.note();
    }

    boolean isRequestSaved() {
        return settings().isPresent() && request.note().get().of().equals(settings());
    }

    public boolean canSave() {
        return settings().isPresent();
    }

    /** Writes the request that would make the webhook, for somebody who may send it. */
    public void saveRequest(String title, Wording words) {
        settings().ifPresent(complete -> request.save(complete, title, words));
    }

    /** What is to be said under the URL. */
    public ReadOnlyObjectProperty<Remark> urlRemark() {
        return probe.remark();
    }

    public Place.Navigation navigation() {
        return place.navigation();
    }

    public Draft draft() {
        return place.draft().get();
    }

    /** The Org whose webhook it is. */
    public String org() {
        return connected()
                .map(connected -> connected.user().currentOrg().name())
                .or(() -> draft().text(Field.ORG))
                .orElse("");
    }

    public Optional<Connected> connected() {
        return place.known().get().thoughtSpot();
    }

    boolean awsIsReady() {
        return draft().roleMadeElsewhere()
                || draft().withoutWebhook()
                        .check()
                        .good()
                        .filter(place.known().get()::awsIsReadyFor)
                        .isPresent();
    }

    long made() {
        return place.known()
                .get()
                .webhook()
                .map(made -> made.applied().changed())
                .orElse(0L);
    }

    @Override
    public void enter() {
        inView = true;
        form.enter();
        compare();
    }

    @Override
    public void leave() {
        inView = false;
        delay.cancel();
        if (!isWriting()) reading.cancel();
    }

    @Override
    public Optional<Field> firstFault() {
        return form.firstFault();
    }

    @Override
    public boolean isWriting() {
        return writing.running().get();
    }

    @Override
    public void stopWriting() {
        writing.interrupt();
    }

    private Optional<Settings> settings() {
        return form.firstFault().isPresent()
                ? Optional.empty()
                : draft().check().good().filter(settings -> settings.webhook().isPresent());
    }

    private void changed() {
        if (isWriting()) return;
        if (settings().filter(now -> now.equals(compared)).isPresent()) {
            tell();
            return;
        }
        compared = null;
        overwrite.clear();
        settle();
    }

    /** A secret that was typed anew is to be sent, whatever was sent before. */
    private void outdate() {
        compared = null;
        place.learn(known -> known.webhook().isEmpty() ? known : known.withWebhook(Optional.empty()));
        settle();
    }

    private void settle() {
        delay.cancel();
        reading.cancel();
        if (connected().isEmpty()) sight.set(new Sight.Unconnected());
        else if (settings().isEmpty()) sight.set(new Sight.Incomplete());
        else {
            sight.set(new Sight.Reading());
            if (inView) delay = place.operations().after(SETTLED, this::compare);
        }
        tell();
    }

    /** Asks ThoughtSpot what is there; changes nothing. */
    public void compare() {
        delay.cancel();
        if (isWriting()) return;
        Optional<Settings> settings = settings();
        if (connected().isEmpty() || settings.isEmpty()) {
            settle();
            return;
        }
        if (place.known().get().webhookIsReadyFor(settings.get())) {
            compared = settings.get();
            sight.set(new Sight.Done());
            return;
        }
        sight.set(new Sight.Reading());
        compared = settings.get();
        var setup = place.setup();
        Set<ResourceKind> decided = Set.copyOf(overwrite);
        reading.start(
                () -> setup.plan(settings.get(), Scope.WEBHOOK, decided),
                Ending.of(
                        plan -> planned(settings.get(), plan),
                        failure -> sight.set(new Sight.Unread(failure)),
                        () -> {}));
    }

    private void planned(Settings settings, Plan plan) {
        if (Found.channel(plan).isEmpty()) channelWanted.set(false);
        sight.set(new Sight.Planned(plan));
        settleIfEqual(settings);
    }

    private void settleIfEqual(Settings settings) {
        if (!(sight.get() instanceof Sight.Planned(Plan plan)) || !wanted(plan).isEmpty()) return;
        place.learn(known ->
                known.withWebhook(Optional.of(new Made(settings, new Applied(List.of(), Optional.empty(), false)))));
        sight.set(new Sight.Done());
    }

    /** Of a plan that which the person wants. */
    public Plan wanted(Plan plan) {
        return plan.only(scope());
    }

    private Scope scope() {
        return channelWanted.get() ? Scope.WEBHOOK : Scope.WEBHOOK_ALONE;
    }

    /** Whether Liveboard schedules of the Org are to be sent to the webhook; left as it is where they aren't. */
    public ReadOnlyBooleanProperty channelWanted() {
        return channelWanted.getReadOnlyProperty();
    }

    public void wantChannel(boolean wanted) {
        if (wanted == channelWanted.get()) return;
        channelWanted.set(wanted);
        if (sight.get() instanceof Sight.Done) outdate();
        else settings().ifPresent(this::settleIfEqual);
    }

    /** The word that lets Spotdock change a webhook that others made. */
    public void changeAnyway() {
        overwrite.add(ResourceKind.WEBHOOK);
        compare();
    }

    void mend() {
        form.insist();
        firstFault().ifPresent(field -> navigation().goTo(StepId.WEBHOOK, field));
    }

    /** Makes or changes the webhook as it is shown, and goes on. */
    public void apply() {
        Settings settings = compared;
        if (settings == null || !(sight.get() instanceof Sight.Planned(Plan shown))) return;
        Plan plan = wanted(shown);
        if (!plan.conflicts().isEmpty()) return;
        Scope scope = scope();
        Set<ResourceKind> decided = Set.copyOf(overwrite);
        var setup = place.setup();
        sight.set(new Sight.Writing(plan));
        writing.start(
                () -> setup.apply(settings, plan, scope, decided, Event.Sink.NONE),
                Ending.of(
                        applied -> applied(settings, plan, applied),
                        failure -> sight.set(new Sight.Stopped(plan, failure)),
                        this::cancelled));
    }

    private void applied(Settings settings, Plan plan, Applied applied) {
        place.learn(known -> known.withWebhook(Optional.of(new Made(settings, applied))));
        Optional<Failure> failure = applied.stopped();
        if (failure.isPresent()) sight.set(new Sight.Stopped(plan, failure.get()));
        else if (applied.cancelled()) cancelled();
        else {
            sight.set(new Sight.Done());
            navigation().next();
        }
    }

    /** What stands now is seen by looking. */
    private void cancelled() {
        compared = null;
        sight.set(new Sight.Reading());
        compare();
    }

    private void tell() {
        stand(Outlook.standing(this));
        foot(Outlook.footer(this));
    }

    boolean isDone() {
        return settings().filter(place.known().get()::webhookIsReadyFor).isPresent();
    }
}
