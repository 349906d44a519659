package io.spotdock.gui.step.livetest;

import io.spotdock.check.CheckResult.Status;
import java.util.List;

/**
 * How many checks of a group, or of all, are how far.
 *
 * @param open that are to do or running
 */
public record Tally(int passed, int failed, int warned, int skipped, int notReached, int open) {
    static Tally of(List<Line> lines) {
        return new Tally(
                count(lines, Status.PASSED),
                count(lines, Status.FAILED),
                count(lines, Status.WARNED),
                count(lines, Status.SKIPPED),
                count(lines, Status.NOT_REACHED),
                (int) lines.stream().filter(line -> line.result().isEmpty()).count());
    }

    private static int count(List<Line> lines, Status status) {
        return (int) lines.stream()
                .filter(line -> line.result().filter(r -> r.status() == status).isPresent())
                .count();
    }

    /** One that does not apply here is no part of the whole. */
    public int all() {
        return passed + failed + warned + notReached + open;
    }

    /** Something worked and something is worth a look are both good ends. */
    public int good() {
        return passed + warned;
    }

    /** From 0 to 1. */
    public double share() {
        return all() == 0 ? 1 : (double) (all() - open - notReached) / all();
    }
}
