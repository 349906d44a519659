package io.spotdock.cli;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.sandbox.Sandbox;
import io.spotdock.settings.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** What can be made to go wrong in a sandbox. */
final class SandboxFaults {
    private SandboxFaults() {}

    /** Name → what it does, and what value it takes where it takes one. */
    static Map<String, String> all() {
        return Sandbox.knownFaults();
    }

    /** Puts the list into the command's help, above its examples. */
    static void describeIn(CommandSpec sandbox) {
        List<String> footer = new ArrayList<>();
        all().forEach((name, says) -> footer.add("  " + name + " ".repeat(Math.max(1, 22 - name.length())) + says));
        footer.add("");
        footer.add("Examples:");
        footer.addAll(List.of(sandbox.usageMessage().footer()));
        sandbox.usageMessage().footerHeading("%nFaults:%n").footer(footer.toArray(String[]::new));
    }

    /** @throws FailureException Invalid for a name that is none */
    static void check(Iterable<String> names) {
        for (String name : names)
            if (!all().containsKey(name))
                throw new FailureException(new Failure.Invalid(
                        "--fault",
                        Nearest.to(name, all().keySet())
                                .map(near -> Fault.of("fault.sandbox-fault.near", name, near))
                                .orElseGet(() -> Fault.of("fault.sandbox-fault", name)),
                        ""));
    }
}
