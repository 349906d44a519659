package io.spotdock.cli.fleet;

import io.spotdock.cli.CliContext;
import io.spotdock.cli.ExitCode;
import io.spotdock.cli.Frame;
import io.spotdock.cli.Output;
import io.spotdock.cli.SignInOptions;
import io.spotdock.cli.SsoPrompt;
import io.spotdock.cli.Verb;
import io.spotdock.plan.Aim;
import io.spotdock.plan.Plan;
import io.spotdock.port.WebhookConnector;
import io.spotdock.service.Event;
import io.spotdock.service.Surroundings;
import io.spotdock.service.fleet.FleetAccess;
import io.spotdock.service.fleet.FleetListener;
import io.spotdock.service.fleet.FleetRunner;
import io.spotdock.service.fleet.Need;
import io.spotdock.service.fleet.Planned;
import io.spotdock.service.fleet.Result;
import io.spotdock.settings.Settings.HostingChoice;
import io.spotdock.settings.fleet.FleetEntry;
import io.spotdock.text.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that works on many integrations side by side, outside. */
abstract class FleetVerb extends Verb {
    @Mixin
    private ManifestOptions manifest = new ManifestOptions();

    @Mixin
    private SignInOptions signIn = new SignInOptions();

    @Option(
            names = "--parallel",
            paramLabel = "N",
            description = "How many integrations at once, 1 to 64 (default: ${DEFAULT-VALUE}).")
    private int parallel = FleetRunner.DEFAULT_PARALLEL;

    @Mixin
    private JUnitFile junit = new JUnitFile();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    FleetVerb(Frame frame) {
        super(frame);
    }

    /**
     * What a run of it works with.
     *
     * @param began when that was
     */
    record Run(
            Chosen chosen,
            Surroundings world,
            FleetAccess access,
            FleetRunner runner,
            Stopwatch times,
            Instant began) {}

    @Override
    protected final ExitCode run(Output output) {
        CliContext context = frame().context();
        if (parallel < 1 || parallel > FleetRunner.MOST_PARALLEL)
            throw misused(texts().get("cli.fleet.parallel", FleetRunner.MOST_PARALLEL));
        Chosen chosen = manifest.load(frame());
        Surroundings world = Surroundings.of(
                        context.rooms(), context.environment(), chosen.folder(), context.clock(), Event.Sink.NONE)
                .renewing(frame().renewals());
        SsoPrompt signIns = new SsoPrompt(frame());
        try (FleetAccess access = new FleetAccess(world, chosen.signIns(), signIns::around, () -> ownSignIn(chosen))) {
            return run(new Run(
                    chosen,
                    world,
                    access,
                    new FleetRunner(access, world, parallel),
                    new Stopwatch(context.clock()),
                    context.clock().instant()));
        }
    }

    abstract ExitCode run(Run run);

    /** Whether ThoughtSpot must be there. */
    abstract Need need();

    /** Asked for where it is needed and somebody is there to be asked. */
    private Optional<WebhookConnector.SignIn> ownSignIn(Chosen chosen) {
        Optional<WebhookConnector.SignIn> given = signIn.given(frame());
        if (given.isPresent() || !isNeeded(chosen) || frame().prompt().isEmpty()) return given;
        return Optional.of(signIn.needed(frame()));
    }

    private boolean isNeeded(Chosen chosen) {
        return chosen.entries().stream()
                .map(FleetEntry::settings)
                .anyMatch(settings -> settings.thoughtSpot().hosting() == HostingChoice.DETECT
                        || need() == Need.WEBHOOKS && settings.webhook().isPresent());
    }

    final Texts texts() {
        return frame().context().texts();
    }

    final ParameterException misused(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    /** Signs in everywhere before the work begins, so that questions come at its beginning. */
    final void reach(Run run, List<FleetEntry> entries) {
        long accounts = entries.stream()
                .map(entry -> entry.settings().aws().accountId())
                .distinct()
                .count();
        long orgs = entries.stream()
                .filter(entry -> entry.settings().thoughtSpot().host().isPresent())
                .map(entry -> List.of(
                        entry.settings().thoughtSpot().host(),
                        entry.settings().thoughtSpot().org()))
                .distinct()
                .count();
        frame().output().say(texts().get("cli.fleet.reaching", entries.size(), accounts, orgs));
        // What can't be reached is told with the integrations that it keeps from going on.
        Objects.requireNonNull(run.access().reach(entries, need()));
    }

    /** Works, and puts the results into rows; an interrupt has been heard by then, and is told by them. */
    final <T> Worked<T> work(Run run, Telling<T> telling, int all, Work<T> work) {
        Progress progress = new Progress(frame(), telling, run.times(), all);
        List<Result<T>> results = work.by(progress);
        boolean interrupted = Thread.interrupted();
        List<Row> rows = new ArrayList<>();
        for (Result<T> result : results) rows.add(progress.asHeard(telling.row(result)));
        return new Worked<>(results, rows, interrupted);
    }

    /** What is wrong with roles that somebody else made, of the plans that would register webhooks with them. */
    final List<Row> roles(Run run, List<Result<Plan>> plans, Rows rows, Aim aim) {
        List<Planned> relying = RolesOfOthers.of(plans, result -> rows.of(result.entry()));
        if (relying.isEmpty()) return List.of();
        return work(
                        run,
                        new ReadinessTelling(texts()),
                        relying.size(),
                        listener -> run.runner().readiness(relying, aim, listener))
                .rows()
                .stream()
                .filter(row -> row.fate() != Fate.PASSED)
                .toList();
    }

    /** One verb of the runner. */
    interface Work<T> {
        List<Result<T>> by(FleetListener listener);
    }

    /** @param interrupted whether it was ended before its end */
    record Worked<T>(List<Result<T>> results, List<Row> rows, boolean interrupted) {}

    final JUnitTelling reports(Run run) {
        return new JUnitTelling(texts(), run.times(), run.chosen().fleet(), run.began());
    }

    final JUnitFile junit() {
        return junit;
    }

    static ExitCode worst(List<Row> rows) {
        return ExitCode.worst(rows.stream().map(Row::code).toList());
    }
}
