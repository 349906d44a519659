package io.spotdock.cli;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.sandbox.Sandbox;
import io.spotdock.sandbox.control.FaultValue;
import io.spotdock.sandbox.control.KnownFault;
import io.spotdock.settings.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** What can be made to go wrong in a sandbox. */
final class SandboxFaults {
    private SandboxFaults() {}

    /** Puts the list into the command's help, above its examples. */
    static void describeIn(CommandSpec sandbox) {
        List<String> footer = new ArrayList<>();
        for (KnownFault fault : Sandbox.knownFaults())
            footer.add(
                    "  " + fault.id() + " ".repeat(Math.max(1, 22 - fault.id().length())) + fault.says());
        footer.add("");
        footer.add("Examples:");
        footer.addAll(List.of(sandbox.usageMessage().footer()));
        sandbox.usageMessage().footerHeading("%nFaults:%n").footer(footer.toArray(String[]::new));
    }

    /**
     * Refuses what would be no fault.
     *
     * @param faults name → value, which is empty where none was given
     * @throws FailureException Invalid for a name that is none, and for a value that means nothing to the fault
     */
    static void check(Map<String, String> faults) {
        Map<String, KnownFault> known = new LinkedHashMap<>();
        Sandbox.knownFaults().forEach(fault -> known.put(fault.id(), fault));
        faults.forEach((name, value) -> {
            KnownFault fault = known.get(name);
            if (fault == null)
                throw invalid(Nearest.to(name, known.keySet())
                        .map(near -> Fault.of("fault.sandbox-fault.near", name, near))
                        .orElseGet(() -> Fault.of("fault.sandbox-fault", name)));
            if (!fault.value().accepts(value)) throw invalid(wrong(fault, value));
        });
    }

    private static Fault wrong(KnownFault fault, String value) {
        if (fault.value() == FaultValue.NONE) return Fault.of("fault.sandbox-fault.no-value", fault.id(), value);
        return value.isEmpty()
                ? Fault.of("fault.sandbox-fault.needs-value", fault.id(), fault.says())
                : Fault.of("fault.sandbox-fault.value", fault.id(), value, fault.says());
    }

    private static FailureException invalid(Fault fault) {
        return new FailureException(new Failure.Invalid("--fault", fault, ""));
    }
}
