package io.spotdock.cli;

import static java.util.Objects.requireNonNull;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
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
        GlobalOptions options = new GlobalOptions();
        Frame frame = new Frame(context, options);
        Mishaps mishaps = new Mishaps(frame);
        CommandLine line = commands(frame, families);
        line.setOut(writer(context.out()));
        line.setErr(writer(context.err()));
        line.setExecutionStrategy(parsed -> {
            line.setColorScheme(Help.defaultColorScheme(frame.colors() ? Help.Ansi.ON : Help.Ansi.OFF));
            return new RunLast().execute(parsed);
        });
        line.setExecutionExceptionHandler((exception, _, _) -> mishaps.thrown(exception));
        line.setParameterExceptionHandler((exception, arguments) -> {
            // The options behind the mistake have not been read.
            options.json |= List.of(arguments).contains("--json");
            return mishaps.misused(exception, List.of(arguments));
        });
        ExitCode code = ExitCode.of(line.execute(args));
        boolean helped = Arrays.stream(args).anyMatch(List.of("-h", "--help", "-V", "--version")::contains);
        if (!helped || code != ExitCode.OK) frame.output().finish(code);
        return code.code();
    }

    private static CommandLine commands(Frame frame, List<CommandFamily> families) {
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
                new ReceiverCommand(frame),
                new DestroyCommand(frame),
                new JournalCommand(frame),
                new SandboxCommand(frame),
                new DemoCommand(frame),
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

    private static String version() {
        String version = Cli.class.getPackage().getImplementationVersion();
        return version == null ? "(development)" : version;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, stream.charset());
    }
}
