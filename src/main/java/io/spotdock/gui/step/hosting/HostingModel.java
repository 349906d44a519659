package io.spotdock.gui.step.hosting;

import io.spotdock.domain.Fault;
import io.spotdock.domain.Org;
import io.spotdock.domain.Secret;
import io.spotdock.domain.ThoughtSpotHost;
import io.spotdock.gui.step.Footer;
import io.spotdock.gui.step.Notice;
import io.spotdock.gui.step.Place;
import io.spotdock.gui.step.Stepping;
import io.spotdock.gui.task.Activity;
import io.spotdock.gui.task.Ending;
import io.spotdock.port.WebhookConnector.SignIn;
import io.spotdock.port.WebhookService.StorageOffer;
import io.spotdock.service.Connected;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import io.spotdock.settings.StepId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Where ThoughtSpot runs: chosen by a person, or asked of ThoughtSpot. */
public final class HostingModel extends Stepping {
    private final Place place;
    private final SignInForm form = new SignInForm();
    private final Keeping keeping;
    private final Activity connecting;
    private final Activity enteringOrg;
    private final ReadOnlyObjectWrapper<Sight> sight;
    private final ReadOnlyObjectWrapper<Optional<Fault>> orgFault = new ReadOnlyObjectWrapper<>(Optional.empty());
    /** What belongs to the cloud that is not chosen: it comes back when that one is chosen again. */
    private final Map<Field, String> setAside = new EnumMap<>(Field.class);

    private Optional<String> externalIdRead = Optional.empty();

    public HostingModel(Place place) {
        super(StepId.HOSTING);
        this.place = place;
        connecting = new Activity(place.operations());
        enteringOrg = new Activity(place.operations());
        keeping = new Keeping(place, form);
        sight = new ReadOnlyObjectWrapper<>(look());
        foot(missing());
        place.draft().subscribe(this::follow);
        place.known().subscribe(this::refresh);
        connecting.slow().subscribe(this::refresh);
        keeping.working().slow().subscribe(this::refresh);
        form.host().text().subscribe(text -> typed(Field.HOST, text));
        form.org().text().subscribe(text -> typed(Field.ORG, text));
    }

    private void typed(Field field, String text) {
        if (!text.strip().equals(place.draft().get().text(field).orElse("").strip()))
            place.publish(draft -> draft.with(field, text));
    }

    private void follow(Draft draft) {
        form.host().follow(draft.text(Field.HOST));
        form.org().follow(draft.text(Field.ORG));
        refresh();
    }

    private void refresh() {
        sight.set(look());
        stand(sight.get().standing());
        foot(footerNow());
    }

    private Sight look() {
        return new Sight(place.draft().get(), place.known().get().thoughtSpot(), place.inSandbox());
    }

    private Footer footerNow() {
        if (connecting.slow().get())
            return Footer.waiting(
                    Fault.of("wizard.hosting.connecting", form.host().value()), this::cancel);
        if (keeping.working().slow().get())
            return Footer.waiting(Fault.of("wizard.hosting.keychain.waiting"), keeping.working()::interrupt);
        if (sight.get().cloud().isEmpty()) return missing();
        return Footer.onward(place.known().get(), place.navigation()::next).withoutBack();
    }

    private Footer missing() {
        return Footer.blocked(
                        Fault.of("wizard.hosting.footer.choose"),
                        () -> place.navigation().goTo(StepId.HOSTING, Field.HOST))
                .withoutBack();
    }

    public ReadOnlyObjectProperty<Sight> sight() {
        return sight.getReadOnlyProperty();
    }

    /** Why the Org could not be changed. */
    public ReadOnlyObjectProperty<Optional<Fault>> orgFault() {
        return orgFault.getReadOnlyProperty();
    }

    public SignInForm form() {
        return form;
    }

    /** What the system's keychain has to do with it. */
    public Keeping keeping() {
        return keeping;
    }

    public Activity connecting() {
        return connecting;
    }

