package io.spotdock.domain.policy;

import io.spotdock.domain.policy.Decision.Decider;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether policies do something, and the statements that make it so.
 *
 * @param by those that apply when it is sure, those that can't be judged when it isn't
 */
record Evidence(Match match, List<Decider> by) {
    static final Evidence NONE = new Evidence(Match.NO, List.of());
    static final Evidence GIVEN = new Evidence(Match.YES, List.of());

    Evidence or(Evidence other) {
        return combined(match.or(other.match), other);
    }

    Evidence and(Evidence other) {
        return combined(match.and(other.match), other);
    }

    private Evidence combined(Match whole, Evidence other) {
        if (whole.isNo()) return NONE;
        return new Evidence(
                whole,
                Stream.concat(agreeing(whole).stream(), other.agreeing(whole).stream())
                        .distinct()
                        .toList());
    }

    private List<Decider> agreeing(Match whole) {
        return match.answer() == whole.answer() ? by : List.of();
    }
}
