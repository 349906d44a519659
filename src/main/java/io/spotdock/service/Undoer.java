package io.spotdock.service;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.journal.Entry;
import io.spotdock.journal.Journal;
import io.spotdock.journal.Ledger;
import io.spotdock.journal.Unread;
import io.spotdock.plan.Outcome;
import io.spotdock.plan.Scope;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Takes back what the journal says Spotdock made or changed, newest first, and nothing else. What others have changed
 * or come to rely on since is left, with the reason. One thing that can't be undone does not keep the others.
 */
public final class Undoer {
    private final Waiter waiter;
    private final InstantSource clock;

    public Undoer(Waiter waiter, InstantSource clock) {
        this.waiter = waiter;
        this.clock = clock;
    }

    public Applied undo(SignedIn signedIn, Journal journal, Event.Sink sink) {
        return undo(Scope.ALL, signedIn, journal, sink);
    }

    /** @param scope the side that is taken back; the other one stays */
    public Applied undo(Scope scope, SignedIn signedIn, Journal journal, Event.Sink listener) {
        Optional<Failure> refusal = refusal(journal);
        if (refusal.isPresent()) return new Applied(List.of(), refusal, false);
        Event.Sink sink = Chronicle.of(listener);
        List<Entry> entries = journal.entries();
        Reversals reversals = new Reversals(signedIn, entries);
        List<Applied.Step> steps = new ArrayList<>();
        Optional<Failure> stopped = Optional.empty();
        for (Entry entry : new Ledger(entries).standing()) {
            if (entry.undoing().isEmpty() || !scope.holds(entry.resource().kind())) continue;
            String subject = entry.resource().toString();
            sink.accept(new Event.Started(subject));
            Outcome outcome = Thread.currentThread().isInterrupted()
                    ? new Outcome.Cancelled()
                    : takeBack(entry, reversals, subject, sink);
            Optional<Failure> unwritten =
                    record(journal, entry, signedIn.caller().arn(), outcome);
            steps.add(new Applied.Step(entry.resource(), outcome));
            sink.accept(new Event.Finished(subject, outcome));
            // Taken back or not, the journal does not say so: the next run looks again.
            if (unwritten.isPresent()) return new Applied(steps, unwritten, false);
            if (outcome instanceof Outcome.Cancelled) return new Applied(steps, stopped, true);
            if (outcome instanceof Outcome.Stopped(Failure failure) && stopped.isEmpty())
                stopped = Optional.of(failure);
        }
        return new Applied(steps, stopped, false);
    }

    /** What a newer Spotdock did may have to go first, or may not be ours to touch any more: only that one knows. */
    public static Optional<Failure> refusal(Journal journal) {
        return journal.unread().stream()
                .filter(line -> line.why() == Unread.Why.NEWER)
                .findFirst()
                .map(line -> new Failure.Conflict("journal", Fault.of("fault.journal.newer", line.line()), ""));
    }

    private Outcome takeBack(Entry entry, Reversals reversals, String subject, Event.Sink sink) {
        try {
            return waiter.until(subject, sink, Waiter::passesByItself, () -> reversals.takeBack(entry));
        } catch (FailureException e) {
            return new Outcome.Stopped(e.failure());
        } catch (CancellationException e) {
            return new Outcome.Cancelled();
        }
    }

    /** @return why it could not be written */
    private Optional<Failure> record(Journal journal, Entry entry, String by, Outcome outcome) {
        try {
            write(journal, entry, by, outcome);
            return Optional.empty();
        } catch (FailureException e) {
            return Optional.of(e.failure());
        }
    }

    private void write(Journal journal, Entry entry, String by, Outcome outcome) {
        switch (outcome) {
            case Outcome.Changed(Optional<Fault> remains) ->
                append(
                        journal,
                        entry,
                        by,
                        Entry.State.UNDONE,
                        remains.map(Fault::key).orElse(""));
            case Outcome.AlreadyRight _ -> append(journal, entry, by, Entry.State.UNDONE, "");
            case Outcome.Left(Fault why) -> append(journal, entry, by, Entry.State.LEFT, why.key());
            case Outcome.Stopped(Failure failure) ->
                append(journal, entry, by, Entry.State.LEFT, failure.getClass().getSimpleName());
            case Outcome.Cancelled _ -> {}
        }
    }

    private void append(Journal journal, Entry entry, String by, Entry.State state, String note) {
        journal.append(new Entry(
                clock.instant(), entry.id(), state, entry.resource(), entry.kind(), Optional.empty(), by, note));
    }
}
