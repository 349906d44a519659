package io.spotdock.service;

import io.spotdock.aws.AwsConnector;
import io.spotdock.domain.Secret;
import io.spotdock.domain.resource.ResourceKind;
import io.spotdock.journal.Journal;
import io.spotdock.plan.Aim;
import io.spotdock.plan.Plan;
import io.spotdock.plan.Scope;
import io.spotdock.port.Cloud;
import io.spotdock.port.CloudConnector;
import io.spotdock.port.WebhookConnector.SignIn;
import io.spotdock.port.WebhookService;
import io.spotdock.sandbox.Sandbox;
import io.spotdock.sandbox.SandboxAccess;
import io.spotdock.sandbox.control.CallLog.Call;
import io.spotdock.sandbox.control.SandboxOptions;
import io.spotdock.sandbox.thoughtspot.ThoughtSpotServer;
import io.spotdock.settings.Checked;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import io.spotdock.settings.Settings;
import io.spotdock.thoughtspot.ReceiverProbe;
import io.spotdock.thoughtspot.ThoughtSpotConnector;
import java.net.http.HttpClient;
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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

/** The service over the real adapters, a sandbox behind them, and a clock that waiting moves. */
final class World implements AutoCloseable {
    final Sandbox sandbox;
    Journal journal = Journal.inMemory();
    final List<Event> events = new CopyOnWriteArrayList<>();
    private final MovingClock clock = new MovingClock();
    private final boolean gcp;
    private Draft draft;
    private AwsCredentials operator;
    private Optional<Duration> limit = Optional.empty();

    World(SandboxOptions options) {
        sandbox = Sandbox.start(options.withClock(clock));
        gcp = options.gcpHosted();
        draft = guide(sandbox.access(), gcp);
        operator = AwsBasicCredentials.create(
                sandbox.access().accessKeyId(), sandbox.access().secretAccessKey());
    }

    static World aws() {
        return new World(SandboxOptions.aws());
    }

    static World gcp() {
        return new World(SandboxOptions.gcp());
    }

    /** Waiting takes no time but on this clock. */
    private static final class MovingClock implements InstantSource {
        private Instant now = Instant.now();

        @Override
        public synchronized Instant instant() {
            return now;
        }

        synchronized void move(Duration time) {
            now = now.plus(time);
        }
    }

    private static Draft guide(SandboxAccess access, boolean gcp) {
        Draft draft = Draft.EMPTY
                .with(Field.HOSTING, gcp ? "gcp" : "aws")
                .with(Field.HOST, access.thoughtSpot().toString())
                .with(Field.ORG, "Primary")
                .with(Field.ACCOUNT, access.customerAccount().value())
                .with(Field.REGION, access.region().value())
                .with(Field.BUCKET_NAME, "my-company-data-exports")
                .with(Field.PREFIX, "thoughtspot/")
                .with(Field.ROLE_NAME, "thoughtspot-s3-upload")
                .with(Field.WEBHOOK_NAME, "Webhook_S3")
                .with(Field.WEBHOOK_URL, "https://api.example.com/thoughtspot/webhook");
        return gcp
                ? draft.with(Field.SERVICE_ACCOUNT, access.serviceAccount().value())
                : draft.with(
                                Field.THOUGHTSPOT_ACCOUNT,
                                access.thoughtSpotAccount().value())
                        .with(Field.EXTERNAL_ID, "ts-webhook-x7k9m2p4q1");
    }

    World with(UnaryOperator<Draft> change) {
        draft = change.apply(draft);
        return this;
    }

    /** On another computer, or in a file. */
    World with(Journal other) {
        journal = other;
        return this;
    }

    /** Somebody else is at work from now on. */
    World as(AwsCredentials other) {
        operator = other;
        return this;
    }

