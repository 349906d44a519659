package io.spotdock.gui.step.livetest;

import io.spotdock.check.Catalogue;
import io.spotdock.check.Check;
import io.spotdock.check.CheckGroup;
import io.spotdock.check.CheckResult;
import io.spotdock.check.Extra;
import io.spotdock.check.Rerun;
import io.spotdock.gui.step.livetest.Line.State;
import io.spotdock.service.Event;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The checks of a test as they go along; what the services say of them, added up. Replaced, never changed. */
public record Progress(List<Line> lines) {
    public static final Progress TO_DO = before(List.of(), Set.of());

    public Progress {
        lines = List.copyOf(lines);
    }

    /** Before a run that only repeats what failed or was not reached; without results, before a whole one. */
    static Progress before(List<CheckResult> earlier, Set<Extra> extras) {
        List<Check> all = Catalogue.with(extras);
        var again = Catalogue.completed(Rerun.of(all, earlier), all).stream()
                .map(Check::id)
                .collect(Collectors.toSet());
        var known = earlier.stream().collect(Collectors.toMap(CheckResult::id, Function.identity()));
        return new Progress(all.stream()
                .map(check -> Line.of(
                        check,
                        Optional.ofNullable(known.get(check.id()))
                                .filter(_ -> !again.contains(check.id()))
                                .<State>map(State.Ended::new)
                                .orElseGet(State.ToDo::new)))
                .toList());
    }

    /** At the end of a run. */
    static Progress after(List<CheckResult> results) {
        var known = results.stream().collect(Collectors.toMap(CheckResult::id, Function.identity()));
        return new Progress(Catalogue.of(results).stream()
                .map(check -> Line.of(
                        check,
                        new State.Ended(Optional.ofNullable(known.get(check.id()))
                                .orElseGet(() -> CheckResult.notReached(check)))))
                .toList());
    }

    /** The same after one more fact. */
    Progress after(Event event, Instant now) {
        return switch (event) {
            case Event.Started started -> with(started.subject(), new State.Running(Optional.empty()));
            case Event.Waiting waiting ->
                with(
                        waiting.subject(),
                        new State.Running(Optional.of(new Line.Pause(now, waiting.next(), waiting.why()))));
            case Event.Checked(CheckResult result) -> with(result.id(), new State.Ended(result));
            case Event.Finished _, Event.Delivered _ -> this;
        };
    }

    private Progress with(String id, State state) {
        return new Progress(lines.stream()
                .map(line -> line.id().equals(id) ? line.in(state) : line)
                .toList());
    }

    /** What a check waits for, while it does. */
    Optional<Line.Pause> pauseOf(String id) {
        return lines.stream()
                .filter(line -> line.id().equals(id))
                .map(Line::state)
                .flatMap(state ->
                        state instanceof State.Running(Optional<Line.Pause> pause) ? pause.stream() : Stream.empty())
                .findFirst();
    }

    public List<Line> of(CheckGroup group) {
        return lines.stream().filter(line -> line.group() == group).toList();
    }

    public Tally tally() {
        return Tally.of(lines);
    }

    public Tally tally(CheckGroup group) {
        return Tally.of(of(group));
    }

    public boolean isRunning(CheckGroup group) {
        return of(group).stream().anyMatch(line -> line.state() instanceof State.Running);
    }

    /** The first group that has not ended, once something has begun: several are worked on at a time. */
    public Optional<CheckGroup> leading() {
        if (lines.stream().allMatch(line -> line.state() instanceof State.ToDo)) return Optional.empty();
        return Arrays.stream(CheckGroup.values())
                .filter(group -> tally(group).open() > 0)
                .findFirst();
    }
}
