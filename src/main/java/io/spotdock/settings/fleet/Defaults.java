package io.spotdock.settings.fleet;

import static io.spotdock.settings.Field.*;

import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import io.spotdock.settings.SignInWay;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What all integrations of a fleet have in common, unless they say otherwise. A default that does not go with what an
 * integration says is left out of it, so that one manifest can hold both hostings, and both kinds of roles.
 */
final class Defaults {
    private static final List<Field> MAPS = List.of(URL_PARAMS, HEADERS);

    private final Part part;

    Defaults(Part part) {
        this.part = part;
    }

    /** The integration's own words, and the defaults where it has none. */
    Draft under(Part own) {
        Draft whole = fitting(own);
        for (Map.Entry<Field, String> text : own.draft().texts().entrySet())
            whole = whole.with(text.getKey(), text.getValue());
        for (Field field : MAPS)
            if (whole.has(field) || own.draft().has(field)) whole = whole.with(field, united(field, own));
        return whole;
    }

    private Draft fitting(Part own) {
        Draft draft = part.draft();
        for (Field field : draft.texts().keySet()) if (own.decides(field.path())) draft = draft.without(field);
        SignInWay way = SignInWay.meantBy(own.draft());
        if (way != SignInWay.NONE) draft = way.alone(draft);
        // A role that somebody else makes goes by its ARN alone, which names it.
        if (own.draft().has(ROLE_ARN)) draft = draft.without(ROLE_NAME);
        if (own.draft().has(ROLE_NAME)) draft = draft.without(ROLE_ARN);
        String hosting =
                own.draft().text(HOSTING).or(() -> part.draft().text(HOSTING)).orElse("");
        return switch (hosting.strip().toLowerCase(Locale.ROOT)) {
            case "aws" -> draft.without(SERVICE_ACCOUNT).without(GOOGLE_PROVIDER);
            case "gcp" -> draft.without(THOUGHTSPOT_ACCOUNT).without(EXTERNAL_ID);
            default -> draft;
        };
    }

    /** By their keys; one that is left empty takes the default's away. */
    private Map<String, String> united(Field field, Part own) {
        Map<String, String> map = new LinkedHashMap<>();
        if (!own.emptied().contains(field.path()) && !own.emptied().contains("webhook"))
            map.putAll(part.draft().map(field));
        map.putAll(own.draft().map(field));
        map.keySet().removeIf(key -> own.emptied().contains(field.path() + "." + key));
        return map;
    }

    boolean holds(String path) {
        return part.places().containsKey(path);
    }

    /** Whether the default of this path is another text in each integration. */
    boolean isFilledIn(String path) {
        Draft draft = part.draft();
        Optional<String> text = Field.ofPath(path).flatMap(draft::text);
        for (Field field : MAPS)
            if (path.startsWith(field.path() + "."))
                text = Optional.ofNullable(
                        draft.map(field).get(path.substring(field.path().length() + 1)));
        return text.filter(Placeholders::isIn).isPresent();
    }

    Part part() {
        return part;
    }
}
