package io.spotdock.service.fleet;

import io.spotdock.JournalsIn;
import io.spotdock.TestRooms;
import io.spotdock.aws.AwsConnector;
import io.spotdock.aws.AwsProfiles;
import io.spotdock.aws.AwsSsoSignIn;
import io.spotdock.domain.AccountId;
import io.spotdock.domain.ExternalId;
import io.spotdock.domain.Secret;
import io.spotdock.domain.SecretReference;
import io.spotdock.domain.ThoughtSpotHost;
import io.spotdock.plan.Aim;
import io.spotdock.plan.Scope;
import io.spotdock.port.CloudConnector;
import io.spotdock.port.WebhookConnector;
import io.spotdock.sandbox.SandboxAccess;
import io.spotdock.sandbox.thoughtspot.ThoughtSpotServer;
import io.spotdock.service.Event;
import io.spotdock.service.Rooms;
import io.spotdock.service.Surroundings;
import io.spotdock.settings.Checked;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import io.spotdock.settings.Position;
import io.spotdock.settings.Settings;
import io.spotdock.settings.fleet.FleetEntry;
import io.spotdock.settings.fleet.SignIns;
import io.spotdock.settings.fleet.SignIns.ThoughtSpotSignIn;
import io.spotdock.thoughtspot.ReceiverProbe;
import io.spotdock.thoughtspot.ThoughtSpotConnector;
import io.spotdock.thoughtspot.WebhookRequest;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** What a fleet works in: the real adapters, as {@code app} wires them, with a clock that waiting moves. */
public final class FleetWorld {
    public static final Aim AIM = Aim.of(Scope.ALL, Set.of());

    public static final FleetListener DEAF = new FleetListener() {
        @Override
        public void heard(FleetEntry entry, Event event) {}

        @Override
        public void ended(Result<?> result) {}
    };

    private final Map<String, String> environment;
    private final URI thoughtSpot;
    private final List<AccountId> accounts;
    private final AccountId thoughtSpotAccount;
    private final Surroundings surroundings;

    private FleetWorld(
            Map<String, String> environment,
            URI thoughtSpot,
            List<AccountId> accounts,
            AccountId thoughtSpotAccount,
            Surroundings surroundings) {
        this.environment = environment;
        this.thoughtSpot = thoughtSpot;
        this.accounts = accounts;
        this.thoughtSpotAccount = thoughtSpotAccount;
        this.surroundings = surroundings;
    }

    public static FleetWorld of(SandboxAccess access, Path home) {
        return of(
                access.environment(),
                access.thoughtSpot(),
                access.memberAccounts(),
                access.thoughtSpotAccount(),
                home,
                variables -> new AwsConnector(variables, home, InstantSource.system()));
    }

    /**
     * In a sandbox that may run elsewhere.
     *
     * @param accounts that integrations are spread over
     * @param home for journals
     */
    public static FleetWorld of(
            Map<String, String> environment,
            URI thoughtSpot,
            List<AccountId> accounts,
            AccountId thoughtSpotAccount,
            Path home,
            Function<Map<String, String>, CloudConnector> clouds) {
        Map<String, String> variables = new HashMap<>(environment);
        variables.put("TS_SECRET_KEY", ThoughtSpotServer.SECRET_KEY);
        MovingClock clock = new MovingClock();
        Rooms rooms = new Rooms(
                _ -> new ExternalId("ts-webhook-kept"),
                new JournalsIn(home),
                clouds,
                given -> new AwsProfiles(given, home, clock),
                given -> new AwsSsoSignIn(given, home, clock, clock::move),
                given -> new ThoughtSpotConnector(given, clock, clock::move),
                given -> new ReceiverProbe(given, clock),
                TestRooms.signIns(),
                TestRooms.noUpdates(),
                WebhookRequest::document,
                clock::move);
        return new FleetWorld(
                variables,
                thoughtSpot,
                accounts,
                thoughtSpotAccount,
                Surroundings.of(rooms, variables, home, clock, Event.Sink.NONE));
    }

    /** Waiting takes no time but on this clock; those who wait side by side don't wait for each other. */
    private static final class MovingClock implements InstantSource {
        private final ThreadLocal<Duration> ahead = ThreadLocal.withInitial(() -> Duration.ZERO);

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead.get());
        }

        void move(Duration time) {
            ahead.set(ahead.get().plus(time));
        }
    }

    public Surroundings surroundings() {
        return surroundings;
    }

    Map<String, String> environment() {
        return environment;
    }

    AccountId account(int number) {
        return accounts.get(number % accounts.size());
    }

    /** Many, spread over the accounts, each in an Org, with a role and a bucket of its own. */
    public List<FleetEntry> entries(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(this::entry).toList();
    }

    FleetEntry entry(int number) {
        return entry(number, draft -> draft);
    }

    public FleetEntry entry(int number, UnaryOperator<Draft> change) {
        Draft draft = Draft.EMPTY
                .with(Field.HOSTING, "aws")
                .with(Field.HOST, thoughtSpot.toString())
                .with(Field.ORG, "Org " + number)
                .with(Field.ACCOUNT, account(number).value())
                .with(Field.REGION, "us-east-1")
                .with(Field.BUCKET_NAME, "acme-thoughtspot-" + number)
                .with(Field.PREFIX, "thoughtspot/")
                .with(Field.ROLE_NAME, "thoughtspot-" + number)
                .with(Field.THOUGHTSPOT_ACCOUNT, thoughtSpotAccount.value())
                .with(Field.EXTERNAL_ID, "ts-webhook-x7k9m2p4q1")
                .with(Field.WEBHOOK_NAME, "Webhook_S3")
                .with(Field.WEBHOOK_URL, "https://api.example.com/thoughtspot/webhook");
        return switch (change.apply(draft).check()) {
            case Checked.Good(Settings settings) ->
                new FleetEntry("number-" + number, settings, new Position(number, 1));
            case Checked.Bad bad -> throw new AssertionError(bad.problems());
        };
    }

    /** As a manifest for an organisation says it. */
    SignIns signIns() {
        ThoughtSpotHost host =
                ThoughtSpotHost.parse(thoughtSpot.toString()).good().orElseThrow();
        return new SignIns(
                Optional.of("OrganizationAccountAccessRole"),
                Map.of(
                        host,
                        new ThoughtSpotSignIn.SecretKey("admin", new SecretReference.Environment("TS_SECRET_KEY"))));
    }

    public FleetAccess access() {
        return access(signIns());
    }

    FleetAccess access(SignIns signIns) {
        return new FleetAccess(surroundings, signIns, CodePrompt.none(), Optional::empty);
    }

    /** With a token of the command's own. */
    FleetAccess access(String token) {
        return new FleetAccess(
                surroundings,
                new SignIns(signIns().role(), Map.of()),
                CodePrompt.none(),
                () -> Optional.of(new WebhookConnector.SignIn.Token(Secret.of(token))));
    }

    public FleetRunner runner(FleetAccess access) {
        return new FleetRunner(access, surroundings, FleetRunner.DEFAULT_PARALLEL);
    }

    /** The plans that were made. */
    public static List<Planned> planned(List<Result<io.spotdock.plan.Plan>> plans) {
        List<Planned> planned = new ArrayList<>();
        for (Result<io.spotdock.plan.Plan> result : plans)
            if (result.ended() instanceof Ended.Good<io.spotdock.plan.Plan>(io.spotdock.plan.Plan plan))
                planned.add(new Planned(result.entry(), plan));
        return planned;
    }
}
