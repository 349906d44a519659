package io.spotdock.cli;

import io.spotdock.journal.Journal;
import io.spotdock.plan.Plan;
import io.spotdock.plan.Scope;
import io.spotdock.service.Applied;
import io.spotdock.service.Integration;
import io.spotdock.service.Readiness;
import io.spotdock.settings.Settings;
import io.spotdock.text.Texts;
import java.util.List;
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

    @Option(
            names = "--skip-role-checks",
            description =
                    "Register the webhook although the role of role.arn would not let it deliver, or is not there yet.")
    private boolean skipRoleChecks;

    ApplyCommand(Frame frame) {
        super(frame);
    }

    @Override
    protected ExitCode run(Output output) {
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
            Readiness readiness = readiness(integration, plan, output);
            if (!readiness.wrong().isEmpty() && (yes || frame().prompt().isEmpty())) {
                output.say(texts.get("cli.apply.role-wrong"));
                return ExitCode.CHECK_FAILED;
            }
            String question = readiness.wrong().isEmpty() ? "cli.apply.ask" : "cli.apply.ask-all-the-same";
            if (!yes && !Consenting.given(frame(), texts.get(question, plan.account()))) return ExitCode.UNDECIDED;
            if (options.scope() != Scope.AWS) connection.findSecrets(frame(), settings);
            Applied applied = integration.apply(plan, options.aim(), output);
            return Ending.of(applied).tell(output, texts, "cli.apply");
        }
    }

    /** The question about a plan that is otherwise right may be answered beforehand, one about a fault may not. */
    private Readiness readiness(Integration integration, Plan plan, Output output) {
        if (skipRoleChecks) return new Readiness(List.of());
        Readiness readiness = integration.readiness(plan);
        ReadinessText.tell(readiness, output);
        return readiness;
    }
}
