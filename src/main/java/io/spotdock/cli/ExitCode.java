package io.spotdock.cli;

import io.spotdock.domain.Failure;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** How a command ended, for the shell; the one table of it. */
public enum ExitCode {
    OK(0, "ok", "done, or all checks passed"),
    CHECK_FAILED(1, "failed", "a check failed, or drift found"),
    USAGE(2, "failed", "wrong usage or settings"),
    DENIED(3, "failed", "denied"),
    UNDECIDED(4, "failed", "needs a decision: a conflict, or no --yes"),
    UNREACHABLE(5, "failed", "could not reach, timed out, throttled"),
    STOPPED(6, "failed", "stopped half-way; the journal says where"),
    CHANGES(10, "ok", "plan --exit-code: there are changes"),
    BUG(70, "failed", "a bug, with a reference"),
    CANCELLED(130, "cancelled", "cancelled");

    /** What leaves most to be mended or found out comes first. */
    private static final List<ExitCode> FROM_THE_WORST =
            List.of(BUG, STOPPED, CANCELLED, DENIED, USAGE, UNREACHABLE, UNDECIDED, CHECK_FAILED, CHANGES);

    private final int code;
    private final String result;
    private final String meaning;

    ExitCode(int code, String result, String meaning) {
        this.code = code;
        this.result = result;
        this.meaning = meaning;
    }

    public int code() {
        return code;
    }

    /** The word of the {@code result} line. */
    public String result() {
        return result;
    }

    String meaning() {
        return meaning;
    }

    static ExitCode of(int code) {
        return Arrays.stream(values()).filter(e -> e.code == code).findFirst().orElse(BUG);
    }

    /** How a command over many ends, each of which ended in its own way: as the worst of them. */
    public static ExitCode worst(Collection<ExitCode> codes) {
        return FROM_THE_WORST.stream().filter(codes::contains).findFirst().orElse(OK);
    }

    public static ExitCode of(Failure failure) {
        return switch (failure) {
            case Failure.Denied _, Failure.Expired _ -> DENIED;
            case Failure.Missing _, Failure.Invalid _ -> USAGE;
            case Failure.AlreadyThere _, Failure.Conflict _ -> UNDECIDED;
            case Failure.Throttled _, Failure.Unreachable _, Failure.NotVisibleYet _ -> UNREACHABLE;
            case Failure.Unexpected _ -> BUG;
        };
    }
}
