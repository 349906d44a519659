package io.spotdock.gui.step.review;

import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import io.spotdock.gui.step.Footer;
import io.spotdock.gui.step.Footer.Command;
import io.spotdock.gui.step.Footer.Look;
import io.spotdock.gui.step.Footer.Note;
import io.spotdock.gui.step.Footer.Sign;
import io.spotdock.gui.step.Standing;
import io.spotdock.plan.Change;
import io.spotdock.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the list of steps and the footer say of each phase. */
final class Summary {
    private Summary() {}

    /**
     * The step's standing.
     *
     * @param made how many changes AWS was last given
     * @param ready whether AWS is as the entries want it
     */
    static Standing standing(Phase phase, long made, boolean ready) {
        if (ready) return Standing.done(Fault.of("wizard.review.standing.made", made));
        return switch (phase) {
            case Phase.Unread _ -> Standing.fault(Fault.of("wizard.review.standing.unread"));
            case Phase.Planned(Plan plan) ->
                plan.conflicts().isEmpty()
                        ? Standing.TO_DO
                        : Standing.fault(Fault.of(
                                "wizard.review.standing.conflicts",
                                plan.conflicts().size()));
            case Phase.Stopped _ -> Standing.fault(Fault.of("wizard.review.standing.stopped"));
            case Phase.Reading _, Phase.Applying _, Phase.Ready _, Phase.Undoing _, Phase.Undone _ -> Standing.TO_DO;
        };
    }

    static Footer footer(ReviewModel model) {
        if (model.asking().get()) return question(model);
        return switch (model.phase().get()) {
            case Phase.Reading _ -> new Footer(Note.NOTHING_CHANGED, true, List.of());
            case Phase.Unread _ ->
                new Footer(Note.NOTHING_CHANGED, true, List.of(solid(Fault.of("wizard.try-again"), model::plan)));
            case Phase.Planned(Plan plan) -> planned(model, plan);
            case Phase.Applying _, Phase.Undoing _ -> running(model);
            case Phase.Stopped stopped -> stopped(model, stopped);
            case Phase.Ready ready -> {
                Command next = Command.next(true, () -> model.navigation().next());
                yield new Footer(
                        made(ready.applied().changed()),
                        true,
                        ready.standing().isEmpty() ? List.of(next) : List.of(undo(model), next));
            }
            case Phase.Undone undone ->
                new Footer(
                        Note.of(
                                Sign.DOCUMENT,
                                Fault.of(
                                        "wizard.review.footer.undone",
                                        undone.progress().made())),
                        true,
                        List.of(solid(Fault.of("wizard.review.again"), model::plan)));
        };
    }

    private static Footer planned(ReviewModel model, Plan plan) {
        if (plan.isEmpty()) return Footer.untouched(() -> model.navigation().next());
        int conflicts = plan.conflicts().size();
        long changes = plan.changes().stream().filter(Change::writes).count();
        Command apply = Command.writing(Fault.of("wizard.review.apply", changes), conflicts == 0, model::apply);
        Note note = conflicts == 0
                ? Note.NOTHING_CHANGED
                : new Note(
                        Sign.INFO,
                        Fault.of("wizard.review.footer.decide", conflicts),
                        Optional.empty(),
                        Optional.of(model::leadToDecision));
        return new Footer(note, true, List.of(apply));
    }

    private static Footer running(ReviewModel model) {
        Command cancel = model.stopping().get()
                ? new Command(Fault.of("wizard.cancel"), Look.OUTLINED, Optional.empty(), false, false, () -> {})
                : Command.cancel(model::stopWriting);
        int done = model.progress().get().made();
        Note note = model.stopping().get()
                ? Note.of(Sign.INFO, Fault.of("wizard.review.footer.stopping"))
                : model.phase().get() instanceof Phase.Undoing
                        ? Note.of(Sign.DOCUMENT, Fault.of("wizard.review.footer.undone", done))
                        : made(done);
        return new Footer(note, false, List.of(cancel));
    }

    private static Footer stopped(ReviewModel model, Phase.Stopped stopped) {
        List<Command> commands = new ArrayList<>();
        if (!stopped.standing().isEmpty()) commands.add(undo(model));
        commands.add(Command.writing(Fault.of(resume(stopped)), true, model::resume));
        return new Footer(made(stopped.applied().changed()), true, commands);
    }

    private static String resume(Phase.Stopped stopped) {
        return stopped.applied()
                .stopped()
                .map(failure ->
                        failure instanceof Failure.NotVisibleYet ? "wizard.review.keep-waiting" : "wizard.try-again")
                .orElse("wizard.review.resume");
    }

    private static Footer question(ReviewModel model) {
        int changes = model.phase().get().undoable().size();
        return new Footer(
                Note.of(Sign.DOCUMENT, Fault.of("wizard.review.footer.journal", changes)),
                false,
                List.of(
                        Command.cancel(model::keep),
                        Command.writing(Fault.of("wizard.review.undo", changes), true, model::undo)));
    }

    private static Note made(long changes) {
        return Note.of(Sign.DOCUMENT, Fault.of("wizard.review.footer.made", changes));
    }

    private static Command undo(ReviewModel model) {
        return new Command(
                Fault.of("wizard.review.undo", model.phase().get().undoable().size()),
                Look.OUTLINED,
                Optional.of("fth-rotate-ccw"),
                true,
                false,
                model::askUndo);
    }

    private static Command solid(Fault label, Runnable run) {
        return new Command(label, Look.SOLID, Optional.empty(), true, false, run);
    }
}
