package io.spotdock.gui.step.access;

import static io.spotdock.settings.Field.EXTERNAL_ID;
import static io.spotdock.settings.Field.GOOGLE_PROVIDER;
import static io.spotdock.settings.Field.HOSTING;
import static io.spotdock.settings.Field.ROLE_ARN;
import static io.spotdock.settings.Field.ROLE_NAME;
import static io.spotdock.settings.Field.SERVICE_ACCOUNT;
import static io.spotdock.settings.Field.THOUGHTSPOT_ACCOUNT;

import io.spotdock.domain.Fault;
import io.spotdock.domain.GoogleProvider;
import io.spotdock.domain.RoleArn;
import io.spotdock.domain.RoleName;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.policy.PolicyJson;
import io.spotdock.export.Format;
import io.spotdock.export.Wording;
import io.spotdock.gui.step.DraftEntry;
import io.spotdock.gui.step.Footer;
import io.spotdock.gui.step.Handover;
import io.spotdock.gui.step.Place;
import io.spotdock.gui.step.Remark;
import io.spotdock.gui.step.Standing;
import io.spotdock.gui.step.Stepping;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import io.spotdock.settings.Settings;
import io.spotdock.settings.StepId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The role through which ThoughtSpot gets in, be it made here or elsewhere, and both its policies. */
public final class AccessModel extends Stepping {
    private static final String BUILT_IN = "built-in";
    private static final Set<String> HOPELESS =
            Set.of("fault.role-name.characters", "fault.external-id.characters", "fault.account-id.digits");

    /** Fields that the step holds, in reading order. */
    private static final List<Field> FIELDS =
            List.of(ROLE_NAME, ROLE_ARN, EXTERNAL_ID, THOUGHTSPOT_ACCOUNT, SERVICE_ACCOUNT);

    private final Place place;
    private final Map<Field, DraftEntry> entries = new EnumMap<>(Field.class);
    private final Map<Field, ReadOnlyObjectWrapper<Remark>> remarks = new EnumMap<>(Field.class);
    private final Map<Field, ReadOnlyObjectWrapper<Fault>> hints = new EnumMap<>(Field.class);
    private final ExternalIdOrigin origin;
    private final RoleWatch watch;
    private final Handover handover;
    private final AccessWording wording;
    private final AccessOutlook outlook = new AccessOutlook(this);
    private final ReadOnlyBooleanWrapper gcp = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper elsewhere = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper read = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper exportable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<GoogleProvider> provider =
            new ReadOnlyObjectWrapper<>(GoogleProvider.IN_ACCOUNT);
    private final ReadOnlyObjectWrapper<Policies> policies;
    private Optional<String> ownName = Optional.empty();
    private boolean inView;
    private boolean insisted;

    public AccessModel(Place place) {
        super(StepId.ACCESS);
        this.place = place;
        foot(Footer.untouched(this::next));
        policies = new ReadOnlyObjectWrapper<>(new Policies(Draft.EMPTY, false, GoogleProvider.IN_ACCOUNT));
        origin = new ExternalIdOrigin(place, this::refresh);
        watch = new RoleWatch(place, this::refresh);
        handover = new Handover(place);
        wording = new AccessWording(this, watch, origin);
        for (Field field : FIELDS) {
            remarks.put(field, new ReadOnlyObjectWrapper<>(Remark.NONE));
            hints.put(field, new ReadOnlyObjectWrapper<>(Standing.plain("")));
            entries.put(field, new DraftEntry(place, field, fault -> HOPELESS.contains(fault.key())));
        }
        entries.values().forEach(entry -> entry.told().subscribe(this::refresh));
        watch.slow().subscribe(this::refresh);
        origin.failure().subscribe(this::refresh);
        place.draft().subscribe(this::read);
        place.known().subscribe(() -> {
            watch.forget();
            read(place.draft().get());
        });
    }

    @Override
    public void enter() {
        inView = true;
        place.publish(told()::completed);
        read(place.draft().get());
        if (!gcp.get()) origin.provide(settings());
    }

    @Override
    public void leave() {
        inView = false;
    }

    private Told told() {
        return new Told(place.known().get().thoughtSpot());
    }

    private void read(Draft draft) {
        gcp.set(told().onGcp(draft));
        elsewhere.set(draft.roleMadeElsewhere());
        boolean builtIn = draft.text(GOOGLE_PROVIDER).equals(Optional.of(BUILT_IN));
        provider.set(builtIn ? GoogleProvider.BUILT_IN : GoogleProvider.IN_ACCOUNT);
        policies.set(new Policies(draft, gcp.get(), provider.get()));
        read.set(told().names(draft));
        exportable.set(settings().isPresent());
        sameName(draft);
        if (inView && place.known().get().caller().isPresent()) watch.ask(asked());
        refresh();
    }

    /** The ARN of a role that is there names it; no entry for the name is shown then. */
    private void sameName(Draft draft) {
        Optional<String> named = arn(draft).map(arn -> arn.name().value());
        if (named.isEmpty() || draft.text(ROLE_NAME).equals(named)) return;
        if (ownName.isEmpty()) ownName = draft.text(ROLE_NAME);
        place.publish(d -> d.with(ROLE_NAME, named.get()));
    }

    private static Optional<RoleArn> arn(Draft draft) {
        return draft.text(ROLE_ARN).flatMap(text -> RoleArn.parse(text).good());
    }

