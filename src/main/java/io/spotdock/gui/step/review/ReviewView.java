package io.spotdock.gui.step.review;

import io.spotdock.domain.Failure;
import io.spotdock.gui.change.ChangeList;
import io.spotdock.gui.change.ChangeTexts;
import io.spotdock.gui.change.FailureBanner;
import io.spotdock.gui.change.Line;
import io.spotdock.gui.change.ProgressList;
import io.spotdock.gui.change.WayOut;
import io.spotdock.gui.control.Banner;
import io.spotdock.gui.control.CardList;
import io.spotdock.gui.control.PaneHeader;
import io.spotdock.gui.control.State;
import io.spotdock.gui.control.StatusRow;
import io.spotdock.gui.look.Grid;
import io.spotdock.gui.step.StepView;
import io.spotdock.plan.Plan;
import io.spotdock.text.Texts;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The pane of a plan, and of what becomes of it. */
public final class ReviewView implements StepView {
    private final ReviewModel model;
    private final Texts texts;
    private final ChangeTexts words;
    private final PaneHeader header = new PaneHeader("", "");
    private final VBox body = new VBox(Grid.FIELDS);
    private final VBox content = new VBox(Grid.SECTIONS, header, body);
    private final ProgressList list;
    private Node first = body;

    public ReviewView(ReviewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        words = new ChangeTexts(texts);
        list = new ProgressList(words);
        body.setFocusTraversable(false);
        model.progress().subscribe(progress -> list.show(progress, model.now().get()));
        model.now().subscribe(now -> list.show(model.progress().get(), now));
        model.phase().subscribe(this::show);
        model.asking().subscribe(_ -> show(model.phase().get()));
        model.slow().subscribe(_ -> {
            if (model.phase().get() instanceof Phase.Reading) show(model.phase().get());
        });
    }

    @Override
    public Region content() {
        return content;
    }

    @Override
    public Node firstFocus() {
        return first;
    }

    @Override
    public PaneHeader header() {
        return header;
    }

    private void show(Phase phase) {
        list.setRunning(phase instanceof Phase.Applying || phase instanceof Phase.Undoing);
        switch (phase) {
            case Phase.Reading _ -> {
                review();
                StatusRow row = new StatusRow(texts.get("wizard.review.reading"));
                row.setState(State.RUNNING, texts.get("wizard.change.state.running"));
                fill(model.slow().get() ? new CardList(row) : new VBox());
            }
            case Phase.Unread(Failure failure) -> {
                review();
                Banner banner = FailureBanner.of(words, failure, WayOut.of(failure, model.navigation()));
                fill(banner);
                focusOn(banner);
            }
            case Phase.Planned(Plan plan) -> plan(plan);
            case Phase.Applying _ -> {
                title("wizard.review.applying", model.progress().get().changes());
                header.setExplanation(texts.get("wizard.review.applying.about"));
                fill(list);
            }
            case Phase.Stopped stopped -> stopped(stopped);
            case Phase.Ready ready -> {
                title("wizard.review.ready");
                header.setExplanation(
                        texts.get("wizard.review.ready.about", ready.applied().changed(), model.account()));
                if (model.asking().get()) ask();
                else fill(made(ready));
            }
            case Phase.Undoing _ -> {
                title("wizard.review.undoing", model.progress().get().changes());
                header.setExplanation(texts.get("wizard.review.undoing.about"));
                fill(list);
            }
            case Phase.Undone undone -> undone(undone);
        }
    }

    /** The pane as one meets it, with its help. */
    private void review() {
        header.setTitle(texts.get("wizard.review.title"));
        header.setExplanation(texts.get("wizard.review.about", model.account()));
        header.setHelp(
                texts.get("wizard.what-is-this"),
                texts.get("wizard.hide-this"),
                List.of(texts.get("wizard.review.help")));
    }

    /** While something happens there is nothing to explain but that. */
    private void title(String key, Object... arguments) {
        header.setTitle(texts.get(key, arguments));
        header.setHelp("", "", List.of());
    }

    private void plan(Plan plan) {
        review();
        if (plan.isEmpty()) {
            header.setTitle(texts.get("wizard.review.nothing"));
            header.setExplanation(texts.get("wizard.review.nothing.about"));
        }
        ChangeList changes = new ChangeList(words, plan, model.region(), model::useAnotherName, model::changeAnyway);
        fill(new PlanBar(model, words, plan), changes, notes(plan));
        Node reading = changes.lookup(".change-line");
        first = changes.firstConflict().orElse(reading == null ? changes : reading);
        model.onDecide(() -> changes.firstConflict().ifPresent(Node::requestFocus));
        takeUp();
    }

