package io.spotdock.cli;

import io.spotdock.settings.Problem;
import java.util.List;

/** A settings file that something is wrong with. */
final class SettingsRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String source;
    private final transient List<Problem> problems;

    /** @param source the file, as the person named it */
    SettingsRefused(String source, List<Problem> problems) {
        super(source);
        this.source = source;
        this.problems = List.copyOf(problems);
    }

    String source() {
        return source;
    }

    List<Problem> problems() {
        return problems;
    }
}
