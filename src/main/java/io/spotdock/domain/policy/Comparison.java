package io.spotdock.domain.policy;

import java.util.Locale;
import java.util.Optional;

/**
 * The condition operators without prefix and suffix (IAM User Guide, "IAM JSON policy elements: Condition operators").
 */
enum Comparison {
    STRING_EQUALS("StringEquals", false),
    STRING_NOT_EQUALS("StringNotEquals", true),
    STRING_EQUALS_IGNORE_CASE("StringEqualsIgnoreCase", false),
    STRING_NOT_EQUALS_IGNORE_CASE("StringNotEqualsIgnoreCase", true),
    STRING_LIKE("StringLike", false),
    STRING_NOT_LIKE("StringNotLike", true),
    NUMERIC_EQUALS("NumericEquals", false),
    NUMERIC_NOT_EQUALS("NumericNotEquals", true),
    NUMERIC_LESS_THAN("NumericLessThan", false),
    NUMERIC_LESS_THAN_EQUALS("NumericLessThanEquals", false),
    NUMERIC_GREATER_THAN("NumericGreaterThan", false),
    NUMERIC_GREATER_THAN_EQUALS("NumericGreaterThanEquals", false),
    DATE_EQUALS("DateEquals", false),
    DATE_NOT_EQUALS("DateNotEquals", true),
    DATE_LESS_THAN("DateLessThan", false),
    DATE_LESS_THAN_EQUALS("DateLessThanEquals", false),
    DATE_GREATER_THAN("DateGreaterThan", false),
    DATE_GREATER_THAN_EQUALS("DateGreaterThanEquals", false),
    BOOL("Bool", false),
    BINARY_EQUALS("BinaryEquals", false),
    IP_ADDRESS("IpAddress", false),
    NOT_IP_ADDRESS("NotIpAddress", true),
    ARN_EQUALS("ArnEquals", false),
    ARN_NOT_EQUALS("ArnNotEquals", true),
    ARN_LIKE("ArnLike", false),
    ARN_NOT_LIKE("ArnNotLike", true),
    NULL("Null", false);

    private final String lowerName;
    private final boolean negated;

    Comparison(String name, boolean negated) {
        this.lowerName = name.toLowerCase(Locale.ROOT);
        this.negated = negated;
    }

    static Optional<Comparison> named(String lower) {
        for (Comparison comparison : values()) if (comparison.lowerName.equals(lower)) return Optional.of(comparison);
        return Optional.empty();
    }

    /** Whether it holds when none of the policy's values matches, and so also when the key is absent. */
    boolean negated() {
        return negated;
    }

    /**
     * Whether a request's value matches one of the policy's; for a negated operator, whether it matches the thing that
     * is denied.
     *
     * @param wanted as the policy writes it
     * @param given as the request has it
     */
    Match matches(String wanted, String given, boolean variables, Context context) {
        return switch (this) {
            case STRING_EQUALS, STRING_NOT_EQUALS ->
                filled(Expansion.of(wanted, variables, context, Glob::literal), glob -> Match.of(glob.matches(given)));
            case STRING_EQUALS_IGNORE_CASE, STRING_NOT_EQUALS_IGNORE_CASE ->
                filled(
                        Expansion.of(wanted, variables, context, Glob::literal),
                        glob -> Match.of(glob.text().equalsIgnoreCase(given)));
            case STRING_LIKE, STRING_NOT_LIKE ->
                filled(Expansion.of(wanted, variables, context, Glob::pattern), glob -> Match.of(glob.matches(given)));
            case ARN_EQUALS, ARN_LIKE, ARN_NOT_EQUALS, ARN_NOT_LIKE ->
                filled(Expansion.of(wanted, variables, context, Glob::pattern), glob -> arn(glob, given));
            case BOOL ->
                filled(
                        Expansion.of(wanted, variables, context, Glob::literal),
                        glob -> TypedValues.sameTruth(glob.text(), given));
            case NUMERIC_EQUALS, NUMERIC_NOT_EQUALS -> TypedValues.numbers(wanted, given, order -> order == 0);
            case NUMERIC_LESS_THAN -> TypedValues.numbers(wanted, given, order -> order < 0);
            case NUMERIC_LESS_THAN_EQUALS -> TypedValues.numbers(wanted, given, order -> order <= 0);
            case NUMERIC_GREATER_THAN -> TypedValues.numbers(wanted, given, order -> order > 0);
            case NUMERIC_GREATER_THAN_EQUALS -> TypedValues.numbers(wanted, given, order -> order >= 0);
            case DATE_EQUALS, DATE_NOT_EQUALS -> TypedValues.dates(wanted, given, order -> order == 0);
            case DATE_LESS_THAN -> TypedValues.dates(wanted, given, order -> order < 0);
            case DATE_LESS_THAN_EQUALS -> TypedValues.dates(wanted, given, order -> order <= 0);
            case DATE_GREATER_THAN -> TypedValues.dates(wanted, given, order -> order > 0);
            case DATE_GREATER_THAN_EQUALS -> TypedValues.dates(wanted, given, order -> order >= 0);
            case BINARY_EQUALS -> TypedValues.sameBytes(wanted, given);
            case IP_ADDRESS, NOT_IP_ADDRESS -> AddressRange.holds(wanted, given);
            case NULL -> throw new IllegalStateException("asks about presence, not about values");
        };
    }

    private Match filled(Expansion expansion, java.util.function.Function<Glob, Match> judge) {
        return switch (expansion) {
            case Expansion.Filled(Glob glob) -> judge.apply(glob);
            // AWS: an attempt to match it fails and may void the statement; a negated operator could go either way.
            case Expansion.Missing(String key) ->
                negated ? Match.unknown("the variable " + key + ", which has no value here") : Match.NO;
            case Expansion.Unjudged(String why) -> Match.unknown(why);
        };
    }

    /** ArnEquals and ArnLike behave identically: part by part, with wildcards. */
    private static Match arn(Glob wanted, String given) {
        if (wanted.isEverything()) return Match.YES;
        return wanted.isArn() ? Match.of(wanted.matchesArn(given)) : Match.unknown("a value that is not an ARN");
    }
}
