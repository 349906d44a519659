package io.spotdock.gui.step.review;

import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import io.spotdock.domain.resource.ResourceKind;
import io.spotdock.gui.change.Progress;
import io.spotdock.gui.change.WayOut;
import io.spotdock.gui.step.Place;
import io.spotdock.gui.step.Stepping;
import io.spotdock.gui.task.Activity;
import io.spotdock.gui.task.Ending;
import io.spotdock.journal.Entry;
import io.spotdock.plan.Change;
import io.spotdock.plan.Outcome;
import io.spotdock.plan.Plan;
import io.spotdock.plan.Scope;
import io.spotdock.service.Applied;
import io.spotdock.service.Known.Made;
import io.spotdock.service.Setup;
import io.spotdock.settings.Checked;
import io.spotdock.settings.Field;
import io.spotdock.settings.Settings;
import io.spotdock.settings.StepId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Plans when entered, applies the plan that is shown, and takes back what the journal says was made. */
public final class ReviewModel extends Stepping {
    private final Place place;
    private final Activity reading;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(new Phase.Reading());
    private final PlanFile file;
    private final Carrying carrying;
    private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper();
    private final Set<ResourceKind> overwrite = EnumSet.noneOf(ResourceKind.class);
    /** Of the tries before a resume, so that all of them count in the end. */
    private final List<Applied.Step> made = new ArrayList<>();

    private @Nullable Settings about;
    private Runnable decide = () -> {};

    public ReviewModel(Place place) {
        super(StepId.REVIEW);
        this.place = place;
        reading = new Activity(place.operations());
        file = new PlanFile(place);
        carrying = new Carrying(place);
        place.draft().subscribe(_ -> outdate());
        place.known().subscribe(_ -> tell());
        phase.subscribe(_ -> tell());
        carrying.progress().subscribe(_ -> tell());
        asking.subscribe(_ -> tell());
        carrying.stopping().subscribe(_ -> tell());
        tell();
    }

    public ReadOnlyObjectProperty<Phase> phase() {
        return phase.getReadOnlyProperty();
    }

    /** Of what is being changed, or was last. */
    public ReadOnlyObjectProperty<Progress> progress() {
        return carrying.progress();
    }

    /** The time, as long as something is being changed; for countdowns. */
    public ReadOnlyObjectProperty<Instant> now() {
        return carrying.now();
    }

    /** What became of saving the plan. */
    public ReadOnlyObjectProperty<Optional<Fault>> saved() {
        return file.told();
    }

    /** Whether the person is asked if changes are to be taken back. */
    public ReadOnlyBooleanProperty asking() {
        return asking.getReadOnlyProperty();
    }

    /** Whether it was cancelled, and ends as soon as it can. */
    public ReadOnlyBooleanProperty stopping() {
        return carrying.stopping();
    }

    /** Reading takes so long that it should be shown. */
    public ReadOnlyBooleanProperty slow() {
        return reading.slow();
    }

    /** What leads to the first conflict when the footer's reason is clicked; the view knows where that is. */
    public void onDecide(Runnable leadTo) {
        decide = leadTo;
    }

    void leadToDecision() {
        decide.run();
    }

    public Place.Navigation navigation() {
        return place.navigation();
    }

    @Override
    public void enter() {
        if (isWriting()) return;
        boolean unsettled = phase.get() instanceof Phase.Stopped || phase.get() instanceof Phase.Undone;
        Optional<Settings> settings = settings();
        if (unsettled && settings.isPresent() && isAbout(settings.get())) return;
        if (settings.filter(place.known().get()::awsIsReadyFor).isPresent()) showReady(settings.get());
        else plan();
    }

    @Override
    public void leave() {
        asking.set(false);
        if (phase.get() instanceof Phase.Reading) reading.cancel();
    }

    @Override
    public boolean isWriting() {
        return carrying.isRunning();
    }

    @Override
    public void stopWriting() {
        carrying.stop();
    }

    /** What the webhook still lacks does not hold AWS up. */
    private Optional<Settings> settings() {
        return place.draft().get().withoutWebhook().check().good();
    }

    private boolean isAbout(Settings settings) {
        return about != null && about.sameOnAws(settings);
    }

    /** What was decided and shown for other entries holds no longer. */
    private void outdate() {
        boolean same = settings().map(this::isAbout).orElse(about == null);
        if (!same && !isWriting()) {
            reading.cancel();
            about = null;
            overwrite.clear();
            made.clear();
            asking.set(false);
            phase.set(new Phase.Reading());
        }
        tell();
    }

    /** Compares anew; changes nothing. */
    public void plan() {
        plan(plan -> phase.set(new Phase.Planned(plan)));
    }

    private void plan(Consumer<Plan> then) {
        asking.set(false);
        file.forget();
        phase.set(new Phase.Reading());
        switch (place.draft().get().withoutWebhook().check()) {
            case Checked.Bad bad -> {
                var problem = bad.problems().getFirst();
                phase.set(new Phase.Unread(new Failure.Invalid(problem.path(), problem.fault(), "")));
            }
            case Checked.Good(Settings settings) -> {
                about = settings;
                Setup setup = place.setup();
                Set<ResourceKind> decided = Set.copyOf(overwrite);
                reading.start(
                        () -> setup.plan(settings, Scope.AWS, decided),
                        Ending.of(
                                plan -> planned(settings, plan, then),
                                failure -> phase.set(new Phase.Unread(failure)),
                                () -> {}));
            }
        }
    }

