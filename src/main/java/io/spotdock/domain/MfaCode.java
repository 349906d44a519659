package io.spotdock.domain;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an MFA device shows: 6 digits, good once (STS API Reference, "AssumeRole", TokenCode). Never printed, since a code
 * that was not used up still signs in.
 */
public record MfaCode(String value) {
    private static final Pattern LEGAL = Pattern.compile("[0-9]{6}");

    public MfaCode {
        IllegalValueException.unlessNull(rule(value));
    }

    /** Reads a code; the space that many devices show in its middle is dropped. */
    public static Parsed<MfaCode> parse(String text) {
        return Parsed.of(text.replaceAll("\\s", ""), MfaCode::rule, MfaCode::new);
    }

    private static @Nullable Fault rule(String text) {
        return LEGAL.matcher(text).matches() ? null : Fault.of("fault.mfa-code");
    }

    @Override
    public String toString() {
        return "[hidden]";
    }
}
