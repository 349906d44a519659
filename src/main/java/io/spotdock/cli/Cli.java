package io.spotdock.cli;

import io.spotdock.domain.Fault;
import io.spotdock.log.LogLevel;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** Runs a command line. */
public final class Cli {
    static final String NAME = "spotdock ";
    private static final Set<String> HELP = Set.of("-h", "--help");
    static final Set<String> VERSION = Set.of("-V", "--version");

    private Cli() {}

    /**
     * Runs one command in the world given, and answers its exit code; everything said goes to that world's streams.
     *
     * @param families what there is beside the commands of this room
     */
    public static int run(CliContext context, List<CommandFamily> families, String... args) {
        if (args.length == 1 && VERSION.contains(args[0])) return version(context);
        try (Frame frame = new Frame(context, new GlobalOptions())) {
            return args.length == 0 ? window(frame) : run(frame, families, args);
        }
    }

    /** The window, which is to be there before picocli could be. */
    private static int window(Frame frame) {
        Mishaps mishaps = new Mishaps(frame);
        frame.record().askedNothing();
        int code;
        try {
            code = new Spotdock(frame).call();
        } catch (Exception e) {
            code = mishaps.thrown(e);
        } catch (Error e) {
            code = mishaps.bug(e);
        }
        frame.record().end(ExitCode.of(code));
        frame.output().finish(ExitCode.of(code));
        return code;
    }

    /** Scripts ask for nothing but this, and often; picocli would take longer to get ready than all the rest. */
    private static int version(CliContext context) {
        context.out().println(NAME + version());
        return ExitCode.OK.code();
    }

    private static int run(Frame frame, List<CommandFamily> families, String... args) {
        CliContext context = frame.context();
        GlobalOptions options = frame.options();
        Mishaps mishaps = new Mishaps(frame);
        CommandLine line = commands(frame, families, List.of(args));
        line.setOut(writer(context.out()));
        line.setErr(writer(context.err()));
        boolean helped =
                Arrays.stream(args).anyMatch(argument -> VERSION.contains(argument) || HELP.contains(argument));
        line.setExecutionStrategy(parsed -> {
            if (!helped) begin(frame, parsed);
            line.setColorScheme(Help.defaultColorScheme(frame.colors() ? Help.Ansi.ON : Help.Ansi.OFF));
            return new RunLast().execute(parsed);
        });
        line.setExecutionExceptionHandler((exception, _, _) -> mishaps.thrown(exception));
        line.setParameterExceptionHandler((exception, arguments) -> {
            // The options behind the mistake have not been read.
            options.json |= List.of(arguments).contains("--json");
            return mishaps.misused(exception, List.of(arguments));
        });
        ExitCode code = ExitCode.of(executed(line, mishaps, args));
        frame.record().end(code);
        if (options.verbose)
            context.own()
                    .log()
                    .trouble()
                    .ifPresent(why -> frame.output()
                            .note(Fault.of(
                                    "note.log-unwritable",
                                    context.own().directory().logs(),
                                    why)));
        if (!helped || code != ExitCode.OK) frame.output().finish(code);
        return code.code();
    }

    /** Picocli leaves alone what is no exception, and Java would then print it as it is. */
    private static int executed(CommandLine line, Mishaps mishaps, String... args) {
        try {
            return line.execute(args);
        } catch (Error e) {
            return mishaps.bug(e);
        }
    }

    /** Where a window opens, the log waits for it. */
    private static void begin(Frame frame, ParseResult parsed) {
        frame.record().asked(parsed);
        LogLevel level = frame.options().logLevel;
        if (level != null) frame.context().own().log().setLevel(level);
        ParseResult last = parsed;
        while (last.hasSubcommand()) last = last.subcommand();
        boolean window = last.commandSpec().userObject() instanceof Verb verb && verb.opensWindow();
        if (!window) frame.record().begin();
    }

    /** All there are. */
    static CommandLine commands(Frame frame, List<CommandFamily> families) {
        CommandLine root = root(frame);
        new Commands(frame, families).addAllTo(root);
        return finished(root);
    }

    /** Those that the arguments can be about, which behave as if all were there. */
    static CommandLine commands(Frame frame, List<CommandFamily> families, List<String> arguments) {
        CommandLine root = root(frame);
        new Commands(frame, families).addNeededTo(root, arguments);
        return finished(root);
    }

    private static CommandLine root(Frame frame) {
        CommandLine root = new CommandLine(new Spotdock(frame));
        root.addMixin("global", frame.options());
        root.getCommandSpec().version(NAME + version());
        return root;
    }

    /** What holds for all that have been added. */
    private static CommandLine finished(CommandLine root) {
        root.setCaseInsensitiveEnumValuesAllowed(true);
        exitCodes(root);
        return root;
    }

    private static void exitCodes(CommandLine command) {
        Map<String, String> list = new LinkedHashMap<>();
        for (ExitCode code : ExitCode.values()) list.put(String.valueOf(code.code()), code.meaning());
        command.getCommandSpec()
                .usageMessage()
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(list);
        command.getSubcommands().values().forEach(Cli::exitCodes);
    }

    static String version() {
        String version = Cli.class.getPackage().getImplementationVersion();
        return version == null ? "(development)" : version;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, stream.charset());
    }
}
