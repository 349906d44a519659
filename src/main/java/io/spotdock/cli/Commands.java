package io.spotdock.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The commands below the root, by name and in the order of its help. Picocli reads each off its class by reflection, which is
 * most of what a short run does; so one is made only when the arguments may be about it.
 */
final class Commands {
    private final Map<String, Supplier<CommandLine>> byName = new LinkedHashMap<>();

    Commands(Frame frame, List<CommandFamily> families) {
        byName.put("init", () -> init(frame));
        verb("wizard", () -> new WizardCommand(frame));
        verb("check-settings", () -> new CheckSettingsCommand(frame));
        verb("policy", () -> new PolicyCommand(frame));
        verb("export", () -> new ExportCommand(frame));
        verb("preflight", () -> new PreflightCommand(frame));
        verb("plan", () -> new PlanCommand(frame));
        verb("apply", () -> new ApplyCommand(frame));
        verb("test", () -> new TestCommand(frame));
        verb("doctor", () -> new DoctorCommand(frame));
        verb("deliveries", () -> new DeliveriesCommand(frame));
        verb("sign-in", () -> new SignInCommand(frame));
        verb("receiver", () -> new ReceiverCommand(frame));
        verb("destroy", () -> new DestroyCommand(frame));
        verb("journal", () -> new JournalCommand(frame));
        byName.put("sandbox", () -> sandbox(frame));
        verb("demo", () -> new DemoCommand(frame));
        verb("support-bundle", () -> new SupportBundleCommand(frame));
        verb("updates", () -> new UpdatesCommand(frame));
        verb("completion", () -> new CompletionCommand(frame));
        byName.put("webhook", () -> WebhookCommand.withVerbs(frame));
        families.forEach(family -> byName.put(family.name(), () -> family.of(frame)));
        byName.put("evaluate", () -> new CommandLine(new EvaluateCommand()));
    }

    private void verb(String name, Supplier<Verb> verb) {
        byName.put(name, () -> new CommandLine(verb.get()));
    }

    private static CommandLine init(Frame frame) {
        FieldOptions fields = new FieldOptions();
        CommandSpec init = CommandSpec.forAnnotatedObject(new InitCommand(frame, fields));
        fields.addTo(init);
        return new CommandLine(init);
    }

    private static CommandLine sandbox(Frame frame) {
        CommandLine sandbox = new CommandLine(new SandboxCommand(frame));
        SandboxFaults.describeIn(sandbox.getCommandSpec());
        return sandbox;
    }

    void addAllTo(CommandLine root) {
        byName.keySet().forEach(name -> addTo(root, name));
    }

    /** Adds those that these arguments can be about: usually one, and all where they begin with no command's name. */
    void addNeededTo(CommandLine root, List<String> arguments) {
        if (Cli.VERSION.containsAll(arguments)) return;
        String first = arguments.getFirst();
        // Completion completes all the others.
        if (byName.containsKey(first) && !first.equals("completion")) addTo(root, first);
        else addAllTo(root);
    }

    private void addTo(CommandLine root, String name) {
        Supplier<CommandLine> command = byName.get(name);
        if (command != null) root.addSubcommand(name, command.get());
    }
}
