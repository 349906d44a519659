package io.spotdock.domain;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An AWS account: 12 digits, leading zeros included (AWS Account Management Reference, "AWS account identifiers"). */
public record AccountId(String value) {
    private static final Pattern LEGAL = Pattern.compile("[0-9]{12}");

    public AccountId {
        IllegalValueException.unlessNull(rule(value));
    }

    /** Reads an account ID; the hyphens and spaces consoles print between the groups are dropped. */
    public static Parsed<AccountId> parse(String text) {
        return Parsed.of(text.strip().replaceAll("(?<=\\d)[- ](?=\\d)", ""), AccountId::rule, AccountId::new);
    }

    private static @Nullable Fault rule(String text) {
        if (LEGAL.matcher(text).matches()) return null;
        return text.matches("[0-9]*")
                ? Fault.of("fault.account-id.length", text.length())
                : Fault.of("fault.account-id.digits", text);
    }

    @Override
    public String toString() {
        return value;
    }
}
