package io.spotdock.scenario;

import static java.util.Objects.requireNonNull;

import io.spotdock.TestRooms;
import io.spotdock.aws.AwsConnector;
import io.spotdock.domain.AccountId;
import io.spotdock.domain.BucketName;
import io.spotdock.domain.ExternalId;
import io.spotdock.domain.Hosting;
import io.spotdock.domain.Partition;
import io.spotdock.domain.RegionName;
import io.spotdock.domain.RoleArn;
import io.spotdock.domain.RoleName;
import io.spotdock.domain.Secret;
import io.spotdock.domain.ThoughtSpotHost;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.policy.PolicyJson;
import io.spotdock.domain.policy.PolicySyntaxException;
import io.spotdock.domain.policy.ThoughtSpotPolicies;
import io.spotdock.domain.resource.Role;
import io.spotdock.domain.resource.Webhook;
import io.spotdock.domain.resource.WebhookAuthentication;
import io.spotdock.journal.Journal;
import io.spotdock.port.Buckets;
import io.spotdock.port.Cloud;
import io.spotdock.port.WebhookConnector.SignIn;
import io.spotdock.port.WebhookService;
import io.spotdock.sandbox.Sandbox;
import io.spotdock.sandbox.SandboxAccess;
import io.spotdock.sandbox.control.SandboxOptions;
import io.spotdock.service.Event;
import io.spotdock.service.Rooms;
import io.spotdock.thoughtspot.ThoughtSpotConnector;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** A sandbox in which a scenario is played, with what it wants to stand there, and a clock that waiting moves. */
final class Stage implements AutoCloseable {
    private static final String ORG = "Primary";
    private static final String OTHER_CASE = "TS-WEBHOOK-X7K9M2P4Q1";
    private static final String EC2 = """
        {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sts:AssumeRole",
         "Principal":{"Service":"ec2.amazonaws.com"}}}\
        """;

    final Sandbox sandbox;
    final MovingClock clock = new MovingClock();
    final Journal journal = Journal.inMemory();
    final List<Event> events = new CopyOnWriteArrayList<>();
    private final AtomicReference<Event.Sink> spy = new AtomicReference<>(Event.Sink.NONE);
    private final Map<String, String> environment;

    Stage(Scenario scenario) {
        sandbox = Sandbox.start(SandboxOptions.aws()
                .withGcpHosted(scenario.hosting().equals("gcp"))
                .withClock(clock));
        environment = new HashMap<>(sandbox.access().environment());
        scenario.given().forEach(this::prepare);
        scenario.faults().forEach(sandbox.faults()::set);
        sandbox.calls().clear();
    }

    /** Waiting takes no time but on this clock. */
    static final class MovingClock implements InstantSource {
        private Instant now = Instant.now();

        @Override
        public synchronized Instant instant() {
            return now;
        }

        synchronized void move(Duration time) {
            now = now.plus(time);
        }
    }

    Map<String, String> environment() {
        return Map.copyOf(environment);
    }

    Rooms rooms() {
        return TestRooms.of(journal, clock, clock::move, Path.of("no-such-home"));
    }

    /** Hears every event, on the thread that works. */
    Event.Sink audit() {
        return event -> {
            events.add(event);
            requireNonNull(spy.get()).accept(event);
        };
    }

    /** Has every event from now on told to someone else too, who may make the work wait. */
    void spy(Event.Sink sink) {
        spy.set(sink);
    }

    String token(Scenario.Connect connect) {
        return connect.token().equals("good") ? sandbox.access().thoughtSpotToken() : "not-a-token";
    }

    private void prepare(Scenario.Given given) {
        SandboxAccess access = sandbox.access();
        Scenario.given(given.bucket()).ifPresent(name -> {
            RegionName region =
                    Scenario.given(given.region()).map(RegionName::new).orElse(access.region());
            administrator()
                    .buckets()
                    .create(new Buckets.Located(new BucketName(name), region, access.customerAccount()));
        });
        Scenario.given(given.role()).ifPresent(name -> role(new RoleName(name), trust(given.trusts())));
        Scenario.given(given.webhook()).ifPresent(this::webhook);
        Scenario.given(given.operator()).ifPresent(_ -> operatorWithoutIam());
    }

    private Cloud administrator() {
        return new AwsConnector(sandbox.access().environment(), Path.of("no-such-home"), clock)
                .connect(Optional.empty(), sandbox.access().region());
    }

    private void role(RoleName name, PolicyDocument trust) {
        AccountId account = sandbox.access().customerAccount();
        administrator()
                .roles()
                .create(
                        new Role(
                                new RoleArn(Partition.AWS, account, name),
                                Optional.empty(),
                                Duration.ofHours(1),
                                "Made by hand",
                                Optional.empty(),
                                Map.of()),
                        trust);
    }

    private static PolicyDocument ec2() {
        try {
            return PolicyJson.parse(EC2);
        } catch (PolicySyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private PolicyDocument trust(@org.jspecify.annotations.Nullable String whom) {
        SandboxAccess access = sandbox.access();
        String external = "other-case".equals(whom) ? OTHER_CASE : OTHER_CASE.toLowerCase(java.util.Locale.ROOT);
        return "ec2".equals(whom)
                ? ec2()
                : ThoughtSpotPolicies.trust(
                        new Hosting.OnAws(access.thoughtSpotAccount(), new ExternalId(external)),
                        Partition.AWS,
                        access.customerAccount());
    }

    private void webhook(String name) {
        thoughtSpot()
                .create(new Webhook(
                        Optional.empty(),
                        name,
                        "https://api.example.com/old",
                        Optional.empty(),
                        Map.of(),
                        new WebhookAuthentication.None(),
                        Optional.empty(),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty()));
    }

    private WebhookService thoughtSpot() {
        return new ThoughtSpotConnector(Map.of(), clock, clock::move)
                .connect(
                        new ThoughtSpotHost(sandbox.access().thoughtSpot()),
                        new SignIn.Token(Secret.of(sandbox.access().thoughtSpotToken())),
                        Optional.of(ORG),
                        _ -> Secret.of("unused"));
    }

    /** From now on the person signs in as a user who may do everything in S3, and nothing in IAM. */
    private void operatorWithoutIam() {
        Users.Key key = new Users(sandbox.access()).make("bucket-owner", """
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}\
            """);
        environment.put("AWS_ACCESS_KEY_ID", key.id());
        environment.put("AWS_SECRET_ACCESS_KEY", key.secret());
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
