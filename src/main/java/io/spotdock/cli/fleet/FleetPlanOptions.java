package io.spotdock.cli.fleet;

import io.spotdock.cli.Decisions;
import io.spotdock.cli.Side;
import io.spotdock.plan.Aim;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which part of the plans, and which of their conflicts are decided; for all integrations alike. */
final class FleetPlanOptions {
    @Option(
            names = "--side",
            paramLabel = "SIDE",
            description = "Only this side of each: ${COMPLETION-CANDIDATES}. The other is left as it is.")
    private @Nullable Side side;

    @Mixin
    private Decisions decisions = new Decisions();

    /** A person's word on what is planned. */
    Aim aim() {
        return decisions.aim(Side.scope(side));
    }
}
