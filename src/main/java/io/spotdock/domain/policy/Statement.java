package io.spotdock.domain.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
    public Statement {
        Map<String, Map<String, List<String>>> copy = new LinkedHashMap<>();
        conditions.forEach((operator, keys) -> copy.put(operator, orderedCopy(keys)));
        conditions = Collections.unmodifiableMap(copy);
    }

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

        /** Whether an action such as {@code sts:AssumeRole} is among what this says, read as actions. */
        public boolean coversAction(String action) {
            String lower = action.toLowerCase(Locale.ROOT);
            return negated
                    != patterns.stream()
                            .anyMatch(pattern -> Glob.pattern(pattern.toLowerCase(Locale.ROOT))
                                    .matches(lower));
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
    public record Principals(boolean negated, Map<String, List<String>> byType) {
        public Principals {
            byType = orderedCopy(byType);
        }
    }

    private static Map<String, List<String>> orderedCopy(Map<String, List<String>> lists) {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        lists.forEach((key, values) -> copy.put(key, List.copyOf(values)));
        return Collections.unmodifiableMap(copy);
    }
}
