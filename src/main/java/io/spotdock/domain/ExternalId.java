package io.spotdock.domain;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An STS external ID: 2 to 1224 of {@code [\w+=,.@:/-]}, case-sensitive (STS API Reference, "AssumeRole"). */
public record ExternalId(String value) {
    private static final Pattern LEGAL = Pattern.compile("[A-Za-z0-9_+=,.@:/-]*");

    public ExternalId {
        IllegalValueException.unlessNull(rule(value));
    }

    public static Parsed<ExternalId> parse(String text) {
        return Parsed.of(text.strip(), ExternalId::rule, ExternalId::new);
    }

    private static @Nullable Fault rule(String text) {
        if (!LEGAL.matcher(text).matches()) return Fault.of("fault.external-id.characters", text);
        return text.length() < 2 || text.length() > 1224 ? Fault.of("fault.external-id.length", text.length()) : null;
    }

    /** Whether only the case differs, which AWS takes for another ID. */
    public boolean differsInCaseOnly(ExternalId other) {
        return !equals(other) && value.equalsIgnoreCase(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
