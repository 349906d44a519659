package io.spotdock.gui.change;

import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import io.spotdock.gui.change.Line.State;
import io.spotdock.gui.change.Line.Subject;
import io.spotdock.journal.Entry;
import io.spotdock.plan.Change;
import io.spotdock.plan.Outcome;
import io.spotdock.plan.Plan;
import io.spotdock.service.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** How far a plan, or taking changes back, has come: what the services say of it, added up. Replaced, never changed. */
public record Progress(List<Line> lines, Instant began) {
    public Progress {
        lines = List.copyOf(lines);
    }

    /** Of carrying out a plan, with reading back at its end. */
    public static Progress of(Plan plan, Instant now) {
        Stream<Subject> changes = plan.changes().stream().filter(Change::writes).map(Subject.Making::new);
        Stream<Subject> after = Stream.of(new Subject.Knowing(), new Subject.ReadingBack());
        return new Progress(Stream.concat(changes, after).map(Line::of).toList(), now);
    }

    /** Of taking back what stands. */
    public static Progress of(List<Entry> standing, Instant now) {
        return new Progress(
                standing.stream()
                        .map(entry -> Line.of(new Subject.TakingBack(
                                entry.resource(), entry.kind().equals("create"))))
                        .toList(),
                now);
    }

    /** The same after one more fact. */
    public Progress after(Event event, Instant now) {
        return switch (event) {
            case Event.Started started -> changed(started.subject(), _ -> new State.Running(now, Optional.empty()));
            case Event.Waiting waiting ->
                changed(
                        waiting.subject(),
                        state -> new State.Running(
                                since(state, now),
                                Optional.of(new Line.Wait(waiting.attempt(), now, waiting.next(), waiting.why()))));
            case Event.Finished(String subject, Outcome outcome) ->
                subject.equals(Event.VERIFY)
                        ? readBack(outcome, now)
                        : changed(subject, state -> ended(state, outcome, now));
            case Event.Checked _, Event.Delivered _ -> this;
        };
    }

    private Progress changed(String subject, java.util.function.UnaryOperator<State> next) {
        return firstOpen(line -> subjectOf(line).equals(subject), next);
    }

    /** A thing may be on the list twice; the services work through it from the top. */
    private Progress firstOpen(Predicate<Line> which, java.util.function.UnaryOperator<State> next) {
        List<Line> changed = new ArrayList<>(lines);
        for (int i = 0; i < changed.size(); i++) {
            Line line = changed.get(i);
            if (!isOpen(line) || !which.test(line)) continue;
            changed.set(i, line.in(next.apply(line.state())));
            return new Progress(changed, began);
        }
        return this;
    }

    private static String subjectOf(Line line) {
        return switch (line.subject()) {
            case Subject.Making(Change change) -> change.resource().toString();
            case Subject.TakingBack back -> back.resource().toString();
            case Subject.Knowing _ -> Event.VERIFY;
            case Subject.ReadingBack _ -> "";
        };
    }

    private static boolean isOpen(Line line) {
        return line.state() instanceof State.ToDo || line.state() instanceof State.Running;
    }

    private static Instant since(State state, Instant now) {
        return state instanceof State.Running running ? running.since() : now;
    }

    private static State ended(State state, Outcome outcome, Instant now) {
        return switch (outcome) {
            case Outcome.Changed(Optional<Fault> remains) ->
                new State.Done(Duration.between(since(state, now), now), remains);
            case Outcome.AlreadyRight _ -> new State.Done(Duration.between(since(state, now), now));
            case Outcome.Stopped(Failure failure) -> new State.Failed(failure);
            case Outcome.Left(Fault why) -> new State.Left(why);
            case Outcome.Cancelled _ -> state instanceof State.Running ? new State.Unsure() : new State.NotReached();
        };
    }

    /** The services wait and read back in one; a failure that is not about time is one of reading back. */
    private Progress readBack(Outcome outcome, Instant now) {
        Progress waited = switch (outcome) {
            case Outcome.Stopped(Failure.NotVisibleYet late) -> changed(Event.VERIFY, _ -> new State.Failed(late));
            case Outcome.Cancelled _ -> changed(Event.VERIFY, _ -> new State.NotReached());
            case Outcome.Stopped _, Outcome.Changed _, Outcome.AlreadyRight _, Outcome.Left _ ->
                changed(Event.VERIFY, state -> new State.Done(Duration.between(since(state, now), now)));
        };
        return switch (outcome) {
            case Outcome.Stopped(Failure.NotVisibleYet _), Outcome.Cancelled _ -> waited;
            case Outcome.Stopped _, Outcome.Changed _, Outcome.AlreadyRight _, Outcome.Left _ ->
                waited.changed("", _ -> ended(new State.Running(now, Optional.empty()), outcome, now));
        };
    }

    /** Nothing more will come. */
    public Progress ended() {
        return new Progress(
                lines.stream()
                        .map(line -> switch (line.state()) {
                            case State.ToDo _ -> line.in(new State.NotReached());
                            case State.Running _ -> line.in(new State.Unsure());
                            case State.Done _, State.Failed _, State.Unsure _, State.Left _, State.NotReached _ -> line;
                        })
                        .toList(),
                began);
    }

    /** How many changes were made, or taken back. */
    public int made() {
        return count(line -> line.subject().writes() && line.state() instanceof State.Done);
    }

    /** How many changes there are to make. */
    public int changes() {
        return count(line -> line.subject().writes());
    }

    /** Which line is worked on, from 1. */
    public int step() {
        return Math.min(lines.size(), 1 + count(line -> !isOpen(line)));
    }

    /** Whether every change that was begun has certainly ended. */
    public boolean isCertain() {
        return lines.stream().noneMatch(line -> line.state() instanceof State.Unsure);
    }

    private int count(Predicate<Line> which) {
        return (int) lines.stream().filter(which).count();
    }

    /** From 0 to 1. */
    public double share() {
        return lines.isEmpty() ? 1 : (double) count(line -> !isOpen(line)) / lines.size();
    }

    /** The line that failed. */
    public Optional<Line> failed() {
        return lines.stream()
                .filter(line -> line.state() instanceof State.Failed)
                .findFirst();
    }
}
