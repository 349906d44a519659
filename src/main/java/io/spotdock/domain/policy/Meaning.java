package io.spotdock.domain.policy;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.spotdock.domain.policy.Statement.Effect;
import io.spotdock.domain.policy.Statement.Matched;
import io.spotdock.domain.policy.Statement.Principals;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * What a document says, with everything that makes no difference taken away, so that two of them compare by
 * {@code equals}.
 *
 * @param variables whether {@code ${…}} is a variable here or a plain text; true as well where none occurs
 */
record Meaning(boolean variables, Set<Said> statements) {
    private static final Pattern ROOT = Pattern.compile("arn:aws:iam::([0-9]{12}):root");

    private record Said(
            Effect effect, Optional<Whom> whom, What actions, Optional<What> resources, Set<Test> conditions) {}

    private record Whom(boolean negated, Set<List<String>> principals) {}

    private record What(boolean negated, Set<String> patterns) {}

    private record Test(String operator, String key, Set<String> values) {}

    static Meaning of(PolicyDocument document) {
        Set<Said> said = document.statements().stream().map(Meaning::of).collect(toUnmodifiableSet());
        boolean modern = document.version().equals(Optional.of(PolicyDocument.VERSION));
        return new Meaning(modern || document.statements().stream().noneMatch(Meaning::holdsVariable), said);
    }

    private static boolean holdsVariable(Statement statement) {
        return statement.resources().stream()
                        .flatMap(r -> r.patterns().stream())
                        .anyMatch(p -> p.contains("${"))
                || statement.conditions().values().stream()
                        .flatMap(keys -> keys.values().stream())
                        .flatMap(List::stream)
                        .anyMatch(v -> v.contains("${"));
    }

    private static Said of(Statement statement) {
        return new Said(
                statement.effect(),
                statement.principals().map(Meaning::of),
                // Actions are compared without regard to case (IAM User Guide, "IAM JSON policy elements: Action").
                of(statement.actions(), Meaning::lower),
                statement.resources().map(r -> of(r, UnaryOperator.identity())),
                tests(statement));
    }

    private static What of(Matched matched, UnaryOperator<String> form) {
        return new What(matched.negated(), matched.patterns().stream().map(form).collect(toUnmodifiableSet()));
    }

    private static Whom of(Principals principals) {
        Set<List<String>> all = new HashSet<>();
        principals.byType().forEach((type, values) -> values.forEach(value -> all.add(principal(type, value))));
        return new Whom(principals.negated(), Set.copyOf(all));
    }

    /** "*" and {"AWS": "*"} are the same, and so are an account and its root (IAM User Guide, "Principal"). */
    private static List<String> principal(String type, String value) {
        if (!type.equals("AWS")) return List.of(type, value);
        if (value.equals("*")) return List.of("*", "*");
        var root = ROOT.matcher(value);
        return List.of(type, root.matches() ? root.group(1) : value);
    }

    private static Set<Test> tests(Statement statement) {
        Set<Test> tests = new HashSet<>();
        statement
                .conditions()
                .forEach((operator, keys) ->
                        keys.forEach((key, values) -> tests.add(test(lower(operator), lower(key), values))));
        return Set.copyOf(tests);
    }

    private static Test test(String operator, String key, List<String> values) {
        boolean truth = operator.startsWith("bool") || operator.equals("null");
        return new Test(
                operator, key, values.stream().map(v -> truth ? lower(v) : v).collect(toUnmodifiableSet()));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
