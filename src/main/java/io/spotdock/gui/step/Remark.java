package io.spotdock.gui.step;

import io.spotdock.domain.Fault;
import java.util.Optional;

/** What stands under an entry in place of its hint. */
public record Remark(Kind kind, Fault text, Optional<Repair> repair) {
    public static final Remark NONE = new Remark(Kind.NONE, Standing.plain(""), Optional.empty());

    /** What it is about. */
    public enum Kind {
        NONE,
        CHECKING,
        GOOD,
        KNOW,
        LOOK,
        ERROR
    }

    /** What one click puts right. */
    public record Repair(Fault label, Runnable run) {}

    public static Remark of(Kind kind, Fault text) {
        return new Remark(kind, text, Optional.empty());
    }

    public static Remark of(Kind kind, String key, Object... arguments) {
        return of(kind, Fault.of(key, arguments));
    }

    public Remark with(Fault label, Runnable run) {
        return new Remark(kind, text, Optional.of(new Repair(label, run)));
    }

    public boolean isFault() {
        return kind == Kind.ERROR;
    }
}
