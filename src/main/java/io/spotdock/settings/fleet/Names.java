package io.spotdock.settings.fleet;

import io.spotdock.domain.Fault;
import io.spotdock.domain.Parsed;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names of fleets and of their integrations; they are parts of file names too. */
final class Names {
    private static final int LONGEST = 64;
    private static final Pattern LEGAL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    private Names() {}

    static Parsed<String> parse(String text) {
        return Parsed.of(text.strip(), Names::rule, name -> name);
    }

    private static @Nullable Fault rule(String text) {
        if (!LEGAL.matcher(text).matches()) return Fault.of("fault.fleet.name.characters");
        return text.length() > LONGEST ? Fault.of("fault.fleet.name.length", LONGEST, text.length()) : null;
    }

    /** A legal name from a file's, without its ending. */
    static String of(Path file) {
        String name = String.valueOf(file.getFileName())
                .replaceFirst("\\.[A-Za-z]+$", "")
                .replaceAll("[^A-Za-z0-9._-]+", "-")
                .replaceFirst("^[^A-Za-z0-9]+", "");
        return name.isEmpty() ? "fleet" : name.substring(0, Math.min(LONGEST, name.length()));
    }
}
