package io.spotdock.domain.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One statement.
 *
 * @param principals absent in an identity policy
 * @param resources absent in a trust policy
 * @param conditions operator → key → values, as written; order is kept for printing and has no meaning
 */
public record Statement(
        Optional<String> sid,
        Effect effect,
        Optional<Principals> principals,
        Matched actions,
        Optional<Matched> resources,
        Map<String, Map<String, List<String>>> conditions) {

    /** What a statement does when it applies. */
    public enum Effect {
        ALLOW,
        DENY
    }

    /**
     * {@code Action} or {@code NotAction}, {@code Resource} or {@code NotResource}.
     *
     * @param negated the {@code Not…} form
     */
    public record Matched(boolean negated, List<String> patterns) {
        public Matched {
            patterns = List.copyOf(patterns);
        }

        public static Matched any(String... patterns) {
            return new Matched(false, List.of(patterns));
        }
    }

    /**
     * {@code Principal} or {@code NotPrincipal}.
     *
     * @param byType {@code AWS}, {@code Federated}, {@code Service}, {@code CanonicalUser} → values; the bare string
     *     {@code "*"} is held as {@code "*" → ["*"]}
     */
    public record Principals(boolean negated, Map<String, List<String>> byType) {}
}
