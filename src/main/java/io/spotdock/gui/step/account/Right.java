package io.spotdock.gui.step.account;

import io.spotdock.domain.Fault;
import java.util.Optional;

/**
 * A line of what one may do.
 *
 * @param actions AWS's names, as they are shown
 * @param said why not, or why that can't be told
 */
public record Right(String id, Fault name, String actions, State state, Optional<Fault> said) {
    /** What is known of it. */
    public enum State {
        TO_DO,
        RUNNING,
        ALLOWED,
        REFUSED,
        /** AWS doesn't tell. */
        UNTOLD
    }

    Right in(State now) {
        return new Right(id, name, actions, now, said);
    }

    Right ended(State now, Optional<Fault> why) {
        return new Right(id, name, actions, now, why);
    }

    boolean isTold() {
        return switch (state) {
            case TO_DO, RUNNING -> false;
            case ALLOWED, REFUSED, UNTOLD -> true;
        };
    }
}
