package io.spotdock.cli;

import java.util.Optional;

/** Asks before anything is written. */
public final class Consenting {
    private Consenting() {}

    /** Whether a person said yes; without one to ask, says what to do instead. */
    public static boolean given(Frame frame, String question) {
        Optional<Prompt> prompt = frame.prompt();
        if (prompt.isEmpty()) {
            frame.output().say(frame.context().texts().get("cli.needs-yes"));
            return false;
        }
        boolean agreed = prompt.get().confirm(question, false);
        if (!agreed) frame.output().say(frame.context().texts().get("cli.nothing-changed"));
        return agreed;
    }
}
