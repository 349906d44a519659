package io.spotdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.spotdock.TestRooms;
import io.spotdock.cli.Console.Ran;
import io.spotdock.domain.AccountId;
import io.spotdock.domain.Secret;
import io.spotdock.domain.ThoughtSpotHost;
import io.spotdock.journal.Journal;
import io.spotdock.port.WebhookConnector.SignIn;
import io.spotdock.port.WebhookService;
import io.spotdock.sandbox.Sandbox;
import io.spotdock.sandbox.SandboxAccess;
import io.spotdock.sandbox.control.CallLog;
import io.spotdock.sandbox.control.SandboxOptions;
import io.spotdock.settings.Checked;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import io.spotdock.settings.Settings;
import io.spotdock.settings.SettingsFile;
import io.spotdock.thoughtspot.ThoughtSpotConnector;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.s3.S3Client;

/** A sandbox in which something may stand already, and a console to run commands in; AWS's own clients make what others made. */
final class Standing implements AutoCloseable {
    static final String BUCKET = "my-company-data-exports";
    static final String ROLE = "thoughtspot-s3-upload";
    static final String ARN = "arn:aws:iam::999888777666:role/" + ROLE;
    static final String TRUST = """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "%s"},
             "Action": "sts:AssumeRole", "Condition": {"StringEquals": {"sts:ExternalId": "ts-webhook-x7k9m2p4q1"}}}]}""";

    final Sandbox sandbox;
    final Console console;
    final IamClient iam;
    final S3Client s3;
    private final Path directory;
    private final boolean gcp;

    Standing(Path directory, boolean gcp) {
        this.directory = directory;
        this.gcp = gcp;
        sandbox = Sandbox.start(gcp ? SandboxOptions.gcp() : SandboxOptions.aws());
        console = new Console(directory);
        withJournal(Journal.inMemory());
        SandboxAccess access = sandbox.access();
        access.environment().forEach(console::with);
        console.with("SPOTDOCK_THOUGHTSPOT_URL", access.thoughtSpot().toString())
                .with("SPOTDOCK_TOKEN", access.thoughtSpotToken())
                .with("RECEIVER_TOKEN", "s3cr3t-of-the-receiver");
        iam = client(IamClient.builder());
        s3 = client(S3Client.builder().forcePathStyle(true));
    }

    static Standing aws(Path directory) {
        return new Standing(directory, false);
    }

    /** As on another computer. */
    Standing withJournal(Journal journal) {
        console.with(TestRooms.of(journal, InstantSource.system(), _ -> {}, directory));
        return this;
    }

    private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(B builder) {
        SandboxAccess access = sandbox.access();
        return builder.endpointOverride(access.awsEndpoint())
                .httpClient(UrlConnectionHttpClient.create())
                .region(Region.of(access.region().value()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(access.accessKeyId(), access.secretAccessKey())))
                .build();
    }

    /** What Spotdock would be told to set up. */
    Draft draft() {
        SandboxAccess access = sandbox.access();
        Draft draft = Draft.EMPTY
                .with(Field.ACCOUNT, access.customerAccount().value())
                .with(Field.REGION, access.region().value())
                .with(Field.BUCKET_NAME, BUCKET)
                .with(Field.PREFIX, "thoughtspot/")
                .with(Field.ROLE_NAME, ROLE)
                .with(Field.HOST, access.thoughtSpot().toString())
                .with(Field.WEBHOOK_NAME, "Webhook_S3")
                .with(Field.WEBHOOK_URL, "https://api.example.com/thoughtspot/webhook");
        return gcp
                ? draft.with(Field.HOSTING, "gcp")
                        .with(Field.SERVICE_ACCOUNT, access.serviceAccount().value())
                : draft.with(Field.HOSTING, "aws")
                        .with(
                                Field.THOUGHTSPOT_ACCOUNT,
                                access.thoughtSpotAccount().value())
                        .with(Field.EXTERNAL_ID, "ts-webhook-x7k9m2p4q1");
    }

