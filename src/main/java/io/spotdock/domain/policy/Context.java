package io.spotdock.domain.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A request's condition keys; their names are compared without regard to case (IAM User Guide, "Condition"). */
final class Context {
    private final TreeMap<String, List<String>> byKey = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    Context(Map<String, List<String>> keys) {
        keys.forEach((key, values) ->
                byKey.computeIfAbsent(key, _ -> new ArrayList<>()).addAll(values));
    }

    Optional<List<String>> values(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** Whether {@code key} is missing from the request, rather than one whose presence nobody can judge. */
    boolean surelyLacks(String key) {
        return !byKey.containsKey(key) && ConditionKeys.documented(key);
    }
}
