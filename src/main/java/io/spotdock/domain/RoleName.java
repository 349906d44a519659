package io.spotdock.domain;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An IAM role's name: 1 to 64 of {@code [\w+=,.@-]}, unique in the account regardless of case (IAM API Reference,
 * "CreateRole").
 */
public record RoleName(String value) {
    private static final Pattern LEGAL = Pattern.compile("[A-Za-z0-9_+=,.@-]*");

    public RoleName {
        IllegalValueException.unlessNull(rule(value));
    }

    public static Parsed<RoleName> parse(String text) {
        return Parsed.of(text.strip(), RoleName::rule, RoleName::new);
    }

    private static @Nullable Fault rule(String text) {
        if (!LEGAL.matcher(text).matches()) return Fault.of("fault.role-name.characters", text);
        return text.isEmpty() || text.length() > 64 ? Fault.of("fault.role-name.length", text.length()) : null;
    }

    @Override
    public String toString() {
        return value;
    }
}
