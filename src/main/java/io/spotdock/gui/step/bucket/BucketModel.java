package io.spotdock.gui.step.bucket;

import static io.spotdock.settings.Field.BUCKET_NAME;
import static io.spotdock.settings.Field.CREATE;
import static io.spotdock.settings.Field.KMS_KEY;
import static io.spotdock.settings.Field.PREFIX;
import static io.spotdock.settings.Field.REGION;
import static io.spotdock.settings.Field.TLS_ONLY;

import io.spotdock.check.Finding;
import io.spotdock.domain.BucketName;
import io.spotdock.domain.Caller;
import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import io.spotdock.domain.RegionName;
import io.spotdock.gui.step.DraftEntry;
import io.spotdock.gui.step.Footer;
import io.spotdock.gui.step.Place;
import io.spotdock.gui.step.Remark;
import io.spotdock.gui.step.Standing;
import io.spotdock.gui.step.Stepping;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import io.spotdock.settings.Problem;
import io.spotdock.settings.StepId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Which bucket takes the files, where it is, and under which prefix. */
public final class BucketModel extends Stepping {
    /** Faults of a name or prefix that stay however it goes on. */
    private static final Set<String> HOPELESS = Set.of(
            "fault.bucket-name.characters",
            "fault.bucket-name.dots",
            "fault.bucket-name.prefix",
            "fault.prefix.slash",
            "fault.prefix.length",
            "fault.prefix.wildcard",
            "fault.prefix.characters");

    private final Place place;
    private final DraftEntry name;
    private final DraftEntry prefix;
    private final BucketWatch watch;
    private final OwnBuckets own;
    private final Findings survey;
    private final SetAside aside = new SetAside();
    private final Wording wording = new Wording(this);
    private final Outlook outlook = new Outlook(this);
    private final ReadOnlyBooleanWrapper creating = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper typed = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper regionRead = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper keyed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper tlsOnly = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyObjectWrapper<Optional<RegionName>> region = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Fault> regionHint = new ReadOnlyObjectWrapper<>(Standing.plain(""));
    private final ReadOnlyObjectWrapper<Remark> nameRemark = new ReadOnlyObjectWrapper<>(Remark.NONE);
    private final ReadOnlyObjectWrapper<Remark> regionRemark = new ReadOnlyObjectWrapper<>(Remark.NONE);
    private final ReadOnlyObjectWrapper<Remark> prefixRemark = new ReadOnlyObjectWrapper<>(Remark.NONE);
    private final ReadOnlyObjectWrapper<Optional<List<Finding>>> findings =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ProfileRegion profile;
    private Optional<Caller> caller = Optional.empty();
    private boolean inView;
    private boolean goingOn;

    public BucketModel(Place place) {
        super(StepId.BUCKET);
        this.place = place;
        foot(Footer.untouched(this::next));
        watch = new BucketWatch(place, this::refresh);
        own = new OwnBuckets(place);
        survey = new Findings(place, this::refresh);
        profile = new ProfileRegion(place);
        name = new DraftEntry(place, BUCKET_NAME, fault -> HOPELESS.contains(fault.key()));
        prefix = new DraftEntry(place, PREFIX, fault -> HOPELESS.contains(fault.key()));
        name.told().subscribe(this::refresh);
        prefix.told().subscribe(this::refresh);
        watch.slow().subscribe(this::refresh);
        own.names().subscribe(this::refresh);
        own.failure().subscribe(this::refresh);
        own.slow().subscribe(this::refresh);
        name.text().subscribe(() -> goingOn = false);
        place.draft().subscribe(this::read);
        place.known().subscribe(known -> signedIn(known.caller()));
    }

    @Override
    public void enter() {
        inView = true;
        profile.read(this::refresh);
        look();
    }

    @Override
    public void leave() {
        inView = false;
        goingOn = false;
    }

    private void signedIn(Optional<Caller> now) {
        if (now.equals(caller)) return;
        caller = now;
        watch.forget();
        own.forget();
        survey.forget();
        look();
        refresh();
    }

    private void read(Draft draft) {
        creating.set(!draft.text(CREATE).equals(Optional.of("false")));
        tlsOnly.set(!draft.text(TLS_ONLY).equals(Optional.of("false")));
        keyed.set(draft.has(KMS_KEY));
        region.set(draft.text(REGION).flatMap(text -> RegionName.parse(text).good()));
        look();
        refresh();
    }

    /** Asks AWS what has to be known while the step is in view. */
    private void look() {
        if (!inView || caller.isEmpty()) return;
        if (!creating.get()) own.need();
        watch.ask(entered()
                .map(asked -> new BucketWatch.Question(asked, caller.get().account())));
    }

