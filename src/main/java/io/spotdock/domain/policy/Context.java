package io.spotdock.domain.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A request's condition keys; their names are compared without regard to case (IAM User Guide, "Condition"). */
final class Context {
    private final TreeMap<String, List<String>> byKey = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private final TreeSet<String> untold = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    /** @param untold keys of which nobody knows whether the request has them */
    Context(Map<String, List<String>> keys, Set<String> untold) {
        this.untold.addAll(untold);
        keys.forEach((key, values) ->
                byKey.computeIfAbsent(key, _ -> new ArrayList<>()).addAll(values));
    }

    Optional<List<String>> values(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** Whether {@code key} is missing from the request, rather than one whose presence nobody can judge. */
    boolean surelyLacks(String key) {
        return !byKey.containsKey(key) && !untold.contains(key) && ConditionKeys.documented(key);
    }
}
