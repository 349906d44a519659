package io.spotdock.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Every command there is, with what it can't do without: read off the program itself, so that none is forgotten. */
public final class CommandTree {
    private CommandTree() {}

    /**
     * A command that does something.
     *
     * @param words its name, after that of the command that holds it
     * @param needed options and arguments without which it is not understood
     * @param flags its own options that take no value
     */
    public record Leaf(List<String> words, List<Needed> needed, List<String> flags) {
        public String name() {
            return String.join(" ", words);
        }
    }

    /** {@code option} is empty for an argument. */
    public record Needed(String option, String label, boolean file) {}

    public static List<Leaf> of(CliContext context, List<CommandFamily> families) {
        List<Leaf> leaves = new ArrayList<>();
        try (Frame frame = new Frame(context, new GlobalOptions())) {
            collect(Cli.commands(frame, families), List.of(), leaves);
        }
        return leaves;
    }

    /** The commands right below the root: the name each is made by, and the one it has. */
    static Map<String, String> topLevel(CliContext context, List<CommandFamily> families) {
        try (Frame frame = new Frame(context, new GlobalOptions())) {
            return Cli.commands(frame, families).getSubcommands().entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            e -> e.getValue().getCommandSpec().name()));
        }
    }

    /** Those that are there to run these arguments. */
    static Set<String> madeFor(CliContext context, List<CommandFamily> families, List<String> arguments) {
        try (Frame frame = new Frame(context, new GlobalOptions())) {
            return Cli.commands(frame, families, arguments).getSubcommands().keySet();
        }
    }

    private static void collect(CommandLine command, List<String> above, List<Leaf> leaves) {
        for (CommandLine each : command.getSubcommands().values()) {
            List<String> words = new ArrayList<>(above);
            words.add(each.getCommandName());
            if (each.getSubcommands().isEmpty()) leaves.add(leaf(each.getCommandSpec(), words));
            else collect(each, words, leaves);
        }
    }

    private static Leaf leaf(CommandSpec spec, List<String> words) {
        List<Needed> needed = new ArrayList<>();
        List<String> flags = new ArrayList<>();
        for (OptionSpec option : spec.options()) {
            if (option.required() && option.group() == null) needed.add(needed(option.longestName(), option));
            boolean own = !option.inherited() && !option.usageHelp() && !option.versionHelp();
            if (own
                    && option.typeInfo().isBoolean()
                    && option.group() == null
                    && option.arity().max() == 0) flags.add(option.longestName());
        }
        spec.positionalParameters().stream()
                .filter(ArgSpec::required)
                .forEach(argument -> needed.add(needed("", argument)));
        return new Leaf(words, needed, flags);
    }

    private static Needed needed(String option, ArgSpec spec) {
        boolean file = spec.typeInfo().getType() == Path.class;
        return new Needed(option, spec.paramLabel().replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT), file);
    }
}
