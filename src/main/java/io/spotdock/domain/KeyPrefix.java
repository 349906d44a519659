package io.spotdock.domain;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What every delivered object key begins with; may be empty. At most 1024 bytes of UTF-8, the length of a key, with no
 * slash in front (Amazon S3 User Guide, "Naming Amazon S3 objects"). The characters {@code *}, {@code ?} and {@code $}
 * are refused because a policy's {@code Resource} reads them as wildcards and variables, which would grant more than
 * the prefix, and {@linkplain Unseen what nobody sees} because a policy is read by people.
 */
public record KeyPrefix(String value) {
    public static final KeyPrefix NONE = new KeyPrefix("");

    /** The longest object key in bytes of UTF-8. */
    public static final int LONGEST_KEY = 1024;

    public KeyPrefix {
        IllegalValueException.unlessNull(rule(value));
    }

    public static Parsed<KeyPrefix> parse(String text) {
        return Parsed.of(text, KeyPrefix::rule, KeyPrefix::new);
    }

    private static @Nullable Fault rule(String text) {
        if (text.startsWith("/")) return Fault.of("fault.prefix.slash", text);
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > LONGEST_KEY) return Fault.of("fault.prefix.length", bytes);
        for (String wild : new String[] {"*", "?", "$"})
            if (text.contains(wild)) return Fault.of("fault.prefix.wildcard", wild);
        if (Unseen.in(text)) return Fault.of("fault.prefix.characters", Unseen.shown(text));
        return null;
    }

    /** Whether there is a prefix that does not end like a folder, so that {@code exportsold/} would fall under it too. */
    public boolean isOpenEnded() {
        return !value.isEmpty() && !value.endsWith("/");
    }

    @Override
    public String toString() {
        return value;
    }
}
