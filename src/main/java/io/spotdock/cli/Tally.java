package io.spotdock.cli;

import io.spotdock.check.CheckResult;
import io.spotdock.check.CheckResult.Status;
import io.spotdock.text.Texts;
import java.util.List;

/** How many checks ended how. */
record Tally(long passed, long failed, long warned, long notReached, int all) {
    static Tally of(List<CheckResult> results) {
        return new Tally(
                count(results, Status.PASSED),
                count(results, Status.FAILED),
                count(results, Status.WARNED),
                count(results, Status.NOT_REACHED),
                results.size());
    }

    private static long count(List<CheckResult> results, Status status) {
        return results.stream().filter(result -> result.status() == status).count();
    }

    /** One sentence for people, and the exit code. */
    ExitCode tell(Output output, Texts texts) {
        output.say(texts.get("cli.tally", passed, all, failed, warned, notReached));
        return failed > 0 ? ExitCode.CHECK_FAILED : ExitCode.OK;
    }
}
