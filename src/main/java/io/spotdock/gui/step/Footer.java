package io.spotdock.gui.step;

import io.spotdock.domain.Fault;
import io.spotdock.service.Known;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What stands below a step: a note of what has been changed or what is missing, and the buttons at the right.
 *
 * @param back whether "Back" stands left of the commands; it is enabled unless the step is the first
 * @param commands from left to right; "Continue", "Apply", "Cancel" and such
 */
public record Footer(Note note, boolean back, List<Command> commands) {
    public Footer {
        commands = List.copyOf(commands);
    }

    /** Nothing has been changed; Continue leads on. */
    public static Footer untouched(Runnable next) {
        return new Footer(Note.NOTHING_CHANGED, true, List.of(Command.next(true, next)));
    }

    /** Continue leads on; the note says what has been changed so far. */
    public static Footer onward(Known known, Runnable next) {
        return new Footer(Note.ofChanges(known), true, List.of(Command.next(true, next)));
    }

    /** Something is missing or wrong, so that Continue is disabled; the reason leads to where it is mended. */
    public static Footer blocked(Fault reason, Runnable mend) {
        return new Footer(
                new Note(Sign.INFO, reason, Optional.empty(), Optional.of(mend)),
                true,
                List.of(Command.next(false, () -> {})));
    }

    /** Reading that a person waits for; all there is to do is to give it up. */
    public static Footer waiting(Fault what, Runnable cancel) {
        return new Footer(Note.of(Sign.INFO, what), false, List.of(Command.cancel(cancel)));
    }

    /** The same on the first step, behind which there is nothing. */
    public Footer withoutBack() {
        return new Footer(note, false, commands);
    }

    /** The icon before the note. */
    public enum Sign {
        SHIELD,
        INFO,
        DOCUMENT,
        TRASH,
        SAVE
    }

    /**
     * The note at the left.
     *
     * @param narrow a shorter one for a small window
     * @param mend where a click on it leads; it is a link then
     */
    public record Note(Sign sign, Fault text, Optional<Fault> narrow, Optional<Runnable> mend) {
        public static final Note NOTHING_CHANGED = new Note(
                Sign.SHIELD,
                Fault.of("wizard.footer.nothing-changed"),
                Optional.of(Fault.of("wizard.footer.nothing-changed.narrow")),
                Optional.empty());

        /** What Spotdock has changed so far. */
        public static Note ofChanges(Known known) {
            long changes = Stream.of(known.aws(), known.webhook())
                    .flatMap(Optional::stream)
                    .mapToLong(made -> made.applied().changed())
                    .sum();
            if (changes == 0) return NOTHING_CHANGED;
            String key = changes == 1 ? "wizard.footer.changed-one" : "wizard.footer.changed";
            return of(Sign.DOCUMENT, Fault.of(key, changes));
        }

        public static Note of(Sign sign, Fault text) {
            return new Note(sign, text, Optional.empty(), Optional.empty());
        }
    }

    /** How a button looks; one is solid on a screen. */
    public enum Look {
        SOLID,
        OUTLINED
    }

    /**
     * A button.
     *
     * @param icon a Feather literal; an arrow stands after the label, others before it
     * @param writes whether it changes something outside: such a one wants the focus on itself before Enter presses it
     */
    public record Command(
            Fault label, Look look, Optional<String> icon, boolean enabled, boolean writes, Runnable run) {
        public static Command next(boolean enabled, Runnable run) {
            return new Command(
                    Fault.of("wizard.continue"), Look.SOLID, Optional.of("fth-arrow-right"), enabled, false, run);
        }

        public static Command cancel(Runnable run) {
            return new Command(Fault.of("wizard.cancel"), Look.OUTLINED, Optional.empty(), true, false, run);
        }

        /** One that changes something outside. */
        public static Command writing(Fault label, boolean enabled, Runnable run) {
            return new Command(label, Look.SOLID, Optional.empty(), enabled, true, run);
        }
    }
}