    /** A user of the customer's account who may do this and nothing else. */
    AwsCredentials userWhoMay(String... actions) {
        try (IamClient iam = client(IamClient.builder(), StaticCredentialsProvider.create(operator))) {
            String policy = "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":[\""
                    + String.join("\",\"", actions) + "\"],\"Resource\":\"*\"}}";
            iam.createUser(user -> user.userName("maria"));
            iam.putUserPolicy(put -> put.userName("maria").policyName("own").policyDocument(policy));
            var key = iam.createAccessKey(made -> made.userName("maria")).accessKey();
            return AwsBasicCredentials.create(key.accessKeyId(), key.secretAccessKey());
        }
    }

    /** A session of a role that may do everything. */
    AwsCredentials sessionOf(String path, String role) {
        String account = sandbox.access().customerAccount().value();
        StaticCredentialsProvider own = StaticCredentialsProvider.create(operator);
        try (IamClient iam = client(IamClient.builder(), own);
                StsClient sts = client(StsClient.builder(), own)) {
            String statement = "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",";
            iam.createRole(made -> made.path(path)
                    .roleName(role)
                    .assumeRolePolicyDocument(
                            statement + "\"Action\":\"sts:AssumeRole\",\"Principal\":{\"AWS\":\"" + account + "\"}}}"));
            iam.putRolePolicy(put -> put.roleName(role)
                    .policyName("all")
                    .policyDocument(statement + "\"Action\":\"*\",\"Resource\":\"*\"}}"));
            var given = sts.assumeRole(asked -> asked.roleArn("arn:aws:iam::" + account + ":role" + path + role)
                            .roleSessionName("maria"))
                    .credentials();
            return AwsSessionCredentials.create(given.accessKeyId(), given.secretAccessKey(), given.sessionToken());
        }
    }

    private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(
            B builder, StaticCredentialsProvider credentials) {
        return builder.endpointOverride(sandbox.access().awsEndpoint())
                .httpClient(UrlConnectionHttpClient.create())
                .region(Region.of(sandbox.access().region().value()))
                .credentialsProvider(credentials)
                .build();
    }

    InstantSource clock() {
        return clock;
    }

    /** Lets time go by. */
    void pass(Duration time) {
        clock.move(time);
    }

    Settings settings() {
        return switch (draft.check()) {
            case Checked.Good(Settings settings) -> settings;
            case Checked.Bad bad -> throw new AssertionError(bad.problems());
        };
    }

    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(sandbox.access().environment());
        environment.put("AWS_ACCESS_KEY_ID", operator.accessKeyId());
        environment.put("AWS_SECRET_ACCESS_KEY", operator.secretAccessKey());
        if (operator instanceof AwsSessionCredentials session)
            environment.put("AWS_SESSION_TOKEN", session.sessionToken());
        return environment;
    }

    Cloud cloud() {
        return clouds().connect(Optional.empty(), settings().aws().region());
    }

