package io.spotdock.check;

import java.util.List;

/** What a test does beyond the usual, where a person asks for it: its checks, and the one that says that it is over. */
public enum Extra {
    SELF_TEST("performed.", SelfTestChecks.TAKEN_OUT),
    LIVEBOARD("liveboard.", LiveboardChecks.REMOVED);

    private final String family;
    private final String ending;

    Extra(String family, String ending) {
        this.family = family;
        this.ending = ending;
    }

    /** The check that says what became of what was put outside for it; run last, whatever came of the others. */
    public String ending() {
        return ending;
    }

    List<Check> checks() {
        return switch (this) {
            case SELF_TEST -> SelfTestChecks.ALL;
            case LIVEBOARD -> LiveboardChecks.ALL;
        };
    }

    /** Whether a check belongs to it. */
    public boolean holds(String checkId) {
        return checkId.startsWith(family);
    }
}