    private void planned(Settings settings, Plan plan, Consumer<Plan> then) {
        // With nothing to apply the step is done: what it is for has just been seen in AWS.
        if (plan.isEmpty()) learn(settings, new Applied(made, Optional.empty(), false));
        then.accept(plan);
    }

    private void learn(Settings settings, Applied applied) {
        place.learn(known -> known.withAws(Optional.of(new Made(settings, applied))));
    }

    /** Writes the plan to a file that the person is asked for; {@code content} is what it is to hold, by its name. */
    public void save(String title, Function<Path, String> content) {
        file.save(title, content);
    }

    /** The account whose changes are shown. */
    public String account() {
        return place.draft().get().text(Field.ACCOUNT).orElse("");
    }

    public String region() {
        return place.draft().get().text(Field.REGION).orElse("");
    }

    /** The word that lets Spotdock change what something else uses. */
    public void changeAnyway(Change.Conflict conflict) {
        overwrite.add(conflict.resource().kind());
        plan();
    }

    /** Leads to where the thing in conflict gets another name, or what is wrong with it is mended. */
    public void useAnotherName(Change.Conflict conflict) {
        WayOut.of(conflict, navigation()).run().run();
    }

    /** Makes the changes that are shown. */
    public void apply() {
        if (phase.get() instanceof Phase.Planned(Plan plan) && plan.conflicts().isEmpty()) {
            made.clear();
            apply(plan);
        }
    }

    /** Plans anew and makes what is left; what has come between is shown first. */
    public void resume() {
        plan(plan -> {
            if (!plan.conflicts().isEmpty()) phase.set(new Phase.Planned(plan));
            else if (plan.isEmpty() && about != null) showReady(about);
            else apply(plan);
        });
    }

    private void apply(Plan plan) {
        Settings settings = about;
        if (settings == null) return;
        Setup setup = place.setup();
        Set<ResourceKind> decided = Set.copyOf(overwrite);
        begin(new Phase.Applying(plan), Progress.of(plan, carrying.instant()));
        carrying.start(
                sink -> setup.apply(settings, plan, Scope.AWS, decided, sink),
                applied -> applied(settings, plan, applied));
    }

    private void applied(Settings settings, Plan plan, Applied applied) {
        applied.steps().stream()
                .filter(step -> step.outcome() instanceof Outcome.Changed)
                .forEach(made::add);
        Applied all = new Applied(made, applied.stopped(), applied.cancelled());
        learn(settings, all);
        if (all.complete()) showReady(settings);
        else
            withStanding(settings, entries -> {
                if (entries.isEmpty() && all.cancelled()) plan();
                else phase.set(new Phase.Stopped(plan, carrying.progress().get(), all, entries));
            });
    }

    private void showReady(Settings settings) {
        about = settings;
        Applied applied = place.known()
                .get()
                .aws()
                .map(Made::applied)
                .orElseGet(() -> new Applied(List.of(), Optional.empty(), false));
        withStanding(settings, entries -> phase.set(new Phase.Ready(applied, entries)));
    }

    /** In an operation of its own: the one that was interrupted could not read. */
    private void withStanding(Settings settings, Consumer<List<Entry>> then) {
        Setup setup = place.setup();
        reading.start(
                () -> setup.standing(settings).stream()
                        .filter(entry -> entry.undoing().isPresent())
                        .toList(),
                Ending.of(then, failure -> phase.set(new Phase.Unread(failure)), () -> {}));
    }

    /** Asks in place whether changes are to be taken back. */
    public void askUndo() {
        asking.set(!phase.get().undoable().isEmpty());
    }

    public void keep() {
        asking.set(false);
    }

    /** Takes back what the journal says Spotdock made or changed. */
    public void undo() {
        Settings settings = about;
        List<Entry> standing = phase.get().undoable();
        if (settings == null || standing.isEmpty()) return;
        Setup setup = place.setup();
        begin(new Phase.Undoing(), Progress.of(standing, carrying.instant()));
        carrying.start(sink -> setup.undo(settings, sink), this::undone);
    }

    /** The journal knows no sides: a webhook that was made is taken back as well. */
    private void undone(Applied applied) {
        made.clear();
        overwrite.clear();
        place.learn(known ->
                known.withAws(Optional.empty()).withWebhook(Optional.empty()).withTest(Optional.empty()));
        phase.set(new Phase.Undone(carrying.progress().get(), applied));
    }

    private void begin(Phase next, Progress first) {
        asking.set(false);
        carrying.begin(first);
        phase.set(next);
    }

    private void tell() {
        stand(Summary.standing(phase.get(), made(), isReady()));
        foot(Summary.footer(this));
    }

    private long made() {
        return place.known().get().aws().map(aws -> aws.applied().changed()).orElse(0L);
    }

    private boolean isReady() {
        return settings().filter(place.known().get()::awsIsReadyFor).isPresent();
    }
}
