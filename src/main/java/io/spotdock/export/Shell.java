package io.spotdock.export;

import java.util.LinkedHashMap;
import java.util.Map;

/** Values of a POSIX shell script (POSIX.1-2017, "Shell Command Language"). */
final class Shell {
    private final Map<String, String> assignments = new LinkedHashMap<>();

    Shell set(String name, String value) {
        assignments.put(name, quoted(value));
        return this;
    }

    /** The assignments, one a line. */
    @Override
    public String toString() {
        StringBuilder lines = new StringBuilder();
        assignments.forEach(
                (name, value) -> lines.append(name).append('=').append(value).append('\n'));
        return lines.toString();
    }

    /** Between single quotes nothing has a meaning but the quote itself. */
    static String quoted(String value) {
        return "'" + value.replace("'", "'\\''") + "'";
    }
}
