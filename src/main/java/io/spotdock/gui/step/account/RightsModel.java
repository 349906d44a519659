package io.spotdock.gui.step.account;

import io.spotdock.check.CheckResult;
import io.spotdock.check.RightsSought;
import io.spotdock.domain.Caller;
import io.spotdock.domain.Fault;
import io.spotdock.gui.step.Notice;
import io.spotdock.gui.step.Place;
import io.spotdock.gui.task.Activity;
import io.spotdock.gui.task.Ending;
import io.spotdock.service.Event;
import io.spotdock.settings.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What the person signed in may do, filled in as AWS answers. */
public final class RightsModel {
    private final Place place;
    private final Activity looking;
    private final ReadOnlyObjectWrapper<List<Right>> rights = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Notice>> trouble = new ReadOnlyObjectWrapper<>(Optional.empty());
    private @Nullable RightsSought sought;

    RightsModel(Place place) {
        this.place = place;
        looking = new Activity(place.operations());
    }

    /** The lines; the first tells who one is, and is there as soon as that is known. */
    public ReadOnlyObjectProperty<List<Right>> rights() {
        return rights.getReadOnlyProperty();
    }

    /** Why AWS could not be asked. */
    public ReadOnlyObjectProperty<Optional<Notice>> trouble() {
        return trouble.getReadOnlyProperty();
    }

    void forget() {
        looking.cancel();
        sought = null;
        rights.set(List.of());
        trouble.set(Optional.empty());
    }

    /** Looks, unless that was done for the same needs. */
    void look(Caller caller) {
        Draft draft = place.draft().get();
        RightsSought now = RightsSought.of(draft, caller);
        if (now.equals(sought)) return;
        forget();
        sought = now;
        rights.set(lines(now));
        run(caller, draft);
    }

    /** Asks again for what AWS did not get to answer. */
    public void again() {
        sought = null;
        place.known().get().caller().ifPresent(this::look);
    }

    private void run(Caller caller, Draft draft) {
        Consumer<CheckResult> told = place.operations().onFront(result -> tell(caller, result));
        Event.Sink sink = event -> {
            if (event instanceof Event.Checked(CheckResult result)) told.accept(result);
        };
        looking.start(
                () -> place.setup().rights(draft, sink),
                Ending.of(_ -> {}, why -> trouble.set(Optional.of(Notice.of(why))), () -> {}));
    }

    private static List<Right> lines(RightsSought sought) {
        List<Right> lines = new ArrayList<>();
        lines.add(new Right(
                "account.identity",
                Fault.of("wizard.account.who"),
                "sts:GetCallerIdentity",
                Right.State.ALLOWED,
                Optional.empty()));
        for (RightsSought.Right right : sought.rights())
            lines.add(new Right(
                    right.id(),
                    Fault.of("check." + right.id()),
                    String.join(", ", right.leading()),
                    Right.State.TO_DO,
                    Optional.empty()));
        return nextRuns(lines);
    }

    private static List<Right> nextRuns(List<Right> lines) {
        List<Right> all = new ArrayList<>(lines);
        for (int i = 0; i < all.size(); i++)
            if (!all.get(i).isTold()) {
                all.set(i, all.get(i).in(Right.State.RUNNING));
                break;
            }
        return List.copyOf(all);
    }

    private void tell(Caller caller, CheckResult result) {
        List<Right> lines = rights.get().stream()
                .map(line -> line.id().equals(result.id()) ? ended(line, caller, result) : line)
                .toList();
        rights.set(nextRuns(lines));
    }

    private static Right ended(Right line, Caller caller, CheckResult result) {
        return switch (result.status()) {
            case PASSED, WARNED -> line.ended(Right.State.ALLOWED, Optional.empty());
            case FAILED ->
                line.ended(
                        Right.State.REFUSED,
                        result.evidence()
                                .map(no -> Fault.of(
                                        "wizard.account.may-not",
                                        caller.arn(),
                                        no.arguments().getLast())));
            case SKIPPED, NOT_REACHED -> line.ended(Right.State.UNTOLD, result.evidence());
        };
    }

    /** How far it has come, or how it ended. */
    public Fault summary() {
        int all = rights.get().size();
        int told = count(Right::isTold);
        if (told < all) return Fault.of("wizard.account.checked", told, all);
        int refused = refused();
        if (refused > 0) return Fault.of("wizard.account.not-allowed", refused);
        int untold = count(right -> right.state() == Right.State.UNTOLD);
        return untold > 0
                ? Fault.of("wizard.account.some-allowed", all - untold, all)
                : Fault.of("wizard.account.all-allowed", all);
    }

    int refused() {
        return count(right -> right.state() == Right.State.REFUSED);
    }

    private int count(Predicate<Right> which) {
        return (int) rights.get().stream().filter(which).count();
    }
}