    /** While AWS was read there was nothing here for the keyboard, which went to the header meanwhile. */
    private void takeUp() {
        Node owner = content.getScene() == null ? null : content.getScene().getFocusOwner();
        for (Node at = owner; at != null; at = at.getParent())
            if (at.equals(header)) Platform.runLater(first::requestFocus);
    }

    private VBox notes(Plan plan) {
        VBox notes = new VBox(Grid.STEP);
        plan.notes().forEach(note -> notes.getChildren().add(new Banner(Banner.Kind.INFO, "", texts.of(note))));
        notes.setManaged(!plan.notes().isEmpty());
        return notes;
    }

    private Node made(Phase.Ready ready) {
        if (!model.progress().get().lines().isEmpty()) return list;
        CardList rows = new CardList();
        ready.applied().steps().forEach(step -> {
            StatusRow row = new StatusRow(words.name(step.resource()));
            row.setState(State.PASSED, texts.get("wizard.change.state.done"));
            rows.getChildren().add(row);
        });
        rows.setVisible(!rows.getChildren().isEmpty());
        return rows;
    }

    private void stopped(Phase.Stopped stopped) {
        int standing = stopped.standing().size();
        title(standing == 0 ? "wizard.review.untouched" : "wizard.review.stopped");
        header.setExplanation(
                standing == 0
                        ? texts.get("wizard.review.untouched.about")
                        : texts.get(
                                stopped.applied().cancelled()
                                        ? "wizard.review.stopped.cancelled"
                                        : "wizard.review.stopped.failed",
                                standing));
        if (model.asking().get()) {
            ask();
            return;
        }
        Banner banner = banner(stopped);
        fill(banner, list);
        focusOn(list.failedRow().orElse(banner));
    }

    private Banner banner(Phase.Stopped stopped) {
        int standing = stopped.standing().size();
        if (stopped.applied().stopped().isEmpty())
            return new Banner(
                    Banner.Kind.WARNING,
                    texts.get(
                            "wizard.review.stopped.after",
                            stopped.progress().made(),
                            stopped.progress().changes()),
                    texts.get(
                            stopped.progress().isCertain()
                                    ? "wizard.review.stopped.certain"
                                    : "wizard.review.stopped.unsure",
                            standing));
        Failure failure = stopped.applied().stopped().get();
        Optional<WayOut> way = WayOut.of(failure, model.navigation());
        Optional<Line> failed = stopped.progress().failed();
        if (failed.isEmpty()) return FailureBanner.of(words, failure, way);
        // Its row says why.
        Banner banner = new Banner(
                Banner.Kind.DANGER,
                texts.get("wizard.review.stopped.at", words.title(failed.get().subject())),
                texts.get("wizard.review.stopped.rest", standing));
        way.ifPresent(out -> banner.setButtons(FailureBanner.button(words, out)));
        return banner;
    }

    private void undone(Phase.Undone undone) {
        int all = undone.progress().changes();
        int taken = undone.progress().made();
        title("wizard.review.undone");
        header.setExplanation(
                taken == all
                        ? texts.get("wizard.review.undone.about", taken)
                        : texts.get("wizard.review.undone.rest", taken, all));
        fill(list);
        undone.applied().stopped().ifPresent(failure -> {
            if (undone.progress().failed().isEmpty())
                body.getChildren().addFirst(FailureBanner.of(words, failure, WayOut.of(failure, model.navigation())));
        });
        focusOn(list.failedRow().orElse(list));
    }

    /** In place, so that what it is about stays in sight. */
    private void ask() {
        int changes = model.phase().get().undoable().size();
        Banner banner = new Banner(
                Banner.Kind.WARNING, texts.get("wizard.review.ask", changes), texts.get("wizard.review.ask.about"));
        fill(banner, list);
        focusOn(banner);
    }

    private void fill(Node... nodes) {
        body.getChildren().setAll(nodes);
        first = nodes[0];
    }

    /** A screen reader learns of an end by the keyboard's going there. */
    private void focusOn(Node node) {
        first = node;
        if (node.getScene() != null) node.requestFocus();
    }
}