    void apply(Draft draft) throws IOException {
        console.file("applied.yaml", SettingsFile.write(draft));
        Ran ran = console.run("apply", "-s", "applied.yaml", "--yes", "--no-input");
        assertThat(ran.code()).as(ran.err()).isZero();
        sandbox.calls().clear();
    }

    /** Runs {@code init} for standard output, and makes sure that nothing was written outside. */
    Ran init(String... more) {
        String[] arguments = new String[more.length + 3];
        arguments[0] = "init";
        arguments[1] = "-o";
        arguments[2] = "-";
        System.arraycopy(more, 0, arguments, 3, more.length);
        sandbox.calls().clear();
        Ran ran = console.run(arguments);
        assertThat(sandbox.calls().calls()).filteredOn(CallLog.Call::write).isEmpty();
        assertThat(ran.out() + ran.err()).doesNotContain("s3cr3t-of-the-receiver", "discovery.");
        return ran;
    }

    /** Of a run that has to succeed. */
    Draft found(String... more) {
        Ran ran = init(more);
        assertThat(ran.code()).as(ran.err()).isZero();
        return draft(ran);
    }

    static Draft draft(Ran ran) {
        return SettingsFile.read(ran.out().getBytes(StandardCharsets.UTF_8), "found.yaml")
                .draft();
    }

    static Settings settings(Draft draft) {
        return switch (draft.check()) {
            case Checked.Good(Settings settings) -> settings;
            case Checked.Bad bad -> throw new AssertionError(bad.problems());
        };
    }

    /** The changes that a plan shows, such as {@code create role}; nothing but the truth, as another command reads the file. */
    Set<String> plan(Draft draft) throws IOException {
        console.file("found.yaml", SettingsFile.write(draft));
        Ran ran = console.run("plan", "-s", "found.yaml", "--json");
        assertThat(ran.code()).as(ran.out()).isZero();
        JsonNode result = new ObjectMapper().readTree(ran.lines().getLast());
        return StreamSupport.stream(result.path("changes").spliterator(), false)
                .filter(change -> !change.path("kind").asText().equals("keep"))
                .map(change -> change.path("kind").asText() + " "
                        + change.path("resource").asText())
                .collect(Collectors.toSet());
    }

    String key() {
        return sandbox.aws()
                .addKmsKey(
                        new AccountId("999888777666"),
                        sandbox.access().region(),
                        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":"
                                + "{\"AWS\":\"arn:aws:iam::999888777666:root\"},\"Action\":\"kms:*\",\"Resource\":\"*\"}]}");
    }

    /** Another account, so that it can be trusted. */
    void account(String id) {
        sandbox.aws().addAccount(new AccountId(id), sandbox.access().region());
    }

    /** A role as others make it; single quotes stand for double ones. */
    void role(String trust, String... permissions) {
        iam.createRole(role -> role.roleName(ROLE).assumeRolePolicyDocument(trust.replace('\'', '"')));
        if (permissions.length > 0)
            iam.putRolePolicy(policy -> policy.roleName(ROLE).policyName("own").policyDocument(document(permissions)));
    }

    static String document(String... statements) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":["
                + String.join(",", List.of(statements)).replace('\'', '"') + "]}";
    }

    static String writing(String resource) {
        return "{'Effect':'Allow','Action':['s3:PutObject','s3:PutObjectAcl'],'Resource':'" + resource + "'}";
    }

    /** ThoughtSpot's account lets itself in by its external ID, and by nothing else. */
    String trust() {
        return TRUST.formatted("arn:aws:iam::" + sandbox.access().thoughtSpotAccount() + ":root");
    }

    WebhookService thoughtSpot() {
        return new ThoughtSpotConnector(Map.of(), InstantSource.system(), _ -> {})
                .connect(
                        new ThoughtSpotHost(sandbox.access().thoughtSpot()),
                        new SignIn.Token(Secret.of(sandbox.access().thoughtSpotToken())),
                        Optional.of("Primary"),
                        _ -> Secret.of("x"));
    }

    @Override
    public void close() {
        iam.close();
        s3.close();
        sandbox.close();
    }
}
