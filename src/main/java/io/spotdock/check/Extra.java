package io.spotdock.check;

import java.util.List;

/** What a test does beyond the usual, where a person asks for it: its checks, and the one that says that it is over. */
public enum Extra {
    SELF_TEST("performed.", SelfTestChecks.TAKEN_OUT, SelfTestChecks.ALL),
    LIVEBOARD("liveboard.", LiveboardChecks.REMOVED, LiveboardChecks.ALL);

    private final String family;
    private final String ending;
    private final List<Check> checks;

    Extra(String family, String ending, List<Check> checks) {
        this.family = family;
        this.ending = ending;
        this.checks = checks;
    }

    /** The check that says what became of what was put outside for it; run last, whatever came of the others. */
    public String ending() {
        return ending;
    }

    List<Check> checks() {
        return checks;
    }

    /** Whether a check belongs to it. */
    public boolean holds(String checkId) {
        return checkId.startsWith(family);
    }
}
