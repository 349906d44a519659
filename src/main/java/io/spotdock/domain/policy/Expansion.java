package io.spotdock.domain.policy;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A policy's text with its variables filled in (IAM User Guide, "IAM policy elements: Variables and tags"):
 * {@code ${key}}, {@code ${key, 'default'}}, and {@code ${*}}, {@code ${?}}, {@code ${$}} for the characters themselves.
 */
sealed interface Expansion {
    /** All filled in. */
    record Filled(Glob glob) implements Expansion {}

    /** A variable has no value: whatever is compared with it does not match, and the statement may not apply at all. */
    record Missing(String key) implements Expansion {}

    /** It can't be told what a variable stands for. */
    record Unjudged(String why) implements Expansion {}

    Pattern VARIABLE =
            Pattern.compile("\\$\\{(?:(?<special>[*?$])|\\s*(?<key>[^,'{}]+?)\\s*(?:,\\s*'(?<value>[^']*)'\\s*)?)}");

    /**
     * Fills in.
     *
     * @param variables false in documents older than 2012-10-17, where {@code ${…}} is plain text
     * @param plain how the text around the variables is read: as a pattern or literally
     */
    static Expansion of(String text, boolean variables, Context context, Function<String, Glob> plain) {
        if (!variables || !text.contains("${")) return new Filled(plain.apply(text));
        Glob glob = Glob.literal("");
        Matcher matcher = VARIABLE.matcher(text);
        int end = 0;
        while (matcher.find()) {
            glob = glob.then(plain.apply(text.substring(end, matcher.start())));
            end = matcher.end();
            switch (value(matcher, context)) {
                case Filled(Glob value) -> glob = glob.then(value);
                case Missing missing -> {
                    return missing;
                }
                case Unjudged unjudged -> {
                    return unjudged;
                }
            }
        }
        return new Filled(glob.then(plain.apply(text.substring(end))));
    }

    private static Expansion value(Matcher variable, Context context) {
        String special = variable.group("special");
        if (special != null) return new Filled(Glob.literal(special));
        String key = variable.group("key");
        Optional<List<String>> values = context.values(key);
        if (values.isPresent() && values.get().size() == 1)
            return new Filled(Glob.literal(values.get().getFirst()));
        if (values.isPresent() && values.get().size() > 1)
            return new Unjudged("the variable " + key + ", whose key has several values");
        if (values.isEmpty() && !context.surelyLacks(key)) return new Unjudged("the variable " + key);
        String otherwise = variable.group("value");
        return otherwise == null ? new Missing(key) : new Filled(Glob.literal(otherwise));
    }
}
