package io.spotdock.cli;

import io.spotdock.domain.Secret;
import io.spotdock.port.WebhookService;
import io.spotdock.service.Renewals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** One run of the command line: its world, its global options, and the output that these ask for. */
public final class Frame implements AutoCloseable {
    private final CliContext context;
    private final GlobalOptions options;
    private final RunLog record = new RunLog(Cli.version());
    private final List<Runnable> owned = new ArrayList<>();
    private @Nullable Output output;
    private final Renewals renewals = Renewals.ofRun(new RenewalPrompt(this));

    Frame(CliContext context, GlobalOptions options) {
        this.context = context;
        this.options = options;
    }

    public CliContext context() {
        return context;
    }

    /** What has the person sign in anew where a sign-in runs out on the way. */
    public Renewals renewals() {
        return renewals;
    }

    GlobalOptions options() {
        return options;
    }

    RunLog record() {
        return record;
    }

    /** Has a secret wiped when the command has ended, however it ends. */
    Secret owning(Secret secret) {
        owned.add(secret::close);
        return secret;
    }

    /** The same with the secrets that a connection was lent, or fetched. */
    WebhookService owning(WebhookService service) {
        owned.add(service::close);
        return service;
    }

    /** The output; to be asked for only after the options have been read. */
    public Output output() {
        if (output == null)
            output = options.json
                    ? new JsonOutput(context.out(), context.texts())
                    : new HumanOutput(
                            context.out(), context.err(), style(), isWatched(), options.verbose, context.texts());
        return output;
    }

    /** Someone to ask; empty with {@code --no-input}, or when there is no terminal. */
    public Optional<Prompt> prompt() {
        if (options.noInput) return Optional.empty();
        return context.terminal().map(terminal -> new Prompt(terminal, context.err(), context.texts()));
    }

    /** Whether to colour (NO_COLOR: no-color.org). */
    public boolean colors() {
        return switch (options.color) {
            case always -> true;
            case never -> false;
            case auto ->
                context.terminal().isPresent() && context.variable("NO_COLOR").isEmpty() && !isDumb();
        };
    }

    @Override
    public void close() {
        owned.reversed().forEach(Runnable::run);
    }

    public Style style() {
        return new Style(colors());
    }

    /** How wide lines for people may be, in columns; empty where they are read by no terminal, and may be of any width. */
    public OptionalInt columns() {
        return context.terminal()
                .map(terminal -> OptionalInt.of(terminal.columns()))
                .orElseGet(OptionalInt::empty);
    }

    /** Whether a person watches, who sees a passing line at the foot. */
    public boolean isWatched() {
        return !options.json && context.terminal().isPresent() && !isDumb();
    }

    /** Whether a person or program wants to be told more. */
    public boolean isVerbose() {
        return options.verbose;
    }

    private boolean isDumb() {
        return context.variable("TERM").equals(Optional.of("dumb"));
    }
}
