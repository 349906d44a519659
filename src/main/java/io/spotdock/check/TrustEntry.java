package io.spotdock.check;

import io.spotdock.domain.policy.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * A statement of a trust policy that lets somebody assume the role.
 *
 * @param index its place in the document, from 0
 */
record TrustEntry(int index, Statement statement, List<Whom> whom) {
    /** Whom a statement names. */
    record Whom(Kind kind, String name) {}

    /** Who that is to us. */
    enum Kind {
        THOUGHTSPOT,
        EVERYONE,
        /** A user or role that is no more. */
        DELETED,
        SOMEBODY
    }

    boolean names(Kind kind) {
        return whom.stream().anyMatch(one -> one.kind() == kind);
    }

    String cite() {
        return Judged.cite(statement.sid(), index);
    }

    /** What a key is compared with, by whatever operator. */
    Set<String> values(String key) {
        Set<String> values = new TreeSet<>();
        statement
                .conditions()
                .values()
                .forEach(byKey -> byKey.forEach((found, wanted) -> {
                    if (found.equalsIgnoreCase(key)) values.addAll(wanted);
                }));
        return values;
    }

    /** Whether a key is compared by patterns, and one of them has a wildcard. */
    boolean hasWildcard(String key) {
        return statement.conditions().entrySet().stream()
                .filter(operator -> operator.getKey().toLowerCase(Locale.ROOT).contains("like"))
                .flatMap(operator -> operator.getValue().entrySet().stream())
                .filter(byKey -> byKey.getKey().equalsIgnoreCase(key))
                .flatMap(byKey -> byKey.getValue().stream())
                .anyMatch(value -> value.contains("*") || value.contains("?"));
    }

    boolean covers(String action) {
        return statement.actions().coversAction(action);
    }
}
