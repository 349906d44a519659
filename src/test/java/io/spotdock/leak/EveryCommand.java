package io.spotdock.leak;

import io.spotdock.cli.CommandTree;
import io.spotdock.cli.CommandTree.Leaf;
import io.spotdock.cli.CommandTree.Needed;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Runs every command that the program has, in several ways, and hands on what each of them said. */
final class EveryCommand {
    /** A sandbox prints the keys to itself, which is what it is for, and runs until it is stopped. */
    private static final String SANDBOX = "sandbox";

    /** What makes a command do less, or go on for long. */
    private static final Set<String> NOT_TAKEN =
            Set.of("--list", "--follow", "--sandbox", "--self-test", "--no-tls-only");

    /** Values of arguments and options that are no files, by their label in the help. */
    private static final Map<String, String> VALUES = Map.of("shell", "bash");

    private final Office office;
    private final String settings;
    private int number;

    EveryCommand(Office office, String settings) {
        this.office = office;
        this.settings = settings;
        office.write("cases.json", "[]");
    }

    /** Hears what a run said. */
    interface Hearer {
        void heard(String command, String said);
    }

    List<Leaf> leaves() {
        return CommandTree.of(
                office.context(System.out, new PrintStream(OutputStream.nullOutputStream())), office.families());
    }

    void run(Set<String> only, Hearer hearer) {
        for (Leaf leaf : leaves()) {
            if (!only.isEmpty() && !only.contains(leaf.name())) continue;
            // What it is about was taken away by the commands before.
            if (leaf.words().getFirst().equals("webhook")) hear(List.of("apply", "--yes", "-s", settings), hearer);
            List<String> plain = arguments(leaf);
            if (leaf.name().equals(SANDBOX)) {
                interrupted(plain, hearer);
                continue;
            }
            List<String> flags = new ArrayList<>(arguments(leaf));
            leaf.flags().stream().filter(flag -> !NOT_TAKEN.contains(flag)).forEach(flags::add);
            flags.addAll(List.of("--verbose", "--log-level", "debug"));
            hear(flags, hearer);
            List<String> json = new ArrayList<>(arguments(leaf));
            json.add("--json");
            hear(json, hearer);
        }
    }

    private List<String> arguments(Leaf leaf) {
        List<String> arguments = new ArrayList<>(leaf.words());
        for (Needed needed : leaf.needed()) {
            if (!needed.option().isEmpty()) arguments.add(needed.option());
            arguments.add(value(needed));
        }
        arguments.addAll(more(leaf));
        if (Set.of("test", "doctor").contains(leaf.name()))
            arguments.addAll(List.of("--report", "report-" + ++number + ".html"));
        return arguments;
    }

    /** Without these, a command would be understood and have nothing to say. */
    private List<String> more(Leaf leaf) {
        return switch (leaf.name()) {
            case "wizard", "support-bundle", "check-settings" -> List.of("-s", settings);
            case "init" ->
                List.of(
                        "-o",
                        "init-" + ++number + ".yaml",
                        "--thoughtspot-hosting=aws",
                        "--thoughtspot-account-id=123456789012",
                        "--aws-account-id=999888777666",
                        "--bucket-name=my-bucket",
                        "--webhook-name=w",
                        "--webhook-url=https://api.example.com/hook",
                        "--webhook-authentication-bearer-token=env:TOKEN_VARIABLE");
            default -> List.of();
        };
    }

    private String value(Needed needed) {
        if (needed.option().equals("--settings")) return settings;
        if (needed.option().equals("--manifest")) return manifest();
        if (needed.option().equals("--output")) return "written-" + ++number;
        if (needed.file() || needed.label().startsWith("cases"))
            return office.in.resolve("cases.json").toString();
        return VALUES.getOrDefault(needed.label(), "x");
    }

    /** Of a fleet of one: what the settings say. */
    private String manifest() {
        String host = office.variable("SPOTDOCK_THOUGHTSPOT_URL");
        String entry = office.read(settings)
                .replaceFirst("spotdock: 1\n", "name: one\n")
                .replaceFirst("thoughtspot:\n", "thoughtspot:\n  host: \"" + host + "\"\n");
        String named = entry.indent(4).replaceFirst(" {4}", "  - ");
        return office.write("fleet.yaml", "spotdock-fleet: 1\nintegrations:\n" + named)
                .toString();
    }

    private void hear(List<String> arguments, Hearer hearer) {
        hearer.heard(String.join(" ", arguments), office.run(arguments.toArray(String[]::new)));
    }

    /** As by Ctrl-C, once it runs. */
    void interrupted(List<String> arguments, Hearer hearer) {
        AtomicReference<@Nullable String> said = new AtomicReference<>();
        CountDownLatch begun = new CountDownLatch(1);
        Thread worker = Thread.ofPlatform().name("worker").start(() -> {
            begun.countDown();
            said.set(office.run(arguments.toArray(String[]::new)));
        });
        try {
            begun.await();
            worker.interrupt();
            worker.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        hearer.heard(String.join(" ", arguments) + " (interrupted)", String.valueOf(said.get()));
    }
}
