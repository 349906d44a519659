package io.spotdock.plan;

import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.policy.SelfTestStatement;
import io.spotdock.domain.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Two policy documents as fields that a person compares. */
public final class PolicyComparison {
    private PolicyComparison() {}

    static List<Difference> trust(PolicyDocument found, PolicyDocument wanted) {
        PolicyDocument lasting = SelfTestStatement.without(found);
        List<Difference> differences = new ArrayList<>();
        SelfTestStatement.in(found).forEach(statement -> differences.add(forgotten(statement)));
        if (!lasting.means(wanted)) differences.addAll(lasting(lasting, wanted));
        return differences;
    }

    /** What a self-test left, which goes away by itself and is no part of what the policy says else. */
    private static Difference forgotten(Statement statement) {
        return new Difference(
                "field.temporary-statement",
                List.of(SelfTestStatement.whom(statement)),
                List.of(),
                Optional.of("note.temporary-statement"));
    }

    private static List<Difference> lasting(PolicyDocument found, PolicyDocument wanted) {
        List<Difference> differences = new ArrayList<>();
        add(differences, "field.principal", principals(found), principals(wanted));
        add(differences, "field.action", actions(found), actions(wanted));
        Map<String, Set<String>> before = conditions(found);
        Map<String, Set<String>> after = conditions(wanted);
        Set<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        for (String key : keys)
            add(differences, field(key), before.getOrDefault(key, Set.of()), after.getOrDefault(key, Set.of()));
        if (differences.isEmpty()) differences.add(statements(found, wanted));
        // Of a policy that is new there is nothing to remark.
        return found.statements().isEmpty()
                ? differences.stream().map(PolicyComparison::bare).toList()
                : differences;
    }

    private static Difference bare(Difference difference) {
        return new Difference(difference.field(), difference.found(), difference.wanted(), Optional.empty());
    }

    static List<Difference> permissions(PolicyDocument found, PolicyDocument wanted) {
        List<Difference> differences = new ArrayList<>();
        add(differences, "field.allow", actions(found), actions(wanted));
        add(differences, "field.on", resources(found), resources(wanted));
        add(
                differences,
                "field.conditions",
                conditions(found).keySet(),
                conditions(wanted).keySet());
        if (differences.isEmpty()) differences.add(statements(found, wanted));
        return differences;
    }

    /** Principals that {@code found} lets in and {@code wanted} does not name. */
    public static Set<String> otherPrincipals(PolicyDocument found, PolicyDocument wanted) {
        Set<String> others = new TreeSet<>(principals(found));
        others.removeAll(principals(wanted));
        return others;
    }

    /** The fields are the same, but how they are combined is not. */
    private static Difference statements(PolicyDocument found, PolicyDocument wanted) {
        return new Difference(
                "field.statements",
                List.of(String.valueOf(found.statements().size())),
                List.of(String.valueOf(wanted.statements().size())),
                Optional.of("note.statements-differ"));
    }

    private static void add(List<Difference> differences, String field, Set<String> found, Set<String> wanted) {
        if (found.equals(wanted)) return;
        differences.add(new Difference(field, List.copyOf(found), List.copyOf(wanted), note(field, found, wanted)));
    }

    private static Optional<String> note(String field, Set<String> found, Set<String> wanted) {
        if (!field.equals("field.external-id")) return Optional.empty();
        if (found.isEmpty()) return Optional.of("note.no-external-id");
        return Optional.of(lower(found).equals(lower(wanted)) ? "note.case-only" : "note.external-id-replaced");
    }

    private static Set<String> lower(Set<String> values) {
        Set<String> lower = new TreeSet<>();
        values.forEach(value -> lower.add(value.toLowerCase(Locale.ROOT)));
        return lower;
    }

    private static String field(String conditionKey) {
        return switch (conditionKey) {
            case "StringEquals sts:externalid" -> "field.external-id";
            case "StringEquals accounts.google.com:sub" -> "field.service-account";
            case "StringEquals accounts.google.com:aud" -> "field.audience";
            default -> "field.condition:" + conditionKey;
        };
    }

    private static Set<String> principals(PolicyDocument document) {
        return set(document.statements().stream().flatMap(PolicyComparison::principals));
    }

    private static Stream<String> principals(Statement statement) {
        return statement.principals().stream()
                .flatMap(principals -> principals.byType().entrySet().stream()
                        .flatMap(type -> type.getValue().stream()
                                .map(value -> (principals.negated() ? "not " : "") + spelledOut(value))));
    }

    /** An account may be written as its number, which means its root (IAM User Guide, "Principal"). */
    private static String spelledOut(String principal) {
        return principal.matches("[0-9]{12}") ? "arn:aws:iam::" + principal + ":root" : principal;
    }

    private static Set<String> actions(PolicyDocument document) {
        return set(document.statements().stream().flatMap(statement -> patterns(statement, statement.actions())));
    }

    private static Set<String> resources(PolicyDocument document) {
        return set(document.statements().stream()
                .flatMap(statement -> statement.resources().stream().flatMap(r -> patterns(statement, r))));
    }

    private static Stream<String> patterns(Statement statement, Statement.Matched matched) {
        String sign = (statement.effect() == Statement.Effect.DENY ? "deny " : "") + (matched.negated() ? "not " : "");
        return matched.patterns().stream().map(pattern -> sign + pattern);
    }

    private static Map<String, Set<String>> conditions(PolicyDocument document) {
        Map<String, Set<String>> byKey = new TreeMap<>();
        document.statements()
                .forEach(statement -> statement
                        .conditions()
                        .forEach((operator, keys) -> keys.forEach((key, values) -> byKey.computeIfAbsent(
                                        operator + " " + key.toLowerCase(Locale.ROOT), _ -> new TreeSet<>())
                                .addAll(values))));
        return byKey;
    }

    private static Set<String> set(Stream<String> values) {
        return values.collect(java.util.stream.Collectors.toCollection(TreeSet::new));
    }
}
