package io.spotdock.gui.step.livetest;

import io.spotdock.check.Catalogue;
import io.spotdock.check.CheckResult;
import io.spotdock.check.Extra;
import io.spotdock.check.Mending;
import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import io.spotdock.domain.ObjectKey;
import io.spotdock.gui.step.Place;
import io.spotdock.gui.step.Standing;
import io.spotdock.gui.step.Stepping;
import io.spotdock.gui.task.Activity;
import io.spotdock.gui.task.Ending;
import io.spotdock.gui.task.Operation;
import io.spotdock.service.Event;
import io.spotdock.service.Known.Tested;
import io.spotdock.service.Setup;
import io.spotdock.service.TestOrder;
import io.spotdock.service.TestRun;
import io.spotdock.settings.Checked;
import io.spotdock.settings.Journey;
import io.spotdock.settings.Settings;
import io.spotdock.settings.StepId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** Runs the live test, shows how it goes, and knows where each fault is mended. */
public final class LiveTestModel extends Stepping {
    /** Of the operator's own test file, in bytes. */
    private static final int FILE_SIZE = 1024;

    /** So that the bar of a wait moves without jerks. */
    private static final Duration TICK = Duration.ofMillis(250);

    private final Place place;
    private final Activity testing;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(new Phase.Before(false));
    private final ReadOnlyObjectWrapper<Progress> progress = new ReadOnlyObjectWrapper<>(Progress.TO_DO);
    private final ReadOnlyObjectWrapper<Instant> now;
    private final ReadOnlyObjectWrapper<Duration> took = new ReadOnlyObjectWrapper<>(Duration.ZERO);
    private final ReadOnlyBooleanWrapper stopping = new ReadOnlyBooleanWrapper();
    private final BooleanProperty selfTest = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper roleMadeElsewhere = new ReadOnlyBooleanWrapper();
    private final Feet feet;
    private final Saving saving;
    private final Remains remains;
    private final LiveboardModel liveboard;

    /** The test under way, or the last one. */
    private Optional<TestOrder> under = Optional.empty();

    private Operation ticking = Operation.NONE;

    public LiveTestModel(Place place) {
        super(StepId.LIVE_TEST);
        this.place = place;
        testing = new Activity(place.operations());
        now = new ReadOnlyObjectWrapper<>(place.operations().clock().instant());
        feet = new Feet(this, place);
        saving = new Saving(place);
        remains = new Remains(place);
        liveboard = new LiveboardModel(place, ZoneId.systemDefault());
        place.draft().subscribe(this::reflect);
        place.known().subscribe(this::reflect);
        phase.subscribe(this::tell);
        stopping.subscribe(this::tell);
        selfTest.subscribe(this::reflect);
        saving.last().subscribe(this::tell);
        remains.files().subscribe(this::tell);
        reflect();
    }

