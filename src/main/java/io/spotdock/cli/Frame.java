package io.spotdock.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One run of the command line: its world, its global options, and the output that these ask for. */
final class Frame {
    private final CliContext context;
    private final GlobalOptions options;
    private @Nullable Output output;

    Frame(CliContext context, GlobalOptions options) {
        this.context = context;
        this.options = options;
    }

    CliContext context() {
        return context;
    }

    GlobalOptions options() {
        return options;
    }

    /** The output; to be asked for only after the options have been read. */
    Output output() {
        if (output == null)
            output = options.json
                    ? new JsonOutput(context.out(), context.texts())
                    : new HumanOutput(
                            context.out(),
                            context.err(),
                            new Style(colors()),
                            context.terminal().isPresent() && !isDumb(),
                            options.verbose,
                            context.texts());
        return output;
    }

    /** Someone to ask; empty with {@code --no-input}, or when there is no terminal. */
    Optional<Prompt> prompt() {
        if (options.noInput) return Optional.empty();
        return context.terminal().map(terminal -> new Prompt(terminal, context.err(), context.texts()));
    }

    /** Whether to colour (NO_COLOR: no-color.org). */
    boolean colors() {
        return switch (options.color) {
            case always -> true;
            case never -> false;
            case auto ->
                context.terminal().isPresent() && context.variable("NO_COLOR").isEmpty() && !isDumb();
        };
    }

    private boolean isDumb() {
        return context.variable("TERM").equals(Optional.of("dumb"));
    }
}
