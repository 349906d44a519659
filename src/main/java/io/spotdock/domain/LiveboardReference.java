package io.spotdock.domain;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A Liveboard as a person names it: its ID or its name, which ThoughtSpot takes alike (REST API v2,
 * {@code metadata_identifier}).
 */
public record LiveboardReference(String value) {
    private static final String GUID = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final Pattern ID = Pattern.compile(GUID);

    /** {@code …/#/pinboard/ID}, as ThoughtSpot's pages still write it, or {@code …/#/liveboard/ID}; a tab may follow. */
    private static final Pattern PAGE =
            Pattern.compile("(?i)/(?:pinboard|liveboard|embed/viz)/(" + GUID + ")(?![0-9a-f-])");

    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://.*|.*/#/.*");

    public LiveboardReference {
        IllegalValueException.unlessNull(rule(value));
    }

    /** Reads an ID, a name, or the address of a Liveboard's page, of which it keeps the ID. */
    public static Parsed<LiveboardReference> parse(String text) {
        return Parsed.of(shortened(text.strip()), LiveboardReference::rule, LiveboardReference::new);
    }

    private static String shortened(String text) {
        Matcher page = PAGE.matcher(text);
        if (page.find()) return page.group(1).toLowerCase(Locale.ROOT);
        return ID.matcher(text).matches() ? text.toLowerCase(Locale.ROOT) : text;
    }

    private static @Nullable Fault rule(String text) {
        if (text.isBlank()) return Fault.of("fault.liveboard.empty");
        if (ADDRESS.matcher(text).matches()) return Fault.of("fault.liveboard.address");
        return text.chars().anyMatch(Character::isISOControl) ? Fault.of("fault.liveboard.characters") : null;
    }

    @Override
    public String toString() {
        return value;
    }
}
