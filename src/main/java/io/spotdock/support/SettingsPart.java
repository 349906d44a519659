package io.spotdock.support;

import io.spotdock.domain.SecretReference;
import io.spotdock.domain.Telltales;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import io.spotdock.settings.Problem;
import io.spotdock.settings.Reading;
import io.spotdock.settings.SettingsFile;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Settings as they may be sent: what Spotdock read of the file, not the file. Where a secret stands in place of a reference,
 * nothing of it is left, and what is wrong is told by key, as its sentence may quote the file.
 */
final class SettingsPart {
    private SettingsPart() {}

    static Part of(Reading reading, Discretion discretion) {
        StringBuilder text = new StringBuilder(SettingsFile.write(discreet(reading.draft(), discretion.isAnonymous())));
        List<Problem> problems = reading.check().problems();
        if (!problems.isEmpty()) text.append("# problems:\n");
        for (Problem problem : problems) {
            String place = problem.at()
                    .map(at -> " at " + at.line() + ":" + at.column())
                    .orElse("");
            String field = Field.ofPath(problem.path()).map(Field::path).orElse("");
            text.append("#   ")
                    .append(problem.fault().key())
                    .append(place)
                    .append(field.isEmpty() ? "" : " " + field)
                    .append('\n');
        }
        return new Part("settings.yaml", Part.Kind.SETTINGS, discretion.apply(text.toString()));
    }

    private static Draft discreet(Draft draft, boolean anonymous) {
        Draft clean = draft;
        for (Field field : Field.values()) {
            switch (field.kind()) {
                case REFERENCE -> clean = withoutSecret(clean, field);
                case MAP -> clean = clean.with(field, shown(draft.map(field), anonymous));
                case TEXT, DIGITS, FLAG -> {}
            }
        }
        if (clean.has(Field.EXTERNAL_ID)) clean = clean.with(Field.EXTERNAL_ID, Telltales.HIDDEN);
        if (anonymous && clean.has(Field.DESCRIPTION)) clean = clean.with(Field.DESCRIPTION, Telltales.HIDDEN);
        if (clean.has(Field.WEBHOOK_URL))
            clean = clean.with(
                    Field.WEBHOOK_URL,
                    Telltales.hideInAddress(clean.text(Field.WEBHOOK_URL).orElse("")));
        return clean;
    }

    private static Draft withoutSecret(Draft draft, Field field) {
        boolean secret = draft.text(field)
                .filter(text -> SecretReference.parseInSession(text).good().isEmpty())
                .isPresent();
        return secret ? draft.without(field) : draft;
    }

    private static Map<String, String> shown(Map<String, String> pairs, boolean anonymous) {
        Map<String, String> shown = new TreeMap<>(Telltales.hideIn(pairs));
        if (anonymous) shown.replaceAll((_, _) -> Telltales.HIDDEN);
        return shown;
    }
}
