package io.spotdock.cli;

import io.spotdock.journal.Journal;
import io.spotdock.plan.Plan;
import io.spotdock.plan.Scope;
import io.spotdock.service.Applied;
import io.spotdock.service.Integration;
import io.spotdock.settings.Settings;
import io.spotdock.text.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The plan, carried out. */
@Command(
        name = "apply",
        description = "Shows the plan, asks, and carries it out. A second time it changes nothing.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  spotdock apply -s spotdock.yaml",
            "  spotdock apply -s spotdock.yaml --yes --no-input",
            "  spotdock apply -s spotdock.yaml --only aws",
            "  spotdock apply -s spotdock.yaml --overwrite webhook",
            "  spotdock apply -s spotdock.yaml --only webhook --renew-secrets"
        })
final class ApplyCommand extends Verb {
    @Mixin
    private Connection connection = new Connection();

    @Mixin
    private PlanOptions options = new PlanOptions();

    @Option(
            names = {"-y", "--yes"},
            description = "Carry the plan out without asking. Conflicts still need --overwrite.")
    private boolean yes;

    ApplyCommand(Frame frame) {
        super(frame);
    }

    @Override
    ExitCode run(Output output) {
        Settings settings = connection.settings(frame());
        Texts texts = frame().context().texts();
        try (Journal journal = frame().context().rooms().journals().write(settings)) {
            Integration integration =
                    connection.open(frame(), settings, journal, Connection.need(settings, options.scope()));
            Plan plan = integration.plan(options.aim());
            output.plan(plan);
            if (!plan.conflicts().isEmpty()) {
                output.say(texts.get("cli.apply.conflicts", plan.conflicts().size()));
                return ExitCode.UNDECIDED;
            }
            if (plan.isEmpty()) {
                if (options.scope() != Scope.AWS) integration.tidyUp(output);
                return ExitCode.OK;
            }
            if (!yes && !Consenting.given(frame(), texts.get("cli.apply.ask", plan.account())))
                return ExitCode.UNDECIDED;
            if (options.scope() != Scope.AWS) connection.findSecrets(frame(), settings);
            Applied applied = integration.apply(plan, options.aim(), output);
            return Ending.of(applied).tell(output, texts, "cli.apply");
        }
    }
}
