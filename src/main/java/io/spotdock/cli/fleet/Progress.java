package io.spotdock.cli.fleet;

import io.spotdock.cli.ExitCode;
import io.spotdock.cli.Frame;
import io.spotdock.plan.Outcome;
import io.spotdock.service.Event;
import io.spotdock.service.fleet.FleetListener;
import io.spotdock.service.fleet.Result;
import io.spotdock.settings.fleet.FleetEntry;
import io.spotdock.text.Texts;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tells how a fleet gets on while it is at work: events for programs, a passing line for who watches, and where nobody
 * watches but a log is kept, a line for each that has ended. Called by one thread at a time.
 */
final class Progress implements FleetListener {
    private final Frame frame;
    private final Texts texts;
    private final Telling<?> telling;
    private final Stopwatch times;
    private final int all;
    private final int width;
    private final Map<String, Integer> changed = new HashMap<>();
    private int ended;
    private int failed;

    Progress(Frame frame, Telling<?> telling, Stopwatch times, int all) {
        this.frame = frame;
        this.texts = frame.context().texts();
        this.telling = telling;
        this.times = times;
        this.all = all;
        this.width = frame.columns().orElse(Integer.MAX_VALUE) - 1;
    }

    @Override
    public void began(FleetEntry entry) {
        times.began(entry);
    }

    @Override
    public void heard(FleetEntry entry, Event event) {
        times.heard(entry, event);
        frame.output().accept(entry.name(), event);
        switch (event) {
            case Event.Started(String subject) -> show(entry, texts.get("cli.event.started", subject));
            case Event.Waiting waiting -> show(entry, texts.of(waiting.why()));
            case Event.Finished(String _, Outcome.Changed _) -> changed.merge(entry.name(), 1, Integer::sum);
            case Event.Finished _, Event.Checked _, Event.Delivered _ -> {}
        }
    }

    private void show(FleetEntry entry, String what) {
        String counts = failed == 0
                ? texts.get("cli.fleet.status", ended, all)
                : texts.get("cli.fleet.status.failed", ended, all, failed);
        String line = Cells.plain(counts + " · " + entry.name() + ": " + what);
        frame.output().status(Cells.cut(line, width));
    }

    @Override
    public void ended(Result<?> result) {
        times.ended(result.entry());
        Row row = telling.row(result);
        ended++;
        if (row.fate().isBad()) failed++;
        Map<String, Object> facts = new LinkedHashMap<>(row.json());
        facts.remove("name");
        facts.putAll(telling.details(result));
        frame.output().ended(row.entry().name(), telling.verb(), facts);
        String word = texts.get("cli.fleet.fate." + row.fate().id());
        String said = row.says().isEmpty() ? word : word + ", " + Cells.plain(row.says());
        if (frame.isWatched()) show(row.entry(), word);
        else
            frame.output()
                    .say(texts.get("cli.fleet.ended", ended, all, row.entry().name(), said));
    }

    /** A row of the results, with what only the events told: that changes had been made before an interrupt. */
    Row asHeard(Row row) {
        int made = changed.getOrDefault(row.entry().name(), 0);
        if (row.fate() != Fate.CANCELLED || made == 0) return row;
        return new Row(
                row.entry(),
                row.fate(),
                texts.get("cli.fleet.changed", made),
                ExitCode.STOPPED,
                row.causes(),
                Map.of("changed", made));
    }
}
