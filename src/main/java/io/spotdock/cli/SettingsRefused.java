package io.spotdock.cli;

import io.spotdock.settings.Problem;
import java.util.List;

/** A settings file that something is wrong with. */
public final class SettingsRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String source;
    private final transient List<Problem> problems;

    /** @param source the file, as the person named it */
    public SettingsRefused(String source, List<Problem> problems) {
        super(source);
        this.source = source;
        this.problems = List.copyOf(problems);
    }

    /** Settings that were given by options and answers; says how options are named. */
    static SettingsRefused ofOptions(Frame frame, List<Problem> problems) {
        frame.output().say(frame.context().texts().get("cli.init.options"));
        return new SettingsRefused(frame.context().texts().get("cli.init.source"), problems);
    }

    String source() {
        return source;
    }

    List<Problem> problems() {
        return problems;
    }
}
