package io.spotdock.domain;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The unique ID of a Google service account, the {@code sub} of its ID tokens: digits only, 21 of them today (Google
 * Cloud IAM, "Service account identifiers"); 10 to 30 are accepted.
 */
public record ServiceAccountId(String value) {
    private static final Pattern LEGAL = Pattern.compile("[0-9]{10,30}");

    public ServiceAccountId {
        IllegalValueException.unlessNull(rule(value));
    }

    public static Parsed<ServiceAccountId> parse(String text) {
        return Parsed.of(text.strip(), ServiceAccountId::rule, ServiceAccountId::new);
    }

    private static @Nullable Fault rule(String text) {
        return LEGAL.matcher(text).matches() ? null : Fault.of("fault.service-account-id", text);
    }

    @Override
    public String toString() {
        return value;
    }
}
