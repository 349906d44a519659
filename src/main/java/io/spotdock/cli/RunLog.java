package io.spotdock.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** What the log says of a run as a whole: which program on which system, what was asked for, and how it ended. */
final class RunLog {
    private final String version;
    private final long begun = System.nanoTime();
    private String words = "";
    private boolean told;

    RunLog(String version) {
        this.version = version;
    }

    /** Nothing is written yet. */
    void asked(ParseResult parsed) {
        words = words(parsed);
    }

    /** Nothing was asked for but what the program does by itself. */
    void askedNothing() {
        words = Cli.NAME.strip();
    }

    /** Told once, whoever asks for it. */
    synchronized void begin() {
        if (told) return;
        told = true;
        log().info(
                        "spotdock {}, Java {} of {}, {} {} {}: {}",
                        version,
                        Runtime.version(),
                        System.getProperty("java.vendor"),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        System.getProperty("os.arch"),
                        words);
    }

    void end(ExitCode code) {
        if (words.isEmpty()) return;
        begin();
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        log().info("ended with {}, {}, after {} ms", code.code(), code.result(), took.toMillis());
    }

    private static Logger log() {
        return LoggerFactory.getLogger(RunLog.class);
    }

    /** The command and its options. What is typed freely may be a secret in the wrong place, and is left out. */
    static String words(ParseResult parsed) {
        List<String> words = new ArrayList<>();
        for (ParseResult each = parsed; each != null; each = each.hasSubcommand() ? each.subcommand() : null) {
            words.add(each.commandSpec().name());
            for (OptionSpec option : each.matchedOptions()) words.add(option.longestName() + value(option));
            each.matchedPositionals().forEach(argument -> words.add(shown(argument)));
        }
        return String.join(" ", words);
    }

    private static String value(OptionSpec option) {
        return option.typeInfo().isBoolean() ? "" : "=" + shown(option);
    }

    private static String shown(ArgSpec argument) {
        boolean several = argument.typeInfo().isCollection();
        Class<?> type = several
                ? argument.typeInfo().getAuxiliaryTypes()[0]
                : argument.typeInfo().getType();
        boolean harmless =
                type == Path.class || type.isEnum() || type.isPrimitive() || Number.class.isAssignableFrom(type);
        if (!harmless) return "…";
        Object value = argument.getValue();
        return value instanceof Collection<?> all
                ? String.join(",", all.stream().map(String::valueOf).toList())
                : String.valueOf(value);
    }
}
