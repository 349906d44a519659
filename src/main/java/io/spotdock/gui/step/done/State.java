package io.spotdock.gui.step.done;

import io.spotdock.check.CheckResult.Status;
import io.spotdock.service.Known;
import io.spotdock.service.Known.Tested;
import io.spotdock.settings.Checked;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import io.spotdock.settings.Journey;
import io.spotdock.settings.Settings;
import io.spotdock.settings.StepId;
import java.util.Optional;

/** How far everything is, and which step goes on from there. */
sealed interface State {
    /** ThoughtSpot itself has written a file. */
    record Proven(Tested tested) implements State {}

    /** All is set up; a test is missing, or was not the whole of it. */
    record Untested() implements State {}

    record TestedInPart() implements State {}

    record Faulty(long failed) implements State {}

    /** AWS is ready, ThoughtSpot doesn't know of it. */
    record WithoutWebhook() implements State {}

    record NotApplied() implements State {}

    record Incomplete(StepId step) implements State {}

    static State of(Draft draft, Known known) {
        return switch (draft.check()) {
            case Checked.Bad bad ->
                new Incomplete(Field.ofPath(bad.problems().getFirst().path())
                        .map(Journey::stepOf)
                        .orElse(StepId.HOSTING));
            case Checked.Good(Settings settings) -> of(settings, draft.roleMadeElsewhere(), known);
        };
    }

    private static State of(Settings settings, boolean madeElsewhere, Known known) {
        Optional<Tested> tested = known.testOf(settings);
        // What was tested is there, whoever made it and when.
        if (tested.isPresent()) return of(tested.get());
        if (!madeElsewhere && !known.awsIsReadyFor(settings)) return new NotApplied();
        return known.webhookIsReadyFor(settings) ? new Untested() : new WithoutWebhook();
    }

    private static State of(Tested tested) {
        long failed = tested.count(Status.FAILED);
        if (failed > 0) return new Faulty(failed);
        return tested.isProof() ? new Proven(tested) : new TestedInPart();
    }

    /** Where to go on; nowhere when all is done. */
    default Optional<StepId> next() {
        return switch (this) {
            case Proven _ -> Optional.empty();
            case Untested _, TestedInPart _, Faulty _ -> Optional.of(StepId.LIVE_TEST);
            case WithoutWebhook _ -> Optional.of(StepId.WEBHOOK);
            case NotApplied _ -> Optional.of(StepId.REVIEW);
            case Incomplete incomplete -> Optional.of(incomplete.step());
        };
    }

    /** Whether there is something to hand on. */
    default boolean isSetUp() {
        return switch (this) {
            case Proven _, Untested _, TestedInPart _, Faulty _ -> true;
            case WithoutWebhook _, NotApplied _, Incomplete _ -> false;
        };
    }
}
