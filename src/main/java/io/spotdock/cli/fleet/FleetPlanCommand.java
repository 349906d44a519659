package io.spotdock.cli.fleet;

import io.spotdock.cli.ExitCode;
import io.spotdock.cli.Frame;
import io.spotdock.plan.Plan;
import io.spotdock.service.fleet.Need;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What would be changed in each. */
@Command(
        name = "plan",
        description = "Shows what apply would change in each integration. Changes nothing.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  spotdock fleet plan -m fleet.yaml",
            "  spotdock fleet plan -m fleet.csv --only sales-emea,sales-apac --verbose",
            "  spotdock fleet plan -m fleet.yaml --exit-code || test $? -eq 10",
            "  spotdock fleet plan -m fleet.yaml --json | tail -n 1 | jq '.integrations[] | select(.result == \"changes\").name'"
        })
final class FleetPlanCommand extends FleetVerb {
    @Mixin
    private FleetPlanOptions options = new FleetPlanOptions();

    @Option(names = "--exit-code", description = "Exit with 10 when there are changes.")
    private boolean exitCode;

    FleetPlanCommand(Frame frame) {
        super(frame);
    }

    @Override
    Need need() {
        return Need.of(options.aim());
    }

    @Override
    ExitCode run(Run run) {
        reach(run, run.chosen().entries());
        PlanTelling telling = new PlanTelling(texts(), exitCode ? ExitCode.CHANGES : ExitCode.OK);
        Worked<Plan> worked = work(
                run,
                telling,
                run.chosen().entries().size(),
                listener -> run.runner().plan(run.chosen().entries(), options.aim(), listener));
        new Plans(frame()).tell(worked.results());
        Rows all = new Rows(run.chosen().entries());
        worked.rows().forEach(all::put);
        roles(run, worked.results(), all, options.aim())
                .forEach(role -> all.put(all.of(role.entry()).with(role)));
        List<Row> rows = all.inOrder();
        new Summary(frame()).tell(rows);
        junit().write(frame(), () -> reports(run).ofIntegrations(telling.verb(), rows));
        return worst(rows);
    }
}
