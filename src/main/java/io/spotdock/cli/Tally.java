package io.spotdock.cli;

import io.spotdock.check.CheckResult;
import io.spotdock.check.CheckResult.Status;
import io.spotdock.domain.Fault;
import io.spotdock.service.InOrder;
import io.spotdock.service.Integration;
import io.spotdock.service.TestOrder;
import io.spotdock.service.TestRun;
import io.spotdock.text.Texts;
import java.util.List;
import java.util.concurrent.CancellationException;

/** How many checks ended how. */
public record Tally(long passed, long failed, long warned, long notReached, int all) {
    public static Tally of(List<CheckResult> results) {
        return new Tally(
                count(results, Status.PASSED),
                count(results, Status.FAILED),
                count(results, Status.WARNED),
                count(results, Status.NOT_REACHED),
                results.size());
    }

    /** Runs the live test, its results in order. */
    static TestRun test(Integration integration, TestOrder order, Output output) {
        try (InOrder ordered = InOrder.ofCatalogue(order.extras(), output)) {
            return integration.test(order, List.of(), ordered);
        }
    }

    /** A live test; it says too which test file it had to leave. */
    static ExitCode tell(TestRun run, Output output, Texts texts) {
        run.leftBehind().forEach(key -> output.note(Fault.of("note.test-file-left", key)));
        if (run.cancelled()) throw new CancellationException();
        return of(run.results()).tell(output, texts);
    }

    private static long count(List<CheckResult> results, Status status) {
        return results.stream().filter(result -> result.status() == status).count();
    }

    /** One sentence for people, and the exit code. */
    ExitCode tell(Output output, Texts texts) {
        long skipped = all - passed - failed - warned - notReached;
        output.say(texts.get("cli.tally", passed, all, failed, warned, notReached, skipped));
        return failed > 0 ? ExitCode.CHECK_FAILED : ExitCode.OK;
    }
}
