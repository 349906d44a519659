package io.spotdock.check;

import java.util.Set;

/**
 * One check.
 *
 * @param id stable; {@code check.ID} is its name in the text bundle
 * @param needs checks that must have passed or warned, else this one is not reached
 */
public record Check(String id, CheckGroup group, Strength strength, Set<String> needs, Probe probe) {
    public Check {
        needs = Set.copyOf(needs);
    }

    /** The work of a check. */
    @FunctionalInterface
    public interface Probe {
        /** @throws io.spotdock.domain.FailureException counts as failed, with the failure's own sentence and remedy */
        Verdict look(Subject subject);
    }

    static Check of(String id, CheckGroup group, Strength strength, Probe probe, String... needs) {
        return new Check(id, group, strength, Set.of(needs), probe);
    }
}
