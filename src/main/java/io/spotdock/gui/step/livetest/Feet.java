package io.spotdock.gui.step.livetest;

import io.spotdock.domain.Fault;
import io.spotdock.gui.step.Footer;
import io.spotdock.gui.step.Footer.Command;
import io.spotdock.gui.step.Footer.Note;
import io.spotdock.gui.step.Footer.Sign;
import io.spotdock.gui.step.Place;
import io.spotdock.settings.Checked;
import io.spotdock.settings.Field;
import io.spotdock.settings.Journey;
import io.spotdock.settings.StepId;
import java.util.List;
import java.util.Optional;

/** The footer of each phase. */
final class Feet {
    private final LiveTestModel model;
    private final Place place;

    Feet(LiveTestModel model, Place place) {
        this.model = model;
        this.place = place;
    }

    /** What keeps the test from being run, and the way to where it is mended. */
    private record Obstacle(Fault reason, Runnable mend) {}

    Footer of(Phase phase) {
        return switch (phase) {
            case Phase.Before _, Phase.Broken _ ->
                start(
                        model.selfTest().get()
                                ? "wizard.livetest.footer.before-self-test"
                                : "wizard.livetest.footer.before");
            case Phase.Cancelled _ -> start(removed());
            case Phase.Running _ -> {
                Command cancel = Command.cancel(model::cancel);
                boolean stopping = model.stopping().get();
                yield new Footer(
                        Note.of(Sign.TRASH, running(stopping)),
                        false,
                        List.of(
                                stopping
                                        ? new Command(
                                                cancel.label(),
                                                cancel.look(),
                                                cancel.icon(),
                                                false,
                                                false,
                                                cancel.run())
                                        : cancel));
            }
            case Phase.Ended ended -> ended(ended.finding());
        };
    }

    private Fault running(boolean stopping) {
        if (model.deliversLiveboard())
            return Fault.of(
                    stopping
                            ? "wizard.livetest.footer.liveboard-stopping"
                            : "wizard.livetest.footer.liveboard-running");
        return Fault.of(stopping ? "wizard.livetest.footer.stopping" : "wizard.livetest.footer.running");
    }

    private Footer start(String note) {
        Optional<Obstacle> obstacle = obstacle();
        return new Footer(
                obstacle.map(found -> new Note(Sign.INFO, found.reason(), Optional.empty(), Optional.of(found.mend())))
                        .orElseGet(() -> saved().orElseGet(() -> Note.of(Sign.TRASH, Fault.of(note)))),
                true,
                List.of(Command.writing(Fault.of("wizard.livetest.run"), obstacle.isEmpty(), model::run)));
    }

    private Footer ended(Phase.Finding finding) {
        Command again = new Command(
                Fault.of(finding == Phase.Finding.PARTLY ? "wizard.livetest.run-rest" : "wizard.livetest.run-failed"),
                Footer.Look.OUTLINED,
                Optional.of("fth-refresh-cw"),
                obstacle().isEmpty(),
                true,
                model::runFailedAgain);
        Command next = Command.next(true, place.navigation()::next);
        Note note = saved().orElseGet(() -> Note.of(Sign.TRASH, ending(finding)));
        return new Footer(
                note,
                true,
                switch (finding) {
                    case PASSED, WARNED -> List.of(next);
                    case PARTLY -> List.of(again, next);
                    case FAILED -> List.of(again);
                });
    }

    private Fault ending(Phase.Finding finding) {
        if (finding == Phase.Finding.FAILED && model.deliversLiveboard())
            return Fault.of("wizard.livetest.footer.liveboard-again");
        boolean all =
                finding == Phase.Finding.PASSED && model.leftBehind().get().isEmpty();
        return all
                ? Fault.of(
                        "wizard.livetest.footer.passed",
                        model.progress().get().tally().passed(),
                        model.took().get().toSeconds())
                : Fault.of(removed());
    }

    private String removed() {
        return model.leftBehind().get().isEmpty() ? "wizard.livetest.footer.removed" : "wizard.livetest.footer.left";
    }

    private Optional<Note> saved() {
        return model.saved().get().map(note -> Note.of(note.done() ? Sign.SAVE : Sign.INFO, note.text()));
    }

    private Optional<Obstacle> obstacle() {
        if (place.draft().get().check() instanceof Checked.Bad bad) {
            Runnable mend = Field.ofPath(bad.problems().getFirst().path())
                    .<Runnable>map(field -> () -> place.navigation().goTo(Journey.stepOf(field), field))
                    .orElse(() -> place.navigation().goTo(StepId.HOSTING));
            return Optional.of(new Obstacle(Fault.of("wizard.livetest.footer.incomplete"), mend));
        }
        if (place.known().get().caller().isEmpty())
            return Optional.of(new Obstacle(
                    Fault.of("wizard.livetest.footer.signed-out"),
                    () -> place.navigation().goTo(StepId.AWS_ACCOUNT)));
        return Optional.empty();
    }
}
