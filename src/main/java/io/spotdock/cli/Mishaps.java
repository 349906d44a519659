package io.spotdock.cli;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.IllegalValueException;
import io.spotdock.service.Chronicle;
import io.spotdock.settings.Nearest;
import io.spotdock.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what a command threw, and turns it into an exit code. */
final class Mishaps {
    /** Options that other tools have and this one must not: arguments are seen by everyone on the machine. */
    private static final List<String> SECRET_OPTIONS =
            List.of("--token", "--password", "--secret-key", "--secret", "--api-key");

    private static final Pattern NAME = Pattern.compile("-{0,2}[a-z]+(-[a-z0-9]+)*");

    private final Frame frame;

    Mishaps(Frame frame) {
        this.frame = frame;
    }

    int thrown(Exception exception) {
        Output output = frame.output();
        return switch (exception) {
            case FailureException e -> {
                output.failure(e.failure());
                log(e);
                output.trace(e);
                yield ExitCode.of(e.failure()).code();
            }
            case SettingsRefused e -> {
                e.problems().forEach(problem -> output.problem(e.source(), problem));
                output.say(texts().get("cli.problems", e.problems().size(), e.source()));
                log().warn(
                                "settings with problems: {}",
                                e.problems().stream()
                                        .map(problem -> problem.path() + " "
                                                + problem.fault().key())
                                        .toList());
                yield ExitCode.USAGE.code();
            }
            case IllegalValueException e -> {
                output.misuse(texts().of(e.fault()));
                log().warn("a value that may not be, {}", e.fault().key());
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

    private static void log(FailureException e) {
        String words = Chronicle.words(e.failure());
        if (e.failure() instanceof Failure.Unexpected) log().error("{}", words, e);
        else log().warn("{}", words);
    }

    private static Logger log() {
        return LoggerFactory.getLogger(Mishaps.class);
    }

    int bug(Throwable exception) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        log().error("reference {}", reference, exception);
        frame.output().failure(new Failure.Unexpected(reference, ""));
        frame.output().trace(exception);
        return ExitCode.BUG.code();
    }

    /** @param arguments as given; secrets among them are not repeated */
    int misused(ParameterException e, List<String> arguments) {
        CommandLine command = e.getCommandLine();
        log().warn("wrong usage of {}", command.getCommandSpec().qualifiedName());
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
        // A word with digits in it, or of odd letters, is no mistyped command, but may be a token.
        if (!NAME.matcher(name).matches()) return texts().get("cli.usage.unknown.odd");
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
