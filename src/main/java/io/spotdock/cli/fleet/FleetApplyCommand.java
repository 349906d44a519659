package io.spotdock.cli.fleet;

import io.spotdock.cli.Consenting;
import io.spotdock.cli.ExitCode;
import io.spotdock.cli.Frame;
import io.spotdock.journal.RunRecord;
import io.spotdock.journal.RunRecords;
import io.spotdock.plan.Plan;
import io.spotdock.plan.Scope;
import io.spotdock.service.Applied;
import io.spotdock.service.fleet.Ended;
import io.spotdock.service.fleet.Need;
import io.spotdock.service.fleet.Planned;
import io.spotdock.service.fleet.Result;
import io.spotdock.settings.Fingerprint;
import io.spotdock.settings.fleet.FleetEntry;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** All plans, carried out side by side. */
@Command(
        name = "apply",
        description = {
            "Plans every integration, shows what would be changed, asks once, and carries it out. Again changes nothing.",
            "Where one can't be planned or needs a decision, nothing is changed anywhere, unless --skip-failed is given."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  spotdock fleet apply -m fleet.yaml",
            "  spotdock fleet apply -m fleet.yaml --only sales-emea",
            "  spotdock fleet apply -m fleet.yaml --yes --no-input --skip-failed --junit apply.xml",
            "  spotdock fleet apply -m fleet.yaml --resume"
        })
final class FleetApplyCommand extends FleetVerb {
    private final RunRecords records;

    @Mixin
    private FleetPlanOptions options = new FleetPlanOptions();

    @Option(
            names = {"-y", "--yes"},
            description = "Carry the plans out without asking. Conflicts still need --overwrite or --skip-failed.")
    private boolean yes;

    @Option(
            names = "--skip-failed",
            description = "Leave out what can't be planned or needs a decision, and carry out the rest.")
    private boolean skipFailed;

    @Option(
            names = "--skip-role-checks",
            description =
                    "Register webhooks although a role of role.arn would not let them deliver, or is not there yet.")
    private boolean skipRoleChecks;

    @Option(
            names = "--resume",
            description =
                    "Go on with the last run: leave out what that carried out, where the manifest still says the same.")
    private boolean resume;

    FleetApplyCommand(Frame frame, RunRecords records) {
        super(frame);
        this.records = records;
    }

    @Override
    Need need() {
        return Need.of(options.aim());
    }

    @Override
    ExitCode run(Run run) {
        try (RunRecord record = records.open(run.chosen().fleet(), run.chosen().file())) {
            Rows rows = new Rows(run.chosen().entries());
            List<FleetEntry> left = left(run, record, rows);
            ExitCode code = left.isEmpty() ? nothingLeft(rows) : plan(run, record, rows, left);
            junit().write(frame(), () -> reports(run).ofIntegrations("apply", rows.inOrder()));
            return code;
        }
    }

    /** What there is to do; what is done already is put into the rows. */
    private List<FleetEntry> left(Run run, RunRecord record, Rows rows) {
        if (!resume) return run.chosen().entries();
        List<FleetEntry> left = new ArrayList<>();
        for (FleetEntry entry : run.chosen().entries()) {
            if (record.isDone(entry.name(), asked(entry))) rows.put(Row.doneAlready(entry));
            else left.add(entry);
        }
        int done = run.chosen().entries().size() - left.size();
        frame().output().say(texts().get("cli.fleet.resume", done, left.size()));
        return left;
    }

    /** What this run is asked to make of it; a run that was asked for something else has not done that. */
    private String asked(FleetEntry entry) {
        return Fingerprint.of(entry.settings(), options.aim());
    }

    private ExitCode nothingLeft(Rows rows) {
        new Summary(frame()).tell(rows.inOrder());
        frame().output().say(texts().get("cli.fleet.resume.all"));
        return ExitCode.OK;
    }

    private ExitCode plan(Run run, RunRecord record, Rows rows, List<FleetEntry> entries) {
        reach(run, entries);
        Worked<Plan> plans = work(
                run,
                new PlanTelling(texts(), ExitCode.OK),
                entries.size(),
                listener -> run.runner().plan(entries, options.aim(), listener));
        plans.rows().forEach(rows::put);
        if (options.aim().scope() != Scope.AWS)
            new SecretsNeeded(run.world().secrets(), texts()).look(plans.results(), rows);
        List<Row> roles = skipRoleChecks ? List.of() : roles(run, plans.results(), rows, options.aim());
        roles.forEach(rows::put);
        new Plans(frame()).tell(plans.results());
        new Summary(frame()).tell(rows.inOrder());
        long refused = rows.count(Fate.FAILED) + rows.count(Fate.CONFLICT);
        boolean interrupted = rows.count(Fate.CANCELLED) > 0;
        if (interrupted || refused > 0 && !skipFailed) {
            frame().output()
                    .say(
                            interrupted
                                    ? texts().get("cli.nothing-changed")
                                    : texts().get("cli.fleet.apply.refused", refused));
            return worst(rows.inOrder());
        }
        return decide(run, record, rows, plans.results());
    }

    private ExitCode decide(Run run, RunRecord record, Rows rows, List<Result<Plan>> plans) {
        List<Planned> planned = new ArrayList<>();
        for (Result<Plan> result : plans)
            if (result.ended() instanceof Ended.Good<Plan>(Plan plan)
                    && rows.of(result.entry()).fate() == Fate.CHANGES) planned.add(new Planned(result.entry(), plan));
        if (planned.isEmpty()) {
            frame().output().say(texts().get("cli.fleet.apply.nothing"));
            remember(record, rows, plans);
            return worst(rows.inOrder());
        }
        new Extent(planned, texts()).lines().forEach(frame().output()::say);
        if (!yes && !Consenting.given(frame(), texts().get("cli.fleet.apply.ask"))) return ExitCode.UNDECIDED;
        remember(record, rows, plans);
        return carryOut(run, record, rows, planned);
    }

    /** A new run begins; of what is in place already, nothing is left to do. */
    private void remember(RunRecord record, Rows rows, List<Result<Plan>> plans) {
        if (!resume)
            record.begin(plans.stream().map(result -> result.entry().name()).toList());
        for (Result<Plan> result : plans) {
            FleetEntry entry = result.entry();
            if (rows.of(entry).fate() == Fate.IN_PLACE) record.ended(entry.name(), asked(entry), true);
        }
    }

    private ExitCode carryOut(Run run, RunRecord record, Rows rows, List<Planned> planned) {
        rows.leaveOut();
        ApplyTelling telling = new ApplyTelling(texts());
        Worked<Applied> worked = work(
                run,
                telling,
                planned.size(),
                listener -> run.runner()
                        .apply(
                                planned,
                                options.aim(),
                                new Recording(
                                        listener,
                                        result -> record.ended(
                                                result.entry().name(),
                                                asked(result.entry()),
                                                telling.row(result).isWell()))));
        worked.rows().forEach(rows::put);
        new Summary(frame()).tell(rows.inOrder());
        boolean whole = rows.inOrder().stream().allMatch(Row::isWell);
        if (!whole) frame().output().say("\n" + texts().get("cli.fleet.apply.resume"));
        // Some are carried out and some were not begun: the run as a whole stopped half-way.
        boolean half = rows.count(Fate.CANCELLED) > 0 && rows.count(Fate.DONE) > 0;
        return ExitCode.worst(List.of(worst(rows.inOrder()), half ? ExitCode.STOPPED : ExitCode.OK));
    }
}