    public Activity enteringOrg() {
        return enteringOrg;
    }

    public void choose(ThoughtSpotCloud chosen) {
        if (sight.get().cloud().equals(Optional.of(chosen))) return;
        Draft draft = place.draft().get();
        for (Field foreign : chosen.other().own()) draft.text(foreign).ifPresent(text -> setAside.put(foreign, text));
        place.publish(before -> {
            Draft after = chosen.chosenIn(before);
            for (Field own : chosen.own()) if (!after.has(own)) after = after.with(own, setAside.getOrDefault(own, ""));
            return after;
        });
    }

    /** Signs in with what the form says. The secret is wiped when it is of no more use. */
    public void connect(Secret secret) {
        Optional<ThoughtSpotHost> host =
                ThoughtSpotHost.parse(form.host().value()).good();
        if (host.isEmpty() || !form.complete().get()) {
            secret.close();
            form.host().left();
            return;
        }
        form.clearFaults();
        SignIn signIn = form.signIn(secret);
        Optional<String> org = org();
        connecting.start(
                () -> place.setup().connect(host.get(), signIn, org),
                Ending.of(this::arrived, form::refused, () -> {}));
    }

    /** Signs in with what is kept in the keychain for the cluster entered. */
    public void connectAsKept() {
        form.clearFaults();
        Optional<String> org = org();
        keeping.sight()
                .get()
                .kept()
                .ifPresent(item -> connecting.start(
                        () -> place.setup().connect(item, org), Ending.of(this::learn, keeping::refused, () -> {})));
    }

    private Optional<String> org() {
        return Optional.of(form.org().value()).filter(text -> !text.isEmpty());
    }

    /** Gives up connecting. */
    public void cancel() {
        connecting.cancel();
    }

    private void arrived(Connected answer) {
        learn(answer);
        keeping.signedIn();
    }

    private void learn(Connected answer) {
        Optional<String> replaceable = place.known().get().aws().isEmpty() ? externalIdRead : Optional.empty();
        place.learn(known -> known.withThoughtSpot(Optional.of(answer)));
        place.publish(draft -> Answers.into(draft, answer, replaceable));
        Optional<String> offered =
                answer.onAws().flatMap(StorageOffer.AwsToS3::externalId).map(Object::toString);
        externalIdRead =
                offered.filter(id -> place.draft().get().text(Field.EXTERNAL_ID).equals(Optional.of(id)));
        orgFault.set(Optional.empty());
        form.clearFaults();
    }

    /** Goes to another Org with the sign-in there is. */
    public void enter(Org org) {
        Optional<Connected> now = sight.get().connected();
        if (now.filter(it -> it.user().currentOrg().equals(org)).isPresent()) return;
        orgFault.set(Optional.empty());
        enteringOrg.start(
                () -> place.setup().enterOrg(org.name()),
                Ending.of(
                        this::learn,
                        why -> orgFault.set(Optional.of(Notice.of(why).title())),
                        () -> {}));
    }

    /** Takes ThoughtSpot's external ID in place of the one that was kept. */
    public void takeTheirExternalId() {
        sight.get()
                .otherExternalId()
                .ifPresent(id -> place.publish(draft -> draft.with(Field.EXTERNAL_ID, id.value())));
    }

    /** Forgets the sign-in. What was read stays in the draft. */
    public void disconnect() {
        connecting.cancel();
        enteringOrg.cancel();
        orgFault.set(Optional.empty());
        place.setup().disconnect();
        place.learn(known -> known.withThoughtSpot(Optional.empty()));
    }

    public void tryWithoutAccount() {
        place.navigation().enterSandbox();
    }

    @Override
    public void enter() {
        keeping.look();
    }

    @Override
    public Optional<Field> firstFault() {
        if (form.host().problem().isPresent()) return Optional.of(Field.HOST);
        return sight.get().cloud().isPresent() ? Optional.empty() : Optional.of(Field.HOST);
    }
}
