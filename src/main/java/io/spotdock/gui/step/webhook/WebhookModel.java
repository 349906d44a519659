package io.spotdock.gui.step.webhook;

import io.spotdock.domain.Capability;
import io.spotdock.domain.Failure;
import io.spotdock.domain.resource.Webhook;
import io.spotdock.export.Wording;
import io.spotdock.gui.step.Place;
import io.spotdock.gui.step.Remark;
import io.spotdock.gui.step.Stepping;
import io.spotdock.gui.task.Activity;
import io.spotdock.gui.task.Ending;
import io.spotdock.plan.Aim;
import io.spotdock.plan.Plan;
import io.spotdock.plan.WebhookComparison;
import io.spotdock.service.Applied;
import io.spotdock.service.Connected;
import io.spotdock.service.Event;
import io.spotdock.service.Known.Made;
import io.spotdock.service.Readiness;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import io.spotdock.settings.Settings;
import io.spotdock.settings.StepId;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;

/** Compares the webhook with ThoughtSpot's as soon as the entries have come to a rest, and makes or changes it when told. */
public final class WebhookModel extends Stepping {
    private final Place place;
    private final Form form;
    private final Deliveries deliveries;
    private final UrlProbe probe;
    private final RequestFile request;
    private final Activity writing;
    private final Wishes wishes = new Wishes();
    private final Comparison comparison;
    private final Removing removing;

    public WebhookModel(Place place) {
        super(StepId.WEBHOOK);
        this.place = place;
        writing = new Activity(place.operations());
        comparison = new Comparison(place, this::settings, wishes);
        removing = new Removing(place, comparison, writing);
        form = new Form(place, comparison::outdate, this::changed);
        deliveries = new Deliveries(place, comparison.webhook());
        request = new RequestFile(place);
        probe = new UrlProbe(place, form.line(Field.WEBHOOK_URL));
        place.draft().subscribe(_ -> changed());
        place.known().subscribe(_ -> tell());
        comparison.sight().subscribe(_ -> tell());
        request.note().subscribe(_ -> tell());
        wishes.channel().subscribe(_ -> tell());
        tell();
    }

    public ReadOnlyObjectProperty<Sight> sight() {
        return comparison.sight();
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
        comparison.enter();
        form.enter();
        compare();
    }

    @Override
    public void leave() {
        comparison.leave();
        removing.dismiss();
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
        if (!comparison.isCurrent()) {
            wishes.forgetWord();
            removing.dismiss();
            comparison.forget();
        }
        tell();
    }

    /** Asks ThoughtSpot what is there; changes nothing. */
    public void compare() {
        if (!isWriting()) comparison.look();
    }

    /** Of a plan that which the person wants. */
    public Plan wanted(Plan plan) {
        return comparison.wanted(plan);
    }

    /** Whether Liveboard schedules of the Org are to be sent to the webhook; left as it is where they aren't. */
    public ReadOnlyBooleanProperty channelWanted() {
        return wishes.channel();
    }

    public void wantChannel(boolean wanted) {
        if (wanted == wishes.channel().get()) return;
        wishes.wantChannel(wanted);
        if (comparison.sight().get() instanceof Sight.Done) comparison.outdate();
        else comparison.settleIfEqual();
    }

    /** The webhook as ThoughtSpot has it, as far as that is known. */
    public ReadOnlyObjectProperty<Optional<Webhook>> webhook() {
        return comparison.webhook();
    }

    /** Whether ThoughtSpot is to deliver to it. */
    public ReadOnlyBooleanProperty delivering() {
        return deliveries.on();
    }

    /** Whether the cluster lets one choose. */
    public boolean canSwitch() {
        return connected()
                .filter(it -> it.cluster().lacks(Capability.WEBHOOK_STATUS))
                .isEmpty();
    }

    public void deliver(boolean wanted) {
        deliveries.choose(wanted);
    }

    /** Whether secrets that stand elsewhere are to be sent again. */
    public ReadOnlyBooleanProperty renewalWanted() {
        return wishes.renewal();
    }

    /** Whether there are some, and a webhook that may have others. */
    public boolean canRenew() {
        Optional<Webhook> there = comparison.webhook().get();
        return there.isPresent()
                && settings()
                        .flatMap(Settings::webhook)
                        .filter(wanted -> WebhookComparison.hasUnseenSecrets(there.get(), wanted))
                        .isPresent();
    }

    public void wantRenewal(boolean wanted) {
        if (wanted == wishes.renewal().get()) return;
        wishes.wantRenewal(wanted);
        comparison.outdate();
    }

    /** The word that lets Spotdock change a webhook that others made. */
    public void changeAnyway() {
        wishes.overwrite();
        compare();
    }

    /** Whether a role of somebody else's is as it must be, or a person has said that it will be. */
    boolean trusts(Readiness readiness) {
        return readiness.wrong().isEmpty() || wishes.trustsRole();
    }

    /** The word that registers the webhook although its role would keep files from coming as things stand. */
    void trustRole() {
        wishes.trustRole();
        tell();
    }

    Removing removing() {
        return removing;
    }

    void mend() {
        form.insist();
        firstFault().ifPresent(field -> navigation().goTo(StepId.WEBHOOK, field));
    }

    /** Makes or changes the webhook as it is shown, and goes on. */
    public void apply() {
        Optional<Settings> settings = comparison.compared();
        if (settings.isEmpty() || !(comparison.sight().get() instanceof Sight.Planned planned)) return;
        Plan plan = wanted(planned.plan());
        if (!plan.conflicts().isEmpty() || !trusts(planned.readiness())) return;
        Aim aim = wishes.wanted();
        var setup = place.setup();
        removing.dismiss();
        comparison.writing(plan);
        writing.start(
                () -> setup.apply(settings.get(), plan, aim, Event.Sink.NONE),
                Ending.of(
                        applied -> applied(settings.get(), plan, applied),
                        failure -> comparison.stopped(plan, failure),
                        comparison::lookAgain));
    }

    private void applied(Settings settings, Plan plan, Applied applied) {
        place.learn(known -> known.withWebhook(Optional.of(new Made(settings, applied))));
        Optional<Failure> failure = applied.stopped();
        if (failure.isPresent()) comparison.stopped(plan, failure.get());
        else if (applied.cancelled()) comparison.lookAgain();
        else {
            wishes.wantRenewal(false);
            comparison.done(plan);
            navigation().next();
        }
    }

    private void tell() {
        stand(Outlook.standing(this));
        foot(Outlook.footer(this));
    }

    boolean isDone() {
        return settings().filter(place.known().get()::webhookIsReadyFor).isPresent();
    }
}