    private Optional<RoleName> asked() {
        Draft draft = place.draft().get();
        if (elsewhere.get()) return arn(draft).map(RoleArn::name);
        return draft.text(ROLE_NAME).flatMap(text -> RoleName.parse(text).good());
    }

    /** As far as AWS is concerned; an ARN that is still being typed is left out. */
    private Optional<Settings> settings() {
        Draft draft = place.draft().get().withoutWebhook().with(HOSTING, gcp.get() ? "gcp" : "aws");
        Draft told = draft.problemsOf(ROLE_ARN).isEmpty() ? draft : draft.without(ROLE_ARN);
        return told.check().good();
    }

    private void refresh() {
        for (Field field : FIELDS) {
            wrapper(hints, field).set(wording.hint(field));
            wrapper(remarks, field).set(wording.remark(field, asked(), insisted));
        }
        stand(outlook.standing());
        foot(outlook.footer(this::next));
    }

    void mend(Field field) {
        insisted = true;
        entries.values().forEach(DraftEntry::insist);
        refresh();
        place.navigation().goTo(StepId.ACCESS, field);
    }

    private void next() {
        place.navigation().next();
    }

    @Override
    public Optional<Field> firstFault() {
        return outlook.firstFault();
    }

    public void choose(GoogleProvider wanted) {
        place.publish(draft -> switch (wanted) {
            case IN_ACCOUNT -> draft.without(GOOGLE_PROVIDER);
            case BUILT_IN -> draft.with(GOOGLE_PROVIDER, BUILT_IN);
        });
    }

    /** Somebody else makes the role. */
    public void haveItMade() {
        place.publish(draft -> draft.withRoleMadeElsewhere(true));
    }

    public void makeItHere() {
        Optional<String> former = ownName;
        ownName = Optional.empty();
        place.publish(draft -> {
            Draft here = draft.withRoleMadeElsewhere(false);
            return former.map(name -> here.with(ROLE_NAME, name)).orElse(here);
        });
    }

    public void keepTheOldId() {
        origin.keepTheOld();
    }

    public void makeAnotherId() {
        origin.makeAnother(settings());
    }

    /** Whether a person is being asked if they want another external ID. */
    public ReadOnlyBooleanProperty askingForAnotherId() {
        return origin.asking();
    }

    /** Asks for a folder, and writes the files for a cloud team there. */
    public void export(Set<Format> formats, String title, Wording words) {
        settings().ifPresent(complete -> handover.export(complete, formats, title, words));
    }

    /** Asks for a place, and saves a policy there. */
    public void save(Optional<String> json, String title, String suggested) {
        json.ifPresent(content -> handover.save(content, title, suggested));
    }

    ReadOnlyObjectProperty<Handover.Outcome> handedOver() {
        return handover.outcome();
    }

    /** The trust policy in canonical JSON; empty while something that it needs is missing or wrong. */
    public Optional<String> trustJson() {
        return policies.get().trust().map(PolicyJson::print);
    }

    /** The permissions policy in canonical JSON; empty while something that it needs is missing or wrong. */
    public Optional<String> permissionsJson() {
        Optional<PolicyDocument> document = policies.get().permissions();
        return document.map(PolicyJson::print);
    }

    ReadOnlyObjectProperty<Policies> policies() {
        return policies.getReadOnlyProperty();
    }

    private static <T> ReadOnlyObjectWrapper<T> wrapper(Map<Field, ReadOnlyObjectWrapper<T>> all, Field field) {
        return Optional.ofNullable(all.get(field)).orElseThrow();
    }

    public DraftEntry entry(Field field) {
        return Optional.ofNullable(entries.get(field)).orElseThrow();
    }

    public DraftEntry roleName() {
        return entry(ROLE_NAME);
    }

    public DraftEntry roleArn() {
        return entry(ROLE_ARN);
    }

    public DraftEntry externalId() {
        return entry(EXTERNAL_ID);
    }

    public DraftEntry account() {
        return entry(THOUGHTSPOT_ACCOUNT);
    }

    public DraftEntry serviceAccount() {
        return entry(SERVICE_ACCOUNT);
    }

    /** What is said of a field. */
    public ReadOnlyObjectProperty<Remark> remarks(Field field) {
        return wrapper(remarks, field).getReadOnlyProperty();
    }

    Remark remarkOn(Field field) {
        return wrapper(remarks, field).get();
    }

    /** What is said of a field while there is nothing else to say. */
    public ReadOnlyObjectProperty<Fault> hint(Field field) {
        return wrapper(hints, field).getReadOnlyProperty();
    }

    /** Whether ThoughtSpot runs on Google Cloud. */
    public ReadOnlyBooleanProperty gcp() {
        return gcp.getReadOnlyProperty();
    }

    /** Whether somebody else makes the role. */
    public ReadOnlyBooleanProperty elsewhere() {
        return elsewhere.getReadOnlyProperty();
    }

    /** Whether ThoughtSpot's account was read from ThoughtSpot, and so is no entry. */
    public ReadOnlyBooleanProperty accountRead() {
        return read.getReadOnlyProperty();
    }

    /** Whether enough is entered for files to be written. */
    public ReadOnlyBooleanProperty exportable() {
        return exportable.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<GoogleProvider> provider() {
        return provider.getReadOnlyProperty();
    }
}
