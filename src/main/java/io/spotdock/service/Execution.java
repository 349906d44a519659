package io.spotdock.service;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Org;
import io.spotdock.domain.resource.ResourceId;
import io.spotdock.domain.resource.ResourceKind;
import io.spotdock.journal.Entry;
import io.spotdock.journal.Journal;
import io.spotdock.journal.Undoing;
import io.spotdock.plan.Change;
import io.spotdock.plan.Outcome;
import io.spotdock.plan.Plan;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Carries out a plan: each change is written to the journal, made, and written again; at the end everything is read back
 * and compared until the outside shows what was made. Stops before the next change when interrupted or when one fails.
 *
 * @param by who is at work, for the journal
 * @param org in which ThoughtSpot is changed, for the journal too; empty where that is not known
 */
record Execution(Waiter waiter, InstantSource clock, Journal journal, String by, Optional<Org> org, Event.Sink sink) {
    /**
     * Runs.
     *
     * @param actions how each change is made; empty for one that writes nothing
     * @param again plans anew, to see whether all is as planned
     * @throws IllegalArgumentException when the plan holds conflicts, which a person has to decide first
     */
    Applied run(Plan plan, Function<Change, Optional<Actions.Action>> actions, Supplier<Plan> again) {
        if (!plan.conflicts().isEmpty()) throw new IllegalArgumentException("the plan holds conflicts");
        List<Applied.Step> steps = new ArrayList<>();
        for (Change change : plan.changes()) {
            Outcome outcome = Thread.currentThread().isInterrupted()
                    ? new Outcome.Cancelled()
                    : carryOut(change, actions.apply(change));
            steps.add(new Applied.Step(change.resource(), outcome));
            sink.accept(new Event.Finished(change.resource().toString(), outcome));
            if (outcome instanceof Outcome.Stopped(Failure failure))
                return new Applied(steps, Optional.of(failure), false);
            if (outcome instanceof Outcome.Cancelled) return new Applied(steps, Optional.empty(), true);
        }
        if (plan.isEmpty()) return new Applied(steps, Optional.empty(), false);
        return verified(steps, again);
    }

    private Outcome carryOut(Change change, Optional<Actions.Action> action) {
        if (action.isEmpty()) return new Outcome.AlreadyRight();
        String subject = change.resource().toString();
        sink.accept(new Event.Started(subject));
        Line line = new Line(UUID.randomUUID().toString(), change);
        // What the journal can't hold is not begun.
        return line.added(Entry.State.BEGUN, Optional.of(action.get().undoing()), "")
                .<Outcome>map(Outcome.Stopped::new)
                .orElseGet(() -> performed(action.get(), subject, line));
    }

    private Outcome performed(Actions.Action action, String subject, Line line) {
        try {
            Undoing undoing = waiter.until(subject, sink, Waiter::passesByItself, action::perform);
            // Without that line the one before it stands: it says that the change may have been made.
            return line.added(Entry.State.DONE, Optional.of(undoing), "")
                    .<Outcome>map(Outcome.Stopped::new)
                    .orElseGet(Outcome.Changed::new);
        } catch (FailureException e) {
            if (!action.halfDone() && certain(e.failure()))
                line.added(
                        Entry.State.FAILED,
                        Optional.empty(),
                        e.failure().getClass().getSimpleName());
            if (action.standsAnyway()) return new Outcome.AlreadyRight();
            return new Outcome.Stopped(e.failure());
        } catch (CancellationException e) {
            return new Outcome.Cancelled();
        }
    }

    /** Whether a failure proves that nothing was changed. A lost answer does not. */
    static boolean certain(Failure failure) {
        return switch (failure) {
            case Failure.Denied _,
                    Failure.Missing _,
                    Failure.AlreadyThere _,
                    Failure.Conflict _,
                    Failure.Invalid _,
                    Failure.Throttled _,
                    Failure.Expired _,
                    Failure.NotVisibleYet _ -> true;
            case Failure.Unreachable _, Failure.Unexpected _ -> false;
        };
    }

    private Applied verified(List<Applied.Step> steps, Supplier<Plan> again) {
        sink.accept(new Event.Started(Event.VERIFY));
        try {
            waiter.until(Event.VERIFY, sink, Waiter::passesByItself, () -> {
                Plan left = again.get();
                left.changes().stream()
                        .filter(change -> change.writes() || change instanceof Change.Conflict)
                        .findFirst()
                        .ifPresent(change -> {
                            throw new FailureException(
                                    new Failure.NotVisibleYet(change.resource().toString(), ""));
                        });
                return left;
            });
            sink.accept(new Event.Finished(Event.VERIFY, new Outcome.AlreadyRight()));
            return new Applied(steps, Optional.empty(), false);
        } catch (FailureException e) {
            sink.accept(new Event.Finished(Event.VERIFY, new Outcome.Stopped(e.failure())));
            return new Applied(steps, Optional.of(e.failure()), false);
        } catch (CancellationException e) {
            sink.accept(new Event.Finished(Event.VERIFY, new Outcome.Cancelled()));
            return new Applied(steps, Optional.empty(), true);
        }
    }

    /** The journal's lines about one change. */
    private final class Line {
        private final String id;
        private final ResourceId resource;
        private final String kind;

        Line(String id, Change change) {
            this.id = id;
            this.resource = change.resource();
            this.kind = change.kind();
        }

        private Optional<Org> place() {
            return org.filter(_ -> resource.kind().group() == ResourceKind.Group.THOUGHTSPOT);
        }

        /** @return why it could not be written */
        Optional<Failure> added(Entry.State state, Optional<Undoing> undoing, String note) {
            try {
                journal.append(new Entry(clock.instant(), id, state, resource, kind, undoing, by, place(), note));
                return Optional.empty();
            } catch (FailureException e) {
                return Optional.of(e.failure());
            }
        }
    }
}
