package io.spotdock.cli;

import io.spotdock.journal.Journal;
import io.spotdock.plan.Plan;
import io.spotdock.service.Integration;
import io.spotdock.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The changes, and what each would differ in. */
@Command(
        name = "plan",
        description = "Shows what apply would change, and what each change differs in. Changes nothing.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  spotdock plan -s spotdock.yaml",
            "  spotdock plan -s spotdock.yaml --exit-code || test $? -eq 10",
            "  spotdock plan -s spotdock.yaml --json | tail -n 1 | jq .changes"
        })
final class PlanCommand extends Verb {
    @Mixin
    private Connection connection = new Connection();

    @Mixin
    private PlanOptions options = new PlanOptions();

    @Option(names = "--exit-code", description = "Exit with 10 when there are changes.")
    private boolean exitCode;

    PlanCommand(Frame frame) {
        super(frame);
    }

    @Override
    protected ExitCode run(Output output) {
        Settings settings = connection.settings(frame());
        try (Journal journal = frame().context().rooms().journals().read(settings)) {
            Integration integration = connection.open(frame(), settings, journal, Connection.ThoughtSpot.IF_GIVEN);
            Plan plan = integration.plan(options.aim());
            output.plan(plan);
            ReadinessText.tell(integration.readiness(plan), output);
            if (!plan.conflicts().isEmpty()) return ExitCode.UNDECIDED;
            return exitCode && !plan.isEmpty() ? ExitCode.CHANGES : ExitCode.OK;
        }
    }
}