    public ReadOnlyObjectProperty<Phase> phase() {
        return phase.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Progress> progress() {
        return progress.getReadOnlyProperty();
    }

    /** The time, while a test runs. */
    public ReadOnlyObjectProperty<Instant> now() {
        return now.getReadOnlyProperty();
    }

    /** How long the test has been running, or took. */
    public ReadOnlyObjectProperty<Duration> took() {
        return took.getReadOnlyProperty();
    }

    /** Test files that are still in the bucket. */
    public ReadOnlyObjectProperty<List<ObjectKey>> leftBehind() {
        return remains.files();
    }

    /** Whether they could not be removed when that was asked for. */
    public ReadOnlyBooleanProperty removalRefused() {
        return remains.refused();
    }

    public ReadOnlyBooleanProperty removing() {
        return remains.removing();
    }

    /** Whether Cancel was pressed, and the check under way still has to end. */
    public ReadOnlyBooleanProperty stopping() {
        return stopping.getReadOnlyProperty();
    }

    /**
     * Whether what must be refused is tried in earnest, for which one statement is put into the role's trust policy and
     * taken out again. A person chooses it, each time the wizard is opened.
     */
    public BooleanProperty selfTest() {
        return selfTest;
    }

    /** Whether the trust policy is somebody else's, who should agree. */
    public ReadOnlyBooleanProperty roleMadeElsewhere() {
        return roleMadeElsewhere.getReadOnlyProperty();
    }

    /** Where the last report went, or why not. */
    ReadOnlyObjectProperty<Optional<Saving.Note>> saved() {
        return saving.last();
    }

    @Override
    public void enter() {
        reflect();
    }

    /** Shows the test of the entries as they are, or that there is none. */
    private void reflect() {
        roleMadeElsewhere.set(place.draft().get().roleMadeElsewhere());
        if (testing.running().get()) return;
        Optional<Tested> tested = settings().flatMap(place.known().get()::testOf);
        if (tested.isPresent()) {
            progress.set(Progress.after(tested.get().results()));
            phase.set(new Phase.Ended(tested.get(), Phase.Finding.of(tested.get())));
        } else if (phase.get() instanceof Phase.Before || phase.get() instanceof Phase.Ended) {
            progress.set(Progress.before(List.of(), ordered().extras()));
            phase.set(new Phase.Before(place.known().get().test().isPresent()));
        }
        tell();
    }

    Optional<Settings> settings() {
        return place.draft().get().check() instanceof Checked.Good(Settings settings)
                ? Optional.of(settings)
                : Optional.empty();
    }

    /** Runs all of it. */
    public void run() {
        settings().ifPresent(settings -> start(settings, ordered(), List.of()));
    }

    private TestOrder ordered() {
        return new TestOrder(FILE_SIZE, selfTest.get(), Optional.empty());
    }

    /** Has the Liveboard delivered that was entered, on top of what has been tested. */
    public void runLiveboard() {
        if (!(phase.get() instanceof Phase.Ended(Tested tested, Phase.Finding _))) return;
        liveboard.order().ifPresent(order -> start(tested.of(), testedWith(order, tested), withoutLiveboard(tested)));
    }

    /** What was tried in earnest before stays part of what is shown. */
    private static TestOrder testedWith(TestOrder.Liveboard order, Tested tested) {
        boolean inEarnest = Catalogue.extrasOf(tested.results()).contains(Extra.SELF_TEST);
        return new TestOrder(FILE_SIZE, inEarnest, Optional.of(order));
    }

    private static List<CheckResult> withoutLiveboard(Tested tested) {
        return tested.results().stream()
                .filter(result -> !Extra.LIVEBOARD.holds(result.id()))
                .toList();
    }

    /** Whether a Liveboard is being delivered. */
    boolean deliversLiveboard() {
        return under.filter(order -> order.liveboard().isPresent()).isPresent();
    }

    public LiveboardModel liveboard() {
        return liveboard;
    }

    /** Runs what failed or was not reached, and what that needs; or what was left out for want of a sign-in. */
    public void runFailedAgain() {
        if (!(phase.get() instanceof Phase.Ended(Tested tested, Phase.Finding finding))) return;
        boolean all = finding != Phase.Finding.PARTLY;
        Optional<TestOrder.Liveboard> again =
                under.flatMap(TestOrder::liveboard).filter(_ -> hasLiveboard(tested));
        start(
                tested.of(),
                new TestOrder(FILE_SIZE, selfTest.get(), again),
                tested.results().stream()
                        .filter(result -> all || result.status() != CheckResult.Status.SKIPPED)
                        .toList());
    }

    private static boolean hasLiveboard(Tested tested) {
        return Catalogue.extrasOf(tested.results()).contains(Extra.LIVEBOARD);
    }

    private void start(Settings settings, TestOrder order, List<CheckResult> earlier) {
        Setup setup = place.setup();
        under = Optional.of(order);
        Instant began = place.operations().clock().instant();
        Consumer<Event> heard = place.operations().onFront(this::hear);
        saving.forget();
        remains.set(List.of());
        stopping.set(false);
        progress.set(Progress.before(earlier, order.extras()));
        liveboard.close();
        tick(began);
        ticking = place.operations().every(TICK, () -> tick(began));
        // The end comes over the same bridge as the events before it, so after them.
        testing.start(
                () -> setup.test(settings, order, earlier, heard::accept),
                Ending.of(run -> ended(settings, run, began), this::broken, () -> over(new Phase.Cancelled())));
        if (testing.running().get()) phase.set(new Phase.Running());
    }

    void hear(Event event) {
        if (testing.running().get())
            progress.set(progress.get().after(event, place.operations().clock().instant()));
    }

    private void tick(Instant began) {
        Instant time = place.operations().clock().instant();
        now.set(time);
        took.set(Duration.between(began, time));
    }

    private void ended(Settings settings, TestRun run, Instant began) {
        tick(began);
        remains.set(run.leftBehind());
        if (run.cancelled()) {
            progress.set(Progress.after(run.results()));
            over(new Phase.Cancelled());
            return;
        }
        over(new Phase.Before(false));
        Tested tested = new Tested(settings, now.get(), run.results());
        place.learn(known -> known.withTest(Optional.of(tested)));
    }

    private void broken(Failure failure) {
        over(new Phase.Broken(failure));
    }

    private void over(Phase next) {
        ticking.cancel();
        stopping.set(false);
        phase.set(next);
    }

    /** Ends it after the check under way; test files are removed all the same. */
    public void cancel() {
        stopping.set(true);
        testing.interrupt();
    }

    /** Tries to remove the test files that the test could not. */
    public void removeLeftBehind() {
        settings().ifPresent(remains::remove);
    }

    /** Where a finding is mended. */
    public Optional<Mending> mendingOf(CheckResult result) {
        return Mending.of(result, Journey.of(place.draft().get()));
    }

    /** Where what kept the test from beginning is mended: a sign-in that has run out, on either side. */
    public Optional<Mending> mendingOf(Failure failure) {
        return Mending.signingIn(failure);
    }

    public void goTo(Mending mending) {
        mending.field()
                .ifPresentOrElse(
                        field -> place.navigation().goTo(mending.step(), field),
                        () -> place.navigation().goTo(mending.step()));
    }

    /**
     * Asks where the report is to go, and writes it.
     *
     * @param content by the file's name, whose ending says what kind it is to be
     */
    public void saveReport(String title, Saving.Content content) {
        if (phase.get() instanceof Phase.Ended ended) saving.save(title, ended.tested(), content);
    }

    private void tell() {
        foot(feet.of(phase.get()));
        stand(standingOf(phase.get()));
    }

    private Standing standingOf(Phase shown) {
        return switch (shown) {
            case Phase.Before before ->
                before.outOfDate() ? Standing.look(Fault.of("wizard.livetest.standing.old")) : Standing.TO_DO;
            case Phase.Running _, Phase.Cancelled _, Phase.Broken _ -> Standing.TO_DO;
            case Phase.Ended(Tested _, Phase.Finding finding) -> {
                Tally tally = progress.get().tally();
                yield switch (finding) {
                    case PASSED -> Standing.done(Fault.of("wizard.livetest.standing.passed", tally.passed()));
                    case WARNED -> Standing.look(Fault.of("wizard.livetest.standing.warned", tally.warned()));
                    case PARTLY -> Standing.look(Fault.of("wizard.livetest.standing.partly"));
                    case FAILED -> Standing.fault(Fault.of("wizard.livetest.standing.failed", tally.failed()));
                };
            }
        };
    }

    @Override
    public boolean isWriting() {
        return testing.running().get();
    }

    @Override
    public void stopWriting() {
        cancel();
    }
}
