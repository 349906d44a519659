package io.spotdock.cli;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.IllegalValueException;
import io.spotdock.settings.Nearest;
import io.spotdock.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what a command threw, and turns it into an exit code. */
final class Mishaps {
    /** Options that other tools have and this one must not: arguments are seen by everyone on the machine. */
    private static final List<String> SECRET_OPTIONS =
            List.of("--token", "--password", "--secret-key", "--secret", "--api-key");

    private final Frame frame;

    Mishaps(Frame frame) {
        this.frame = frame;
    }

    int thrown(Exception exception) {
        Output output = frame.output();
        return switch (exception) {
            case FailureException e -> {
                output.failure(e.failure());
                log(e.failure(), e);
                output.trace(e);
                yield ExitCode.of(e.failure()).code();
            }
            case SettingsRefused e -> {
                e.problems().forEach(problem -> output.problem(e.source(), problem));
                output.say(texts().get("cli.problems", e.problems().size(), e.source()));
                yield ExitCode.USAGE.code();
            }
            case IllegalValueException e -> {
                output.misuse(texts().of(e.fault()));
                yield ExitCode.USAGE.code();
            }
            case CancellationException _, InterruptedException _ -> {
                output.say(texts().get("cli.cancelled"));
                yield ExitCode.CANCELLED.code();
            }
            case ParameterException e -> misused(e, List.of());
            default -> bug(exception);
        };
    }

    private void log(Failure failure, FailureException e) {
        if (failure instanceof Failure.Unexpected(String reference, String _))
            LoggerFactory.getLogger(Mishaps.class).error("reference {}", reference, e);
    }

    private int bug(Exception exception) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LoggerFactory.getLogger(Mishaps.class).error("reference {}", reference, exception);
        frame.output().failure(new Failure.Unexpected(reference, ""));
        frame.output().trace(exception);
        return ExitCode.BUG.code();
    }

    /** @param arguments as given; secrets among them are not repeated */
    int misused(ParameterException e, List<String> arguments) {
        CommandLine command = e.getCommandLine();
        frame.output().misuse(secretOption(arguments).orElseGet(() -> sentence(e)));
        frame.output()
                .say(texts().get("cli.usage.help", command.getCommandSpec().qualifiedName()));
        return ExitCode.USAGE.code();
    }

    private Optional<String> secretOption(List<String> arguments) {
        return arguments.stream()
                .map(argument -> argument.split("=", 2)[0])
                .filter(SECRET_OPTIONS::contains)
                .findFirst()
                .map(name -> texts().get("cli.usage.secret", name));
    }

    private String sentence(ParameterException e) {
        if (!(e instanceof UnmatchedArgumentException unmatched)) return String.valueOf(e.getMessage());
        // What follows an unknown option may be a secret: only the option's own name is repeated.
        String first = unmatched.getUnmatched().getFirst();
        for (String argument : unmatched.getUnmatched().reversed()) if (argument.startsWith("-")) first = argument;
        String name = first.split("=", 2)[0];
        Optional<String> near = Nearest.to(name, known(e.getCommandLine(), name.startsWith("-")));
        return near.map(known -> texts().get("cli.usage.unknown.near", name, known))
                .orElseGet(() -> texts().get("cli.usage.unknown", name));
    }

    private static Set<String> known(CommandLine command, boolean option) {
        return option
                ? command.getCommandSpec().optionsMap().keySet()
                : command.getSubcommands().keySet();
    }

    private Texts texts() {
        return frame.context().texts();
    }
}
