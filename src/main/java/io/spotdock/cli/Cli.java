package io.spotdock.cli;

import static java.util.Objects.requireNonNull;

import io.spotdock.domain.Fault;
import io.spotdock.log.LogLevel;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** Runs a command line. */
public final class Cli {
    private Cli() {}

    /**
     * Runs one command in the world given, and answers its exit code; everything said goes to that world's streams.
     *
     * @param families what there is beside the commands of this room
     */
    public static int run(CliContext context, List<CommandFamily> families, String... args) {
        try (Frame frame = new Frame(context, new GlobalOptions())) {
            return run(frame, families, args);
        }
    }

    private static int run(Frame frame, List<CommandFamily> families, String... args) {
        CliContext context = frame.context();
        GlobalOptions options = frame.options();
        Mishaps mishaps = new Mishaps(frame);
        CommandLine line = commands(frame, families);
        line.setOut(writer(context.out()));
        line.setErr(writer(context.err()));
        boolean helped = Arrays.stream(args).anyMatch(List.of("-h", "--help", "-V", "--version")::contains);
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

    static CommandLine commands(Frame frame, List<CommandFamily> families) {
        CommandLine root = new CommandLine(new Spotdock(frame));
        root.addMixin("global", frame.options());
        FieldOptions fields = new FieldOptions();
        CommandSpec init = CommandSpec.forAnnotatedObject(new InitCommand(frame, fields));
        fields.addTo(init);
        root.addSubcommand(init.name(), init);
        for (Verb verb : List.of(
                new WizardCommand(frame),
                new CheckSettingsCommand(frame),
                new PolicyCommand(frame),
                new ExportCommand(frame),
                new PreflightCommand(frame),
                new PlanCommand(frame),
                new ApplyCommand(frame),
                new TestCommand(frame),
                new DoctorCommand(frame),
                new DeliveriesCommand(frame),
                new SignInCommand(frame),
                new ReceiverCommand(frame),
                new DestroyCommand(frame),
                new JournalCommand(frame),
                new SandboxCommand(frame),
                new DemoCommand(frame),
                new SupportBundleCommand(frame),
                new CompletionCommand(frame))) root.addSubcommand(verb);
        root.addSubcommand(WebhookCommand.withVerbs(frame));
        families.forEach(family -> root.addSubcommand(family.of(frame)));
        root.addSubcommand(new EvaluateCommand());
        SandboxFaults.describeIn(
                requireNonNull(root.getSubcommands().get("sandbox")).getCommandSpec());
        root.getCommandSpec().version("spotdock " + version());
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
