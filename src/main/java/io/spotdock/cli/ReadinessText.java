package io.spotdock.cli;

import io.spotdock.check.CheckResult;
import io.spotdock.domain.Fault;
import io.spotdock.service.Event;
import io.spotdock.service.Readiness;
import java.util.Set;

/** What is wrong with a role that somebody else made, beside the plan that relies on it. */
final class ReadinessText {
    private ReadinessText() {}

    static void tell(Readiness readiness, Output output) {
        for (CheckResult finding : readiness.findings()) output.accept(new Event.Checked(finding));
        Set<String> lacking = readiness.lacking();
        if (!lacking.isEmpty()) output.note(Fault.of("note.role-not-visible", String.join(", ", lacking)));
    }
}
