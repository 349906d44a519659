package io.spotdock.gui.step;

import io.spotdock.domain.Fault;
import java.util.Optional;

/**
 * What the list of steps says of a step. Which one is current is the shell's affair.
 *
 * @param line the answer of a step that is done ({@code text.plain} holds a bare value), or the fault in three words
 */
public record Standing(Kind kind, Optional<Fault> line) {
    public static final Standing TO_DO = new Standing(Kind.TO_DO, Optional.empty());

    /** How far a step is. */
    public enum Kind {
        TO_DO,
        DONE,
        /** Done, but something should be looked at. */
        LOOK,
        /** Something is wrong. */
        FAULT
    }

    public static Standing done(Fault answer) {
        return new Standing(Kind.DONE, Optional.of(answer));
    }

    /** Done, and a value as it stands is the answer. */
    public static Standing done(String value) {
        return done(plain(value));
    }

    public static Standing look(Fault fault) {
        return new Standing(Kind.LOOK, Optional.of(fault));
    }

    public static Standing fault(Fault fault) {
        return new Standing(Kind.FAULT, Optional.of(fault));
    }

    /** A text that is the same in every language. */
    public static Fault plain(String value) {
        return Fault.of("wizard.plain", value);
    }

    /** Whether the steps behind it may be entered. */
    public boolean isPassable() {
        return switch (kind) {
            case DONE, LOOK -> true;
            case TO_DO, FAULT -> false;
        };
    }
}
