package io.spotdock.gui;

import io.spotdock.check.CheckResult;
import io.spotdock.check.Mending;
import io.spotdock.domain.Fault;
import io.spotdock.gui.step.FileChoices;
import io.spotdock.gui.step.Place;
import io.spotdock.gui.step.Standing;
import io.spotdock.gui.step.StepModel;
import io.spotdock.gui.task.Operations;
import io.spotdock.service.Known;
import io.spotdock.service.Setup;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import io.spotdock.settings.Journey;
import io.spotdock.settings.StepId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * One world's journey: what is wanted and known in it, its steps, and which of them is current. The person's own accounts
 * are one world, a sandbox is another, with entries of its own.
 */
public final class Desk implements Place, Place.Navigation {
    private final Setup setup;
    private final boolean sandbox;
    private final Operations operations;
    private final FileChoices files;
    private final Outside outside;
    private final ReadOnlyObjectWrapper<Draft> draft;
    private final ReadOnlyObjectWrapper<Known> known = new ReadOnlyObjectWrapper<>(Known.NOTHING);
    private final ReadOnlyObjectWrapper<StepId> current = new ReadOnlyObjectWrapper<>(StepId.HOSTING);
    private final ReadOnlyObjectWrapper<List<Row>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Field>> wantedFocus = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Path>> savedTo = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Map<StepId, StepModel> models = new EnumMap<>(StepId.class);
    private final Set<StepId> visited = EnumSet.of(StepId.HOSTING);

    /**
     * Sits down, at the first step.
     *
     * @param steps makes the models, which may look at this place while they are made
     */
    public Desk(
            Setup setup,
            boolean sandbox,
            Operations operations,
            FileChoices files,
            Outside outside,
            Draft entries,
            Function<Place, List<StepModel>> steps) {
        this.setup = setup;
        this.sandbox = sandbox;
        this.operations = operations;
        this.files = files;
        this.outside = outside;
        draft = new ReadOnlyObjectWrapper<>(entries);
        for (StepModel model : steps.apply(this)) models.put(model.id(), model);
        draft.addListener((_, _, _) -> arrange());
        known.addListener((_, _, _) -> arrange());
        models.values().forEach(model -> model.standing().addListener((_, _, _) -> arrange()));
        arrange();
        model().enter();
    }

    /** What the whole program does. */
    public interface Outside {
        void enterSandbox();

        void saveSettings();

        void close();
    }

    /**
     * A line of the list of steps.
     *
     * @param reachable whether a click leads there
     */
    public record Row(StepId step, int number, Standing standing, boolean current, boolean reachable) {}

    private void arrange() {
        List<Row> list = new ArrayList<>();
        Set<StepId> blamed = blamed();
        boolean open = true;
        for (StepId step : Journey.of(draft.get())) {
            Standing standing = standing(step);
            boolean here = step == current.get();
            // What is filled in beforehand is not done: nobody has seen it yet.
            Standing told = visited.contains(step) && open ? standing : Standing.TO_DO;
            if (blamed.contains(step) && told.isPassable()) told = Standing.fault(Fault.of("wizard.step-blamed"));
            boolean begun = told.kind() != Standing.Kind.TO_DO;
            list.add(new Row(step, list.size() + 1, told, here, here || begun));
            open &= standing.isPassable();
        }
        rows.set(List.copyOf(list));
    }

    /** The steps in which the last live test says that something is to be mended. */
    private Set<StepId> blamed() {
        // Entries are checked here only where there is a test to hold them against: this runs at every letter typed.
        if (known.get().test().isEmpty()) return Set.of();
        return draft.get().check().good().flatMap(known.get()::testOf).stream()
                .flatMap(tested -> tested.results().stream())
                .filter(result -> result.status() == CheckResult.Status.FAILED)
                .flatMap(result -> Mending.of(result, Journey.of(draft.get())).stream())
                .map(Mending::step)
                .collect(Collectors.toSet());
    }

    private Standing standing(StepId step) {
        StepModel model = models.get(step);
        return model == null ? Standing.TO_DO : model.standing().get();
    }