    private void refresh() {
        if (!creating.get() && answer() instanceof Answer.Ours(var bucket)) findings.set(survey.adopt(bucket));
        else findings.set(Optional.empty());
        typed.set(creating.get() || own.failure().get().isPresent());
        regionRead.set(!creating.get() && answer() instanceof Answer.Ours);
        regionHint.set(hintOnRegion());
        nameRemark.set(remarkOnName());
        prefixRemark.set(wording.prefix(prefix.told().get(), prefix.text().get()));
        regionRemark.set(wording.region(problem(REGION), problem(KMS_KEY)));
        stand(outlook.standing());
        foot(outlook.footer(this::next));
        if (goingOn && !(answer() instanceof Answer.Awaited)) {
            goingOn = false;
            if (firstFault().isEmpty()) place.navigation().next();
        }
    }

    private Optional<BucketName> entered() {
        return BucketName.parse(name.text().get()).good();
    }

    private Answer answer() {
        return watch.answerTo(entered());
    }

    private Remark remarkOnName() {
        Optional<Fault> told = name.told().get();
        if (told.isPresent()) return wording.name(told.get());
        if (name.problem().isPresent() && !name.isEmpty()) return Remark.NONE;
        if (creating.get()) return wording.forNew(answer(), watch.slow().get(), region.get());
        Remark remark =
                wording.forExisting(answer(), watch.slow().get() || own.slow().get());
        Optional<Failure> unlisted = own.failure().get();
        return remark.equals(Remark.NONE) && !(answer() instanceof Answer.Ours) && unlisted.isPresent()
                ? wording.list(unlisted.get())
                : remark;
    }

    private Fault hintOnRegion() {
        if (regionRead.get()) return Fault.of("wizard.bucket.region.read");
        return creating.get() && profile.is(region.get())
                ? Fault.of("wizard.bucket.region.profile")
                : Standing.plain("");
    }

    private Optional<Fault> problem(Field field) {
        return place.draft().get().problemsOf(field).stream()
                .map(Problem::fault)
                .findFirst();
    }

    static long count(List<Finding> found, Finding.Weight weight) {
        return found.stream().filter(finding -> finding.weight() == weight).count();
    }

    void mend(Field field) {
        name.insist();
        prefix.insist();
        place.navigation().goTo(StepId.BUCKET, field);
    }

    /** What is being asked is waited for, so that nobody goes on with a name that is taken. */
    private void next() {
        goingOn = answer() instanceof Answer.Awaited;
        if (!goingOn) place.navigation().next();
    }

    @Override
    public Optional<Field> firstFault() {
        return outlook.firstFault();
    }

    /** Turns to a new bucket, or to one there is; comes back to what was entered for it before. */
    public void create(boolean wanted) {
        if (wanted != creating.get()) place.publish(draft -> aside.turn(draft, wanted));
    }

    void useExisting() {
        place.publish(draft -> draft.with(CREATE, "false"));
    }

    public void makeNew() {
        place.publish(draft -> draft.with(CREATE, "true").without(KMS_KEY));
    }

    void askAgain() {
        watch.again();
    }

    void listAgain() {
        own.read();
    }

    void signIn() {
        place.navigation().goTo(StepId.AWS_ACCOUNT);
    }

    void dropKey() {
        place.publish(draft -> draft.without(KMS_KEY));
    }

    public void choose(RegionName wanted) {
        place.publish(draft -> draft.with(REGION, wanted.value()));
    }

    public void refuseWithoutTls(boolean wanted) {
        place.publish(draft -> draft.with(TLS_ONLY, String.valueOf(wanted)));
    }

    public DraftEntry name() {
        return name;
    }

    public DraftEntry prefix() {
        return prefix;
    }

    public ReadOnlyBooleanProperty creating() {
        return creating.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty tlsOnly() {
        return tlsOnly.getReadOnlyProperty();
    }

    /** Whether the bucket encrypts with a KMS key that the settings name. */
    public ReadOnlyBooleanProperty keyed() {
        return keyed.getReadOnlyProperty();
    }

    /** Whether the region was read from the bucket, and so is no choice. */
    public ReadOnlyBooleanProperty regionRead() {
        return regionRead.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<RegionName>> region() {
        return region.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Remark> nameRemark() {
        return nameRemark.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Remark> regionRemark() {
        return regionRemark.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Remark> prefixRemark() {
        return prefixRemark.getReadOnlyProperty();
    }

    /** What in an existing bucket matters; empty until it was read. */
    public ReadOnlyObjectProperty<Optional<List<Finding>>> findings() {
        return findings.getReadOnlyProperty();
    }

    /** Whether reading them takes long. */
    public ReadOnlyBooleanProperty surveying() {
        return survey.slow();
    }

    /** Why they could not be read. */
    public ReadOnlyObjectProperty<Optional<Failure>> surveyFailure() {
        return survey.failure();
    }

    public void surveyAgain() {
        survey.again();
    }

    /** The account's buckets; empty until they were read, or where they may not be. */
    public ReadOnlyObjectProperty<Optional<List<BucketName>>> buckets() {
        return own.names();
    }

    /** Whether there is no list to choose from, so that the name has to be typed. */
    public ReadOnlyBooleanProperty typed() {
        return typed.getReadOnlyProperty();
    }

    /** Where the region comes from. */
    public ReadOnlyObjectProperty<Fault> regionHint() {
        return regionHint.getReadOnlyProperty();
    }
}
