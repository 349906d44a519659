package io.spotdock.check;

import java.util.Set;

/**
 * One check.
 *
 * @param id stable; {@code check.ID} is its name in the text bundle, {@code check.ID.proves} a sentence on what it shows
 * @param needs checks that must have passed or warned, else this one is not reached
 * @param after checks that must have ended before it begins, however they ended
 */
public record Check(String id, CheckGroup group, Strength strength, Set<String> needs, Set<String> after, Probe probe) {
    public Check {
        needs = Set.copyOf(needs);
        after = Set.copyOf(after);
    }

    /** The work of a check. */
    @FunctionalInterface
    public interface Probe {
        /** @throws io.spotdock.domain.FailureException counts as failed, with the failure's own sentence and remedy */
        Verdict look(Subject subject);
    }

    static Check of(String id, CheckGroup group, Strength strength, Probe probe, String... needs) {
        return new Check(id, group, strength, Set.of(needs), Set.of(), probe);
    }

    /** The same, which begins only when these have ended. */
    Check after(String... others) {
        return new Check(id, group, strength, needs, Set.of(others), probe);
    }

    /** The same, looked at in another way. */
    public Check with(Probe other) {
        return new Check(id, group, strength, needs, after, other);
    }
}
