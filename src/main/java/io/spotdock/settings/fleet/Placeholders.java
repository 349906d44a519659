package io.spotdock.settings.fleet;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.RegionName;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills in what an integration's texts say of the integration itself: {@code {name}}, {@code {account-id}} and
 * {@code {region}}. Other braces stay.
 */
final class Placeholders {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(name|account-id|region)}");

    private final Map<String, String> values;

    /**
     * Those of an integration. One that is not known has been said to be missing; something legal stands for it, so
     * that no text is wrong because of it.
     */
    Placeholders(String name, Draft draft) {
        values = Map.of(
                "name",
                name,
                "account-id",
                draft.text(Field.ACCOUNT)
                        .flatMap(text -> AccountId.parse(text).good())
                        .map(AccountId::value)
                        .orElse("000000000000"),
                "region",
                draft.text(Field.REGION)
                        .flatMap(text -> RegionName.parse(text).good())
                        .map(RegionName::value)
                        .orElse("us-east-1"));
    }

    static boolean isIn(String text) {
        return PLACEHOLDER.matcher(text).find();
    }

    Draft fill(Draft draft) {
        Draft filled = draft;
        for (Map.Entry<Field, String> text : draft.texts().entrySet())
            if (text.getValue().contains("{")) filled = filled.with(text.getKey(), fill(text.getValue()));
        for (Field field : draft.maps().keySet()) {
            Map<String, String> texts = new LinkedHashMap<>(draft.map(field));
            texts.replaceAll((_, text) -> fill(text));
            filled = filled.with(field, texts);
        }
        return filled;
    }

    private String fill(String text) {
        return PLACEHOLDER.matcher(text).replaceAll(this::value);
    }

    private String value(MatchResult placeholder) {
        return Matcher.quoteReplacement(values.getOrDefault(placeholder.group(1), ""));
    }
}
