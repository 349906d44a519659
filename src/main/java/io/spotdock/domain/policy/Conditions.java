package io.spotdock.domain.policy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Judges a {@code Condition}: operators and keys are ANDed, a key's values ORed, and NORed under a negated operator
 * (IAM User Guide, "Conditions with multiple context keys or values").
 *
 * @param variables whether the document's version knows policy variables
 */
record Conditions(Context context, boolean variables) {
    private enum Quantifier {
        NONE,
        ANY,
        ALL
    }

    Match hold(Map<String, Map<String, List<String>>> conditions) {
        return Match.all(
                conditions.entrySet(),
                operator -> Match.all(
                        operator.getValue().entrySet(), key -> holds(operator.getKey(), key.getKey(), key.getValue())));
    }

    private Match holds(String operator, String key, List<String> wanted) {
        String base = operator.toLowerCase(Locale.ROOT);
        Quantifier quantifier = Quantifier.NONE;
        if (base.startsWith("foranyvalue:")) quantifier = Quantifier.ANY;
        if (base.startsWith("forallvalues:")) quantifier = Quantifier.ALL;
        base = base.substring(base.indexOf(':') + 1);
        boolean ifExists = base.endsWith("ifexists");
        if (ifExists) base = base.substring(0, base.length() - "ifexists".length());
        Optional<Comparison> comparison = Comparison.named(base);
        boolean colons = operator.indexOf(':') >= 0 && quantifier == Quantifier.NONE;
        if (comparison.isEmpty() || colons) return Match.unknown("the operator " + operator);
        if (comparison.get() == Comparison.NULL)
            return ifExists || quantifier != Quantifier.NONE
                    ? Match.unknown("the operator " + operator)
                    : absent(key, wanted);
        Optional<List<String>> given = context.values(key);
        if (given.isEmpty() && !context.surelyLacks(key)) return Match.unknown("the condition key " + key);
        if (given.isEmpty()) return ofAbsent(quantifier, ifExists, comparison.get());
        return ofPresent(quantifier, comparison.get(), key, wanted, given.get());
    }

    /** {@code Null}: "true" asks for a key that is absent or has no value. */
    private Match absent(String key, List<String> wanted) {
        Optional<List<String>> given = context.values(key);
        if (given.isEmpty() && !context.surelyLacks(key)) return Match.unknown("the condition key " + key);
        boolean absent = given.isEmpty() || isNull(given.get());
        return Match.any(wanted, value -> TypedValues.sameTruth(value, String.valueOf(absent)));
    }

    private static Match ofAbsent(Quantifier quantifier, boolean ifExists, Comparison comparison) {
        if (ifExists) return Match.YES;
        return switch (quantifier) {
            case NONE -> Match.of(comparison.negated());
            case ANY -> Match.NO;
            case ALL -> Match.YES;
        };
    }

    private Match ofPresent(
            Quantifier quantifier, Comparison comparison, String key, List<String> wanted, List<String> given) {
        return named(
                key,
                switch (quantifier) {
                    case ANY ->
                        isNull(given) ? Match.NO : Match.any(given, value -> satisfies(comparison, wanted, value));
                    case ALL ->
                        isNull(given) ? Match.YES : Match.all(given, value -> satisfies(comparison, wanted, value));
                    case NONE -> {
                        if (given.isEmpty()) yield Match.of(comparison.negated());
                        // AWS wants a set operator for several values and does not say what happens without one.
                        Match any = Match.any(given, value -> satisfies(comparison, wanted, value));
                        Match all = Match.all(given, value -> satisfies(comparison, wanted, value));
                        yield any.equals(all) ? any : Match.unknown("several values without a set operator");
                    }
                });
    }

    private Match satisfies(Comparison comparison, List<String> wanted, String given) {
        Match match = Match.any(wanted, value -> comparison.matches(value, given, variables, context));
        return comparison.negated() ? match.not() : match;
    }

    /** A value that "resolves to a null data set, such as an empty string". */
    private static boolean isNull(List<String> given) {
        return given.stream().allMatch(String::isEmpty);
    }

    private static Match named(String key, Match match) {
        return match.isYes() || match.isNo() ? match : Match.unknown("the condition key " + key + ": " + match.why());
    }
}
