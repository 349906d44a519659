package io.spotdock.gui;

import io.spotdock.gui.control.Action;
import io.spotdock.gui.control.RailNote;
import io.spotdock.gui.control.StepRail;
import io.spotdock.gui.task.Ending;
import io.spotdock.gui.task.Operations;
import io.spotdock.gui.task.Pages;
import io.spotdock.text.Texts;
import io.spotdock.update.Answer;
import io.spotdock.update.UpdateCheck;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Looks once whether there is a newer Spotdock, and tells of it at the foot of the list of steps. What goes wrong is in the log:
 * nobody has asked for this, so nobody is bothered with it.
 */
final class UpdateNote {
    private final Operations operations;
    private final Pages pages;
    private final StepRail<?> rail;
    private final Texts texts;

    UpdateNote(Operations operations, Pages pages, StepRail<?> rail, Texts texts) {
        this.operations = operations;
        this.pages = pages;
        this.rail = rail;
        this.texts = texts;
    }

    private record Found(UpdateCheck check, Answer.Newer newer) {}

    /** @param checks made beside the window as well, since it takes reading files */
    void look(Supplier<UpdateCheck> checks) {
        start(
                () -> {
                    UpdateCheck check = checks.get();
                    return check.news().map(newer -> new Found(check, newer));
                },
                found -> found.ifPresent(this::tell));
    }

    private <T> void start(Supplier<T> work, Consumer<T> then) {
        operations.start(work, Ending.of(then, _ -> {}, () -> {}));
    }

    private void tell(Found found) {
        UpdateCheck check = found.check();
        Object version = found.newer().latest().version();
        List<Action> links = new ArrayList<>();
        found.newer()
                .latest()
                .page()
                .ifPresent(page -> links.add(new Action(texts.get("wizard.update.what"), () -> open(page))));
        links.add(new Action(texts.get("wizard.update.off"), () -> turnOff(check)));
        Action hide = new Action(texts.get("wizard.update.hide", version), () -> {
            rail.clearNote();
            start(() -> closed(check, found.newer()), _ -> {});
        });
        rail.setNote(new RailNote(texts.get("wizard.update", version), hide, links));
    }

    private static boolean closed(UpdateCheck check, Answer.Newer newer) {
        check.close(newer.latest().version());
        return true;
    }

    private void open(URI page) {
        start(() -> pages.open(page), taken -> {
            if (!taken) say(texts.get("wizard.update.no-browser", page));
        });
    }

    private void turnOff(UpdateCheck check) {
        start(() -> turnedOff(check), _ -> say(texts.get("wizard.update.is-off")));
    }

    private static boolean turnedOff(UpdateCheck check) {
        check.turn(false);
        return true;
    }

    private void say(String sentence) {
        rail.setNote(
                new RailNote(sentence, new Action(texts.get("wizard.update.is-off.hide"), rail::clearNote), List.of()));
    }
}
