package io.spotdock.cli;

import io.spotdock.domain.Failure;
import java.util.Arrays;

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
    String result() {
        return result;
    }

    String meaning() {
        return meaning;
    }

    static ExitCode of(int code) {
        return Arrays.stream(values()).filter(e -> e.code == code).findFirst().orElse(BUG);
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
