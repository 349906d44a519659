package io.spotdock.cli;

import static io.spotdock.cli.Standing.ARN;
import static io.spotdock.cli.Standing.ROLE;
import static io.spotdock.cli.Standing.document;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.cli.Console.Ran;
import io.spotdock.domain.ExternalId;
import io.spotdock.domain.KeyPrefix;
import io.spotdock.domain.resource.StorageDestination;
import io.spotdock.domain.resource.Webhook;
import io.spotdock.domain.resource.WebhookAuthentication;
import io.spotdock.sandbox.wire.Exchange;
import io.spotdock.sandbox.wire.LoopbackServer;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can't be read, isn't there, or does not agree. */
class InitRefusalsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private Standing standing;

    @BeforeEach
    void start() {
        standing = Standing.aws(directory);
    }

    @AfterEach
    void close() {
        standing.close();
    }

    private void refused(int code, Ran ran, String... says) {
        assertThat(ran.code()).as(ran.out() + ran.err()).isEqualTo(code);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains(says);
    }

    /** A user of the account who may do this only. */
    private void as(String... actions) {
        String policy = document("{'Effect':'Allow','Action':['" + String.join("','", actions) + "'],'Resource':'*'}");
        standing.iam.createUser(user -> user.userName("maria"));
        standing.iam.putUserPolicy(
                put -> put.userName("maria").policyName("own").policyDocument(policy));
        var key = standing.iam.createAccessKey(made -> made.userName("maria")).accessKey();
        standing.console
                .with("AWS_ACCESS_KEY_ID", key.accessKeyId())
                .with("AWS_SECRET_ACCESS_KEY", key.secretAccessKey());
    }

    private void withoutAws() {
        standing.console.with("AWS_ACCESS_KEY_ID", "").with("AWS_SECRET_ACCESS_KEY", "");
    }

    private void register(Optional<StorageDestination> storage, Map<String, String> headers) {
        standing.thoughtSpot()
                .create(new Webhook(
                        Optional.empty(),
                        "Exports",
                        "https://api.example.com/hook",
                        Optional.empty(),
                        Map.of(),
                        new WebhookAuthentication.None(),
                        Optional.empty(),
                        headers,
                        storage,
                        Optional.empty()));
    }

    private static StorageDestination into(String bucket, String region, String role) {
        return new StorageDestination(
                bucket,
                region,
                role,
                Optional.of(new ExternalId("ts-webhook-x7k9m2p4q1")),
                new KeyPrefix("thoughtspot/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "thoughtspot-s3-upload",
                "arn:aws:iam::999888777666:user/maria",
                "arn:aws:sts::999888777666:assumed-role/thoughtspot-s3-upload/x",
                "arn:aws:s3:::bucket"
            })
    void whatIsNoRolesArn(String text) {
        refused(2, standing.init("--from-role", text), "--from-role is not right.", "Not a role’s ARN. It looks like");
    }

    @Test
    void aRoleThatIsNotThere() {
        refused(2, standing.init("--from-role", ARN), "role " + ARN + " isn’t there.");
    }

    @Test
    void aRoleThatMayNotBeLookedAt() {
        as("s3:*");
        refused(3, standing.init("--from-role", ARN), "user/maria may not call iam:GetRole on " + ARN);
    }

    @Test
    void aRoleOfAnotherAccount() {
        refused(
                2,
                standing.init("--from-role", ARN.replace("999888777666", "111122223333")),
                "The role is in account 111122223333; you are signed in to 999888777666 as arn:aws:iam::999888777666:",
                "--profile");
    }

    @Test
    void noSignInToAws() {
        withoutAws();
        refused(3, standing.init("--from-role", ARN), "Your sign-in is not accepted.");
    }

    @Test
    void policiesThatMayNotBeReadAreSaid() throws Exception {
        standing.apply(standing.draft());
        as("iam:GetRole", "iam:ListRolePolicies", "iam:GetRolePolicy", "s3:*");
        Ran ran = standing.init("--from-role", ARN);
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("Not all of the role’s policies could be read: iam:ListAttachedRolePolicies.");
    }

    @Test
    void aBucketThatMayNotBeLookedAtLeavesItsRegionOpen() throws Exception {
        standing.apply(standing.draft());
        as("iam:Get*", "iam:List*");
        refused(
                2,
                standing.init("--from-role", ARN),
                "You may not look at the bucket " + Standing.BUCKET,
                "aws.region: The bucket’s region can’t be seen");
        assertThat(standing.init("--from-role", ARN, "--region", "us-east-1").code())
                .isZero();
    }

    @Test
    void aWebhookThatIsNotThere() throws Exception {
        refused(2, standing.init("--from-webhook", "Exports"), "Org Primary has no webhook.");
        standing.apply(standing.draft());
        refused(
                2,
                standing.init("--from-webhook", "Exports"),
                "There is no webhook Exports in Org Primary. There is Webhook_S3 (");
    }

    /** Which the sandbox, an AWS-hosted ThoughtSpot, does not take. */
    @Test
    void aWebhookThatSendsToGoogle() {
        String webhook = """
                {"webhooks": [{"id": "w1", "name": "Exports", "url": "https://api.example.com/hook",
                  "storage_destination": {"storage_type": "GCP_GCS", "storage_config":
                    {"aws_s3_config": null, "gcp_gcs_config": {"bucket_name": "their-exports"}}}}],
                 "pagination": {"record_offset": 0, "record_size": 50, "total_count": 1, "has_more": false}}""";
        String user = """
                {"id": "u1", "name": "tsadmin", "privileges": ["ADMINISTRATION"],
                 "current_org": {"id": 0, "name": "Primary"}, "orgs": [{"id": 0, "name": "Primary"}]}""";
        try (LoopbackServer server = new LoopbackServer(
                0,
                asked -> new Exchange.Answer(
                        200,
                        Map.of("content-type", "application/json"),
                        (asked.rawPath().endsWith("/webhooks/search") ? webhook : user)
                                .getBytes(StandardCharsets.UTF_8)))) {
            standing.console.with("SPOTDOCK_THOUGHTSPOT_URL", server.address().toString());
            refused(
                    2,
                    standing.init("--from-webhook", "Exports"),
                    "The webhook Exports sends its files to Google Cloud Storage, gs://their-exports.");
        }
    }

    @Test
    void noAddressAndNoSignInToThoughtSpot() {
        standing.console.with("SPOTDOCK_THOUGHTSPOT_URL", "");
        refused(2, standing.init("--from-webhook", "Exports"), "--host is not right.", "whose address is missing");
        standing.console
                .with("SPOTDOCK_THOUGHTSPOT_URL", "https://a.example.com")
                .with("SPOTDOCK_TOKEN", "");
        refused(2, standing.init("--from-webhook", "Exports"), "No sign-in to ThoughtSpot.");
        standing.console.with("SPOTDOCK_THOUGHTSPOT_URL", "ftp://x");
        refused(2, standing.init("--from-webhook", "Exports"), "SPOTDOCK_THOUGHTSPOT_URL is not right.");
    }

    /** The webhook says most of it alone, and ThoughtSpot its account. */
    @Test
    void withoutAwsTheWebhookSpeaksForItself() throws Exception {
        standing.apply(standing.draft());
        withoutAws();
        Ran ran = standing.init("--from-webhook", "Webhook_S3");
        Draft found = Standing.draft(ran);
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("AWS could not be signed in to").doesNotContain("would change nothing");
        assertThat(found.text(Field.BUCKET_NAME)).contains(Standing.BUCKET);
        assertThat(found.text(Field.ACCOUNT)).contains("999888777666");
        assertThat(found.text(Field.EXTERNAL_ID)).contains("ts-webhook-x7k9m2p4q1");
        assertThat(found.text(Field.THOUGHTSPOT_ACCOUNT)).contains("123456789012");
        assertThat(found.text(Field.CREATE)).contains("false");
    }

    @Test
    void whoMayNotLookAtTheRoleHasTheWebhooksWord() throws Exception {
        standing.apply(standing.draft());
        as("s3:*");
        Ran ran = standing.init("--from-webhook", "Webhook_S3");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("You may not look at the role " + ARN + " (iam:GetRole)");
        assertThat(Standing.draft(ran).text(Field.BUCKET_NAME)).contains(Standing.BUCKET);
    }

    @Test
    void aWebhookWhoseRoleIsGoneOrAnothers() {
        standing.s3.createBucket(bucket -> bucket.bucket("an-exports-bucket"));
        register(Optional.of(into("an-exports-bucket", "us-east-1", ARN)), Map.of());
        Ran gone = standing.init("--from-webhook", "Exports");
        assertThat(gone.code()).as(gone.err()).isZero();
        assertThat(gone.err()).contains("names the role " + ARN + ", which isn’t there.");
        assertThat(Standing.draft(gone).text(Field.ROLE_ARN)).contains(ARN);
    }

    @Test
    void aWebhookOfAnotherAccountsRole() {
        String foreign = ARN.replace("999888777666", "111122223333");
        register(Optional.of(into("an-exports-bucket", "us-east-1", foreign)), Map.of());
        Ran ran = standing.init("--from-webhook", "Exports");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("names the role " + foreign + ", and you are signed in to account 999888777666");
        assertThat(Standing.draft(ran).text(Field.ACCOUNT)).contains("111122223333");
    }

    @Test
    void aWebhookWithoutStorageNamesNoBucket() {
        register(Optional.empty(), Map.of());
        refused(
                2,
                standing.init("--from-webhook", "Exports"),
                "has no storage destination",
                "bucket.name: This is needed.",
                "Each key is an option as well");
    }

    @Test
    void headersThatMayHoldSecretsAreLeftOut() {
        register(
                Optional.of(into("an-exports-bucket", "us-east-1", ARN)),
                Map.of("X-Api-Key", "s3cr3t-of-the-receiver", "X-Team", "data"));
        standing.s3.createBucket(bucket -> bucket.bucket("an-exports-bucket"));
        Ran ran = standing.init("--from-webhook", "Exports");
        assertThat(Standing.draft(ran).map(Field.HEADERS)).isEqualTo(Map.of("X-Team", "data"));
        assertThat(ran.err()).contains("To do: webhook.headers.X-Api-Key. By its name");
    }

    @Test
    void roleAndWebhookThatContradictEachOtherAreNotDecidedBetween() throws Exception {
        standing.apply(standing.draft().withoutWebhook());
        standing.s3.createBucket(bucket -> bucket.bucket("an-exports-bucket"));
        StorageDestination other = new StorageDestination(
                "an-exports-bucket",
                "eu-west-1",
                ARN,
                Optional.of(new ExternalId("another-external-id")),
                new KeyPrefix("exports/"));
        register(Optional.of(other), Map.of());

        refused(
                2,
                standing.init("--from-webhook", "Exports"),
                "bucket.name: The webhook says an-exports-bucket. The role says " + Standing.BUCKET + ".",
                "role.external-id: The webhook says another-external-id. The role says ts-webhook-x7k9m2p4q1.");

        refused(
                2,
                standing.init(
                        "--from-webhook",
                        "Exports",
                        "--bucket",
                        Standing.BUCKET,
                        "--external-id",
                        "another-external-id"),
                "aws.region: The webhook says eu-west-1. The bucket says us-east-1. Choose with --region.",
                "bucket.prefix: The webhook says exports/. The role says thoughtspot/.");

        Ran ran = standing.init(
                "--from-webhook",
                "Exports",
                "--bucket",
                Standing.BUCKET,
                "--external-id",
                "ts-webhook-x7k9m2p4q1",
                "--region",
                "us-east-1",
                "--prefix",
                "thoughtspot/");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("would show", "webhook");
    }

    @Test
    void twoRolesAreNotDecidedBetween() throws Exception {
        standing.apply(standing.draft());
        standing.iam.createRole(role -> role.roleName("another").assumeRolePolicyDocument(standing.trust()));
        String other = ARN.replace(ROLE, "another");
        refused(
                2,
                standing.init("--from-webhook", "Webhook_S3", "--from-role", other),
                "role.arn: The webhook says " + ARN + ". The role says " + other + ". Choose with --role-arn.");
        assertThat(Standing.draft(
                                standing.init("--from-webhook", "Webhook_S3", "--from-role", other, "--role-arn", ARN))
                        .text(Field.ROLE_ARN))
                .contains(ARN);
    }
}
