package io.spotdock.cli;

import io.spotdock.plan.Aim;
import io.spotdock.plan.Scope;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which part of the plan, and which of its conflicts are decided. */
final class PlanOptions {
    @Option(
            names = "--only",
            paramLabel = "SIDE",
            description = "Only this side: ${COMPLETION-CANDIDATES}. The other is left as it is.")
    private @Nullable Side only;

    @Mixin
    private Decisions decisions = new Decisions();

    /** A person's word on what is planned. */
    Aim aim() {
        return decisions.aim(scope());
    }

    Scope scope() {
        return Side.scope(only);
    }
}
