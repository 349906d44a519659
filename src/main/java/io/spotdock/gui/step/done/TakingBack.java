package io.spotdock.gui.step.done;

import io.spotdock.gui.change.ChangeTexts;
import io.spotdock.gui.change.Progress;
import io.spotdock.gui.change.ProgressList;
import io.spotdock.gui.change.Undo;
import io.spotdock.gui.change.Undo.Phase;
import io.spotdock.gui.control.Banner;
import io.spotdock.gui.control.Buttons;
import io.spotdock.gui.look.Grid;
import io.spotdock.gui.step.Notice;
import io.spotdock.service.Applied;
import io.spotdock.text.Texts;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** The question whether to undo, how undoing goes, and what was left. */
final class TakingBack {
    private final Undo undoing;
    private final Texts texts;
    private final ProgressList list;
    private final VBox node = new VBox(Grid.FIELDS);

    TakingBack(Undo undoing, Texts texts) {
        this.undoing = undoing;
        this.texts = texts;
        list = new ProgressList(new ChangeTexts(texts));
        undoing.progress()
                .subscribe(progress -> list.show(progress, undoing.now().get()));
        undoing.now().subscribe(now -> list.show(undoing.progress().get(), now));
        undoing.phase().subscribe(this::show);
    }

    Node node() {
        return node;
    }

    private void show(Phase phase) {
        list.setRunning(phase instanceof Phase.Running);
        switch (phase) {
            case Phase.Idle _ -> fill();
            case Phase.Asking asking -> tell(question(asking));
            case Phase.Nothing _ -> tell(new Banner(Banner.Kind.INFO, "", texts.get("wizard.done.undo.nothing")));
            case Phase.Unread unread -> tell(banner(Notice.of(unread.failure())));
            case Phase.Running _ -> fill(list);
            case Phase.Ended ended -> ended(ended.applied());
        }
    }

    private Banner question(Phase.Asking asking) {
        int changes = asking.standing().size();
        Banner banner = new Banner(
                Banner.Kind.WARNING, texts.get("wizard.review.ask", changes), texts.get("wizard.review.ask.about"));
        Button keep = Buttons.compact(texts.get("wizard.cancel"));
        keep.setOnAction(_ -> undoing.dismiss());
        Button undo = Buttons.compact(texts.get("wizard.review.undo", changes));
        undo.setId("undo");
        undo.setOnAction(_ -> undoing.undo());
        banner.setButtons(keep, undo);
        return banner;
    }

    /** The rows say what was left, and why. */
    private void ended(Applied applied) {
        Progress progress = undoing.progress().get();
        boolean all = progress.made() == progress.changes();
        Banner banner = all
                ? new Banner(Banner.Kind.SUCCESS, "", texts.get("wizard.review.undone.about", progress.made()))
                : new Banner(
                        Banner.Kind.WARNING,
                        "",
                        texts.get("wizard.review.undone.rest", progress.made(), progress.changes()));
        boolean untold = applied.stopped().isPresent() && progress.failed().isEmpty();
        Banner first = untold ? banner(Notice.of(applied.stopped().get())) : banner;
        fill(first, list);
        focus(first);
    }

    private Banner banner(Notice told) {
        return new Banner(Banner.Kind.DANGER, texts.of(told.title()), texts.of(told.text()));
    }

    private void tell(Banner banner) {
        fill(banner);
        focus(banner);
    }

    private void fill(Node... nodes) {
        node.getChildren().setAll(nodes);
    }

    /** A screen reader learns of it by the keyboard's going there, as soon as it is in the window. */
    private static void focus(Node banner) {
        Platform.runLater(banner::requestFocus);
    }
}
