package io.spotdock.domain;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The public half of an access key: 16 to 128 of {@code \w} (IAM API Reference, "AccessKey"). */
public record AccessKeyId(String value) {
    private static final Pattern LEGAL = Pattern.compile("[0-9A-Za-z_]{16,128}");

    public AccessKeyId {
        IllegalValueException.unlessNull(rule(value));
    }

    public static Parsed<AccessKeyId> parse(String text) {
        return Parsed.of(text.strip(), AccessKeyId::rule, AccessKeyId::new);
    }

    /** The text is not repeated: who mixes up the fields pastes the secret here. */
    private static @Nullable Fault rule(String text) {
        return LEGAL.matcher(text).matches() ? null : Fault.of("fault.access-key-id");
    }

    @Override
    public String toString() {
        return value;
    }
}
