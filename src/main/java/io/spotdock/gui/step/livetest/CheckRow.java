package io.spotdock.gui.step.livetest;

import io.spotdock.check.CheckResult;
import io.spotdock.check.Mending;
import io.spotdock.gui.control.Buttons;
import io.spotdock.gui.control.CopyButton;
import io.spotdock.gui.control.Countdown;
import io.spotdock.gui.control.State;
import io.spotdock.gui.control.StatusRow;
import io.spotdock.gui.step.livetest.CheckWords.Told;
import io.spotdock.text.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;

/** One check of the list. */
final class CheckRow {
    /** How its finding is led away from: nowhere while the test runs, by the one solid button, or by an outlined one. */
    enum Way {
        NONE,
        SOLID,
        OUTLINED
    }

    private final LiveTestModel model;
    private final Texts texts;
    private final CheckWords words;
    private final StatusRow row;
    private final Countdown countdown = new Countdown();
    private Optional<Line> shown = Optional.empty();
    private Way way = Way.NONE;

    CheckRow(LiveTestModel model, Texts texts, CheckWords words, Line line) {
        this.model = model;
        this.texts = texts;
        this.words = words;
        row = new StatusRow(words.name(line.id()));
    }

    StatusRow node() {
        return row;
    }

    void show(Line line, Way leading) {
        if (shown.equals(Optional.of(line)) && way == leading) return;
        shown = Optional.of(line);
        way = leading;
        row.setName(words.name(line.id()));
        row.setBody();
        row.setLabel(words.name(line.strength()));
        row.setHelp(words.proves(line.id()));
        row.setStrong(false);
        switch (line.state()) {
            case Line.State.ToDo _ -> open(State.TODO, "wizard.livetest.state.to-do", words.proves(line.id()));
            case Line.State.Running running -> {
                String how =
                        running.pause().map(pause -> texts.of(pause.why())).orElseGet(() -> words.proves(line.id()));
                open(State.RUNNING, "wizard.livetest.state.running", how);
                if (running.pause().isPresent()) row.setBody(countdown);
            }
            case Line.State.Ended(CheckResult result) -> ended(result);
        }
    }

    private void open(State state, String word, String how) {
        row.setState(state, texts.get(word));
        row.setEvidence(how);
    }

    /** Moves the countdown of a wait on. */
    void tick(Instant now) {
        if (shown.isPresent() && shown.get().state() instanceof Line.State.Running(Optional<Line.Pause> pause))
            pause.ifPresent(waiting -> countdown.show(waiting.share(now), words.left(waiting.remaining(now))));
    }

    private void ended(CheckResult result) {
        switch (result.status()) {
            case PASSED -> quiet(result, State.PASSED, "wizard.livetest.state.passed");
            case SKIPPED -> {
                quiet(result, State.SKIPPED, "wizard.livetest.state.skipped");
                row.setLabel(texts.get("wizard.livetest.state.skipped"));
            }
            case NOT_REACHED -> {
                quiet(result, State.NOT_REACHED, "wizard.livetest.state.not-reached");
                row.setLabel(texts.get("wizard.livetest.state.not-reached"));
            }
            case WARNED -> {
                quiet(result, State.WARNED, "wizard.livetest.state.warned");
                explain(result, "", "", words.tell(result).remedy(), buttons(result));
            }
            case FAILED -> failed(result);
        }
    }

    private void quiet(CheckResult result, State state, String word) {
        row.setState(state, texts.get(word));
        row.setEvidence(words.evidence(result));
    }

    private void failed(CheckResult result) {
        Told told = words.tell(result);
        row.setState(State.FAILED, texts.get("wizard.livetest.state.failed"));
        row.setName(told.what());
        row.setStrong(true);
        row.setEvidence("");
        List<Button> all = new ArrayList<>();
        all.add(CopyButton.withText(
                texts.get("wizard.copy-details"), texts.get("wizard.copied"), () -> result.id() + "\n" + told.plain()));
        all.addAll(buttons(result));
        explain(result, told.cause(), told.said(), told.remedy(), all);
    }

    /** A row that is opened says as well what the check is for. */
    private void explain(CheckResult result, String cause, String said, String remedy, List<Button> buttons) {
        row.setFailure(words.proves(result.id()), cause, said, remedy, buttons.toArray(Button[]::new));
    }

    private List<Button> buttons(CheckResult result) {
        if (way == Way.NONE) return List.of();
        return model.mendingOf(result).map(this::leadingTo).stream().toList();
    }

    private Button leadingTo(Mending mending) {
        String pane = texts.get("wizard.step." + mending.step().name().toLowerCase(Locale.ROOT));
        String label = texts.get("wizard.livetest.go-to", pane);
        Button button = way == Way.SOLID ? Buttons.primary(label) : Buttons.outlined(label.replace("_", ""));
        button.setOnAction(_ -> model.goTo(mending));
        return Buttons.leadingOn(button);
    }
}
