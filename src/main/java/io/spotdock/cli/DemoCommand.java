package io.spotdock.cli;

import io.spotdock.domain.Secret;
import io.spotdock.journal.Journal;
import io.spotdock.plan.Plan;
import io.spotdock.plan.Scope;
import io.spotdock.port.WebhookConnector.SignIn;
import io.spotdock.port.WebhookService;
import io.spotdock.sandbox.Sandbox;
import io.spotdock.sandbox.SandboxAccess;
import io.spotdock.sandbox.control.SandboxOptions;
import io.spotdock.service.Applied;
import io.spotdock.service.Integration;
import io.spotdock.service.Rooms;
import io.spotdock.service.SecretFinder;
import io.spotdock.service.Sessions;
import io.spotdock.service.TestOrder;
import io.spotdock.service.Undoer;
import io.spotdock.service.Waiter;
import io.spotdock.settings.Checked;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import io.spotdock.settings.Settings;
import io.spotdock.text.Texts;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The whole journey in a sandbox of its own: plan, apply, plan again, test, take back. */
@Command(
        name = "demo",
        description =
                "Walks the whole journey in a sandbox of its own. Needs no account; nothing leaves this computer.",
        footerHeading = "%nExamples:%n",
        footer = {"  spotdock demo", "  spotdock demo --hosting gcp", "  spotdock demo --json"})
final class DemoCommand extends Verb {
    /** Which journeys. */
    enum HostedOn {
        aws,
        gcp,
        both
    }

    @Option(
            names = "--hosting",
            paramLabel = "CLOUD",
            description = "Where ThoughtSpot runs: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private HostedOn hosting = HostedOn.both;

    DemoCommand(Frame frame) {
        super(frame);
    }

    @Override
    protected ExitCode run(Output output) {
        ExitCode aws = hosting == HostedOn.gcp ? ExitCode.OK : journey(SandboxOptions.aws(), output);
        if (aws != ExitCode.OK) return aws;
        return hosting == HostedOn.aws ? ExitCode.OK : journey(SandboxOptions.gcp(), output);
    }

    private ExitCode journey(SandboxOptions options, Output output) {
        Texts texts = frame().context().texts();
        heading(output, texts.get(options.gcpHosted() ? "cli.demo.gcp" : "cli.demo.aws"));
        try (Sandbox sandbox = Sandbox.start(options.withClock(frame().context().clock()))) {
            Settings settings = settings(sandbox.access(), options.gcpHosted());
            Journal journal = Journal.inMemory();
            Integration integration = open(sandbox.access(), settings, journal);

            heading(output, texts.get("cli.demo.plan"));
            Plan plan = integration.plan(Scope.ALL, Set.of());
            output.plan(plan);
            heading(output, texts.get("cli.demo.apply"));
            Applied applied = integration.apply(plan, Scope.ALL, Set.of(), output);
            ExitCode ended = Ending.of(applied).tell(output, texts, "cli.apply");
            if (ended != ExitCode.OK) return ended;
            if (!integration.plan(Scope.ALL, Set.of()).isEmpty()) {
                output.say(texts.get("cli.demo.not-settled"));
                return ExitCode.CHECK_FAILED;
            }
            output.say(texts.get("cli.demo.settled"));

            heading(output, texts.get("cli.demo.test"));
            ExitCode tested = Tally.tell(Tally.test(integration, TestOrder.plain(1024), output), output, texts);
            heading(output, texts.get("cli.demo.destroy"));
            Applied undone = new Undoer(waiter(), frame().context().clock())
                    .undo(integration.session().signedIn(), journal, output);
            ExitCode destroyed = Ending.of(undone).tell(output, texts, "cli.destroy");
            return tested == ExitCode.OK ? destroyed : tested;
        }
    }

    private static void heading(Output output, String text) {
        output.print("\n" + text + "\n");
    }

    /** The values of ThoughtSpot's own guide. */
    private static Settings settings(SandboxAccess access, boolean gcp) {
        Draft draft = Draft.EMPTY
                .with(Field.HOSTING, gcp ? "gcp" : "detect")
                .with(Field.HOST, access.thoughtSpot().toString())
                .with(Field.ORG, "Primary")
                .with(Field.ACCOUNT, access.customerAccount().value())
                .with(Field.REGION, access.region().value())
                .with(Field.BUCKET_NAME, "my-company-data-exports")
                .with(Field.PREFIX, "thoughtspot/")
                .with(Field.ROLE_NAME, "thoughtspot-s3-upload")
                .with(Field.WEBHOOK_NAME, "Webhook_S3")
                .with(Field.WEBHOOK_URL, "https://api.example.com/thoughtspot/webhook");
        if (gcp)
            draft = draft.with(Field.SERVICE_ACCOUNT, access.serviceAccount().value());
        return switch (draft.check()) {
            case Checked.Good(Settings settings) -> settings;
            case Checked.Bad bad -> throw new IllegalStateException(String.valueOf(bad.problems()));
        };
    }

    private Integration open(SandboxAccess access, Settings settings, Journal journal) {
        Rooms rooms = frame().context().rooms();
        Map<String, String> environment = access.environment();
        Secret token = frame().owning(Secret.of(access.thoughtSpotToken()));
        WebhookService thoughtSpot = frame().owning(rooms.webhooks()
                .apply(environment)
                .connect(
                        settings.thoughtSpot().host().orElseThrow(),
                        new SignIn.Token(token),
                        settings.thoughtSpot().org(),
                        new SecretFinder(environment, frame().context().directory(), _ -> {})));
        Sessions sessions = new Sessions(
                rooms.clouds().apply(environment), () -> rooms.externalIds().of(settings));
        return new Integration(
                sessions.open(settings, Optional.of(thoughtSpot)),
                journal,
                rooms.receivers().apply(environment),
                waiter(),
                frame().context().clock());
    }

    private Waiter waiter() {
        return new Waiter(frame().context().clock(), frame().context().rooms().sleeper(), RandomGenerator.getDefault());
    }
}
