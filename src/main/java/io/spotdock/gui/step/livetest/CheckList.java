package io.spotdock.gui.step.livetest;

import io.spotdock.check.CheckGroup;
import io.spotdock.check.CheckResult;
import io.spotdock.check.CheckResult.Status;
import io.spotdock.gui.control.CardList;
import io.spotdock.gui.control.GroupRow;
import io.spotdock.gui.control.State;
import io.spotdock.gui.control.StatusRow;
import io.spotdock.text.Texts;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;

/**
 * All checks, in groups. A group is open while it is the first that has not ended, or holds what is to be looked at; a
 * person may differ.
 */
final class CheckList {
    private final LiveTestModel model;
    private final Texts texts;
    private final CheckWords words;
    private final CardList card = new CardList();
    private final Map<CheckGroup, GroupRow> groups = new EnumMap<>(CheckGroup.class);
    private final Map<CheckGroup, Shown> shown = new EnumMap<>(CheckGroup.class);
    private final Map<String, CheckRow> rows = new LinkedHashMap<>();

    /** @param leading whether it is the first that has not ended: of those under way, only that one is open */
    private record Shown(State state, boolean leading) {
        boolean isOpen() {
            return switch (state) {
                case FAILED, WARNED -> true;
                case RUNNING, TODO -> leading;
                case PASSED, NOTED, NOT_REACHED, SKIPPED -> false;
            };
        }
    }

    CheckList(LiveTestModel model, Texts texts, CheckWords words) {
        this.model = model;
        this.texts = texts;
        this.words = words;
        for (CheckGroup group : CheckGroup.values()) {
            GroupRow node = new GroupRow(words.name(group));
            groups.put(group, node);
            card.getChildren().add(node);
        }
        arrange(model.progress().get());
        model.now().subscribe(this::tick);
    }

    Node node() {
        return card;
    }

    GroupRow group(CheckGroup group) {
        return java.util.Objects.requireNonNull(groups.get(group));
    }

    /** A row for each check: those of a self-test come and go. */
    private void arrange(Progress progress) {
        List<String> ids = progress.lines().stream().map(Line::id).toList();
        if (ids.equals(List.copyOf(rows.keySet()))) return;
        Map<String, CheckRow> former = Map.copyOf(rows);
        rows.clear();
        for (Line line : progress.lines())
            rows.put(
                    line.id(),
                    Optional.ofNullable(former.get(line.id()))
                            .orElseGet(() -> new CheckRow(model, texts, words, line)));
        groups.forEach((group, node) -> node.rows()
                .setAll(progress.of(group).stream()
                        .flatMap(line -> Optional.ofNullable(rows.get(line.id())).stream())
                        .map(CheckRow::node)
                        .toList()));
    }

    private void tick(Instant now) {
        rows.values().forEach(row -> row.tick(now));
    }

    /** @param settled whether the test has ended, so that buttons may lead away */
    void show(Progress progress, boolean settled) {
        arrange(progress);
        Optional<String> first = firstToMend(progress);
        for (Line line : progress.lines()) {
            CheckRow.Way way = !settled
                    ? CheckRow.Way.NONE
                    : first.equals(Optional.of(line.id())) ? CheckRow.Way.SOLID : CheckRow.Way.OUTLINED;
            Optional.ofNullable(rows.get(line.id())).ifPresent(row -> row.show(line, way));
        }
        groups.forEach((group, row) -> show(group, row, progress));
    }

    private void show(CheckGroup group, GroupRow row, Progress progress) {
        Tally tally = progress.tally(group);
        State state = stateOf(tally, progress.isRunning(group));
        row.setState(state, texts.get(word(state)));
        row.setCount(count(tally));
        Shown now = new Shown(state, progress.leading().equals(Optional.of(group)));
        if (!now.equals(shown.put(group, now))) row.setOpen(now.isOpen());
    }

    private static State stateOf(Tally tally, boolean running) {
        if (tally.failed() > 0) return State.FAILED;
        if (running) return State.RUNNING;
        if (tally.open() > 0) return State.TODO;
        if (tally.warned() > 0) return State.WARNED;
        if (tally.notReached() > 0) return State.NOT_REACHED;
        return tally.all() == 0 ? State.SKIPPED : State.PASSED;
    }

    private static String word(State state) {
        return switch (state) {
            case TODO -> "wizard.livetest.state.to-do";
            case RUNNING -> "wizard.livetest.state.running";
            case PASSED, NOTED -> "wizard.livetest.state.passed";
            case WARNED -> "wizard.livetest.state.warned";
            case FAILED -> "wizard.livetest.state.failed";
            case NOT_REACHED -> "wizard.livetest.state.not-reached";
            case SKIPPED -> "wizard.livetest.state.skipped";
        };
    }

    /** "8 to do", "8 of 10 passed", "6 passed", "1 failed, 2 not reached". */
    private String count(Tally tally) {
        if (tally.open() > 0)
            return tally.open() == tally.all()
                    ? texts.get("wizard.livetest.count.to-do", tally.open())
                    : texts.get("wizard.livetest.count.some", tally.passed(), tally.all());
        if (tally.all() == 0) return texts.get("wizard.livetest.count.skipped", tally.skipped());
        String bad = Stream.of(
                        part("wizard.livetest.count.failed", tally.failed()),
                        part("wizard.livetest.count.warned", tally.warned()),
                        part("wizard.livetest.count.not-reached", tally.notReached()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return bad.isEmpty() ? texts.get("wizard.livetest.count.passed", tally.passed()) : bad;
    }

    private Optional<String> part(String key, int count) {
        return count == 0 ? Optional.empty() : Optional.of(texts.get(key, count));
    }

    /** The finding whose way out is the solid button: the first failure that a step mends. */
    private Optional<String> firstToMend(Progress progress) {
        return progress.lines().stream()
                .flatMap(line -> line.result().stream())
                .filter(result -> result.status() == Status.FAILED)
                .filter(result -> model.mendingOf(result).isPresent())
                .map(CheckResult::id)
                .findFirst();
    }

    Optional<StatusRow> firstFailed(Progress progress) {
        return progress.lines().stream()
                .flatMap(line -> line.result().stream())
                .filter(result -> result.status() == Status.FAILED)
                .findFirst()
                .flatMap(result -> Optional.ofNullable(rows.get(result.id())))
                .map(CheckRow::node);
    }
}