    /** AWS's own client, for what Spotdock never does; to be closed. */
    S3Client s3() {
        SandboxAccess access = sandbox.access();
        return S3Client.builder()
                .endpointOverride(access.awsEndpoint())
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(access.accessKeyId(), access.secretAccessKey())))
                .region(Region.of(access.region().value()))
                .forcePathStyle(true)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    /** AWS's own client, as {@link #s3}. */
    KmsClient kms() {
        return client(KmsClient.builder(), administrator());
    }

    /** AWS's own client, as {@link #s3}. */
    IamClient iam() {
        return client(IamClient.builder(), administrator());
    }

    /** AWS's own client, as {@link #s3}. */
    StsClient sts() {
        return client(StsClient.builder(), administrator());
    }

    private StaticCredentialsProvider administrator() {
        SandboxAccess access = sandbox.access();
        return StaticCredentialsProvider.create(
                AwsBasicCredentials.create(access.accessKeyId(), access.secretAccessKey()));
    }

    /** For somebody of another account. */
    IamClient iam(String keyId, String secret) {
        return client(IamClient.builder(), StaticCredentialsProvider.create(AwsBasicCredentials.create(keyId, secret)));
    }

    private AwsConnector clouds() {
        Path home = Path.of("no-such-home");
        return limit.map(attempt -> new AwsConnector(environment(), home, clock, attempt))
                .orElseGet(() -> new AwsConnector(environment(), home, clock));
    }

    /** No call waits longer than that for an answer, by the clock on the wall. */
    World hasty(Optional<Duration> attempt) {
        limit = attempt;
        return this;
    }

    private ThoughtSpotConnector thoughtSpots() {
        HttpClient.Builder client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
        return limit.map(attempt -> new ThoughtSpotConnector(client.build(), attempt, clock, clock::move))
                .orElseGet(() -> new ThoughtSpotConnector(Map.of(), clock, clock::move));
    }

    WebhookService thoughtSpot() {
        return thoughtSpot(new SignIn.Token(Secret.of(sandbox.access().thoughtSpotToken())));
    }

    private WebhookService thoughtSpot(SignIn signIn) {
        return thoughtSpots()
                .connect(
                        settings().thoughtSpot().host().orElseThrow(),
                        signIn,
                        settings().thoughtSpot().org(),
                        reference -> Secret.of("secret of " + reference));
    }

    ReceiverProbe receivers() {
        return new ReceiverProbe(environment(), clock);
    }

    Waiter waiter() {
        return new Waiter(clock, clock::move, RandomGenerator.getDefault());
    }

    Integration integration() {
        return integration(thoughtSpot());
    }

    /** With another sign-in to ThoughtSpot. */
    Integration integration(SignIn signIn) {
        return integration(thoughtSpot(signIn));
    }

    static SignIn password(String user) {
        return new SignIn.Password(user, Secret.of(ThoughtSpotServer.PASSWORD));
    }

    private Integration integration(WebhookService thoughtSpot) {
        Sessions sessions = new Sessions(clouds(), () -> new io.spotdock.domain.ExternalId("ts-webhook-kept"));
        return integration(sessions.open(settings(), Optional.of(thoughtSpot)));
    }

    /** For somebody whose sign-ins are renewed, and who has keys to AWS and a token to ThoughtSpot. */
    Integration integration(Renewals renewals, CloudConnector.SignIn how) {
        Sessions sessions = new Sessions(renewals.over(clouds()), () -> new io.spotdock.domain.ExternalId("unused"));
        WebhookService thoughtSpot = renewals.over(thoughtSpots())
                .connect(
                        settings().thoughtSpot().host().orElseThrow(),
                        new SignIn.Token(Secret.of(sandbox.access().thoughtSpotToken())),
                        settings().thoughtSpot().org(),
                        reference -> Secret.of("secret of " + reference));
        return integration(sessions.open(how, settings(), Optional.of(thoughtSpot)));
    }

    /** For somebody who is signed in otherwise. */
    Integration integration(Session session) {
        return new Integration(session, journal, receivers(), waiter(), clock);
    }

    Plan plan(ResourceKind... overwrite) {
        return integration().plan(Scope.ALL, Set.of(overwrite));
    }

    Applied apply(ResourceKind... overwrite) {
        Integration integration = integration();
        return integration.apply(
                integration.plan(Scope.ALL, Set.of(overwrite)), Scope.ALL, Set.of(overwrite), events::add);
    }

    /** Carries out a plan of one's own aim. */
    Applied apply(Aim aim) {
        Integration integration = integration();
        return integration.apply(integration.plan(aim), aim, events::add);
    }

    OrgWebhook orgWebhook() {
        return new OrgWebhook(settings(), thoughtSpot(), journal, waiter(), clock);
    }

    Applied undo(Scope scope) {
        return new Undoer(waiter(), clock).undo(scope, integration().session().signedIn(), journal, events::add);
    }

    Applied undo() {
        return new Undoer(waiter(), clock).undo(integration().session().signedIn(), journal, events::add);
    }

    Instant now() {
        return clock.instant();
    }

    List<Call> awsCalls() {
        List<Call> calls = new ArrayList<>(sandbox.calls().calls());
        calls.removeIf(call -> !Set.of("s3", "iam", "sts").contains(call.service()));
        return calls;
    }

    List<Call> writes() {
        return sandbox.calls().calls().stream().filter(Call::write).toList();
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