    /** The current step's model. */
    public StepModel model() {
        StepModel model = models.get(current.get());
        if (model == null) throw new IllegalStateException("no model of " + current.get());
        return model;
    }

    public List<StepModel> models() {
        return List.copyOf(models.values());
    }

    public ReadOnlyObjectProperty<StepId> current() {
        return current.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<Row>> rows() {
        return rows.getReadOnlyProperty();
    }

    /** The field that is to have the focus; empty again as soon as the view has seen to it. */
    public ReadOnlyObjectProperty<Optional<Field>> wantedFocus() {
        return wantedFocus.getReadOnlyProperty();
    }

    public void focused() {
        wantedFocus.set(Optional.empty());
    }

    /** Leads to where the current step is incomplete or wrong. */
    public void showFault() {
        model().firstFault().ifPresent(field -> wantedFocus.set(Optional.of(field)));
    }

    @Override
    public void next() {
        neighbour(1).filter(_ -> standing(current.get()).isPassable()).ifPresent(this::move);
    }

    public void back() {
        neighbour(-1).ifPresent(this::move);
    }

    public boolean hasBack() {
        return neighbour(-1).isPresent();
    }

    private Optional<StepId> neighbour(int distance) {
        List<StepId> journey = Journey.of(draft.get());
        int index = journey.indexOf(current.get()) + distance;
        return index < 0 || index >= journey.size() ? Optional.empty() : Optional.of(journey.get(index));
    }

    @Override
    public void goTo(StepId step) {
        rows.get().stream()
                .filter(row -> row.step() == step && row.reachable())
                .findFirst()
                .ifPresent(_ -> move(step));
    }

    @Override
    public void goTo(StepId step, Field field) {
        goTo(step);
        if (current.get() == step) wantedFocus.set(Optional.of(field));
    }

    /** To the nearest step before this one, or after it, that is done. */
    public void goToDone(boolean forward) {
        List<Row> list = forward ? rows.get() : rows.get().reversed();
        list.stream()
                .dropWhile(row -> !row.current())
                .skip(1)
                .filter(Row::reachable)
                .findFirst()
                .ifPresent(row -> move(row.step()));
    }

    /** As far towards a step as the steps before it are done. */
    public void resume(StepId step) {
        for (StepId each : Journey.of(draft.get())) {
            visited.add(each);
            if (each == step || !standing(each).isPassable()) {
                move(each);
                arrange();
                return;
            }
        }
    }

    private void move(StepId step) {
        if (step == current.get()) return;
        model().leave();
        wantedFocus.set(Optional.empty());
        current.set(step);
        visited.add(step);
        arrange();
        model().enter();
    }

    /** Whether something outside is being changed at this moment. */
    public boolean isWriting() {
        return models.values().stream().anyMatch(StepModel::isWriting);
    }

    public void stopWriting() {
        models.values().stream().filter(StepModel::isWriting).forEach(StepModel::stopWriting);
    }

    @Override
    public ReadOnlyObjectProperty<Draft> draft() {
        return draft.getReadOnlyProperty();
    }

    @Override
    public void publish(UnaryOperator<Draft> change) {
        draft.set(change.apply(draft.get()));
    }

    @Override
    public ReadOnlyObjectProperty<Known> known() {
        return known.getReadOnlyProperty();
    }

    @Override
    public void learn(UnaryOperator<Known> change) {
        known.set(change.apply(known.get()));
    }

    @Override
    public Setup setup() {
        return setup;
    }

    @Override
    public boolean inSandbox() {
        return sandbox;
    }

    @Override
    public Operations operations() {
        return operations;
    }

    @Override
    public FileChoices files() {
        return files;
    }

    @Override
    public ReadOnlyObjectProperty<Optional<Path>> savedTo() {
        return savedTo.getReadOnlyProperty();
    }

    /** The settings stand in this file now. */
    void saved(Path file) {
        savedTo.set(Optional.of(file));
    }

    @Override
    public Navigation navigation() {
        return this;
    }

    @Override
    public void enterSandbox() {
        outside.enterSandbox();
    }

    @Override
    public void saveSettings() {
        outside.saveSettings();
    }

    @Override
    public void close() {
        outside.close();
    }
}
