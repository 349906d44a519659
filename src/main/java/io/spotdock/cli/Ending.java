package io.spotdock.cli;

import io.spotdock.domain.Failure;
import io.spotdock.plan.Outcome;
import io.spotdock.service.Applied;
import io.spotdock.text.Texts;
import java.util.Optional;

/** How applying or undoing ended, as an exit code and a sentence. */
public record Ending(ExitCode code, long changed, long left, Optional<Failure> refusal) {
    public static Ending of(Applied applied) {
        long left = applied.steps().stream()
                .filter(step -> step.outcome() instanceof Outcome.Left)
                .count();
        // A failure of a change was told as it happened; one that came before the first was not.
        Optional<Failure> refusal = applied.steps().isEmpty() ? applied.stopped() : Optional.empty();
        return new Ending(code(applied, left), applied.changed(), left, refusal);
    }

    private static ExitCode code(Applied applied, long left) {
        boolean half = applied.changed() > 0;
        if (applied.cancelled()) return half ? ExitCode.STOPPED : ExitCode.CANCELLED;
        if (applied.stopped().isPresent()) {
            Failure failure = applied.stopped().get();
            return half ? ExitCode.STOPPED : ExitCode.of(failure);
        }
        return left > 0 ? ExitCode.UNDECIDED : ExitCode.OK;
    }

    /** @param key of the sentences, which end in {@code .done}, {@code .left}, {@code .stopped} and {@code .nothing} */
    ExitCode tell(Output output, Texts texts, String key) {
        refusal.ifPresent(output::failure);
        output.member("changed", changed);
        String sentence = switch (code) {
            case OK -> key + ".done";
            case UNDECIDED -> key + ".left";
            case STOPPED -> key + ".stopped";
            case CHECK_FAILED, USAGE, DENIED, UNREACHABLE, CHANGES, BUG, CANCELLED -> "cli.nothing-changed";
        };
        output.say(texts.get(sentence, changed, left));
        return code;
    }
}
