package io.spotdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.cli.Console.Ran;
import io.spotdock.journal.Journal;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.iam.model.Tag;

/** What Spotdock set up comes back as the settings it was set up with. */
class InitRoundTripTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "false, false, true, in-account", "false, true, true, in-account", "false, true, false, in-account",
        "true, false, true, in-account", "true, true, false, in-account", "true, false, false, built-in"
    })
    void aRoleOfSpotdocksComesBackAsItsSettings(boolean gcp, boolean kms, boolean prefix, String provider)
            throws Exception {
        try (Standing standing = new Standing(directory, gcp)) {
            Draft draft = standing.draft();
            if (kms) draft = draft.with(Field.KMS_KEY, standing.key());
            if (!prefix) draft = draft.without(Field.PREFIX);
            if (gcp) draft = draft.with(Field.GOOGLE_PROVIDER, provider);
            standing.apply(draft);

            Ran ran = standing.init("--from-role", Standing.ARN);

            assertThat(ran.code()).as(ran.err()).isZero();
            assertThat(Standing.settings(Standing.draft(ran)))
                    .isEqualTo(Standing.settings(draft.withoutWebhook().without(Field.HOST)));
            assertThat(ran.err())
                    .contains(
                            "goes on managing it", "The settings say what stands: spotdock plan would change nothing.");
            assertThat(standing.plan(Standing.draft(ran))).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"false, false", "true, true"})
    void aWebhookOfSpotdocksComesBackWithItsRole(boolean gcp, boolean kms) throws Exception {
        try (Standing standing = new Standing(directory, gcp)) {
            Draft draft = standing.draft();
            if (kms) draft = draft.with(Field.KMS_KEY, standing.key());
            draft = draft.with(Field.ORG, "Primary")
                    .with(Field.DESCRIPTION, "Liveboard exports to S3")
                    .with(Field.URL_PARAMS, Map.of("team", "analytics"))
                    .with(Field.HEADERS, Map.of("X-Team", "analytics"))
                    .with(Field.BEARER_TOKEN, "env:RECEIVER_TOKEN")
                    .with(Field.SIGNATURE_HEADER, "X-Signature")
                    .with(Field.SIGNATURE_SECRET, "env:RECEIVER_TOKEN")
                    .with(Field.ENABLED, "false");
            standing.apply(draft);

            Ran ran = standing.init("--from-webhook", "Webhook_S3");

            assertThat(ran.code()).as(ran.err()).isZero();
            assertThat(Standing.settings(Standing.draft(ran)))
                    .isEqualTo(Standing.settings(draft.with(Field.BEARER_TOKEN, "env:SPOTDOCK_WEBHOOK_TOKEN")
                            .with(Field.SIGNATURE_SECRET, "env:SPOTDOCK_WEBHOOK_SIGNATURE_SECRET")));
            assertThat(ran.err())
                    .contains(
                            "To do: webhook.authentication.bearer-token. ThoughtSpot doesn’t show secrets",
                            "env:SPOTDOCK_WEBHOOK_SIGNATURE_SECRET",
                            "spotdock plan would change nothing");
            assertThat(standing.plan(Standing.draft(ran))).isEmpty();
        }
    }

    /** By its ID, and together with the role: both say the same. */
    @Test
    void roleAndWebhookTogetherSayWhatEachSays() throws Exception {
        try (Standing standing = Standing.aws(directory)) {
            standing.apply(standing.draft());
            String id = standing.thoughtSpot().webhooks().getFirst().serverId().orElseThrow();
            assertThat(standing.found("--from-webhook", id, "--from-role", Standing.ARN))
                    .isEqualTo(standing.found("--from-webhook", "Webhook_S3"));
        }
    }

    /** The path is no part of the settings, and stays as it is. */
    @Test
    void aRoleWithAPathIsKeptWithIt() throws Exception {
        try (Standing standing = Standing.aws(directory)) {
            standing.iam.createRole(role -> role.roleName(Standing.ROLE)
                    .path("/data/")
                    .assumeRolePolicyDocument(standing.trust())
                    .tags(Tag.builder().key("managed-by").value("spotdock").build()));
            standing.apply(standing.draft());
            String arn = Standing.ARN.replace("role/", "role/data/");

            Ran ran = standing.init("--from-webhook", "Webhook_S3");

            assertThat(Standing.settings(Standing.draft(ran)).role())
                    .isEqualTo(Standing.settings(standing.draft()).role());
            assertThat(ran.err()).contains("leaves them alone: Path, Description", "would change nothing");
            assertThat(standing.found("--from-role", arn).text(Field.ROLE_NAME)).contains(Standing.ROLE);
            assertThat(standing.init("--from-role", Standing.ARN).err())
                    .contains("has another path. Its ARN is " + arn);
        }
    }

    /** The tags are gone, and the journal remembers. */
    @Test
    void theJournalKnowsWhatSpotdockMade() throws Exception {
        try (Standing standing = Standing.aws(directory)) {
            standing.apply(standing.draft());
            standing.iam.untagRole(tags -> tags.roleName(Standing.ROLE).tagKeys("managed-by"));
            assertThat(standing.found("--from-role", Standing.ARN).text(Field.ROLE_ARN))
                    .isEmpty();

            standing.withJournal(Journal.inMemory());

            Ran ran = standing.init("--from-role", Standing.ARN);
            assertThat(Standing.draft(ran).text(Field.ROLE_ARN)).contains(Standing.ARN);
            assertThat(ran.err()).contains("Somebody else made the role", "give --role " + Standing.ROLE);
            assertThat(standing.plan(Standing.draft(ran))).isEmpty();
        }
    }

    @Test
    void aBucketWithoutTheStatementOfTlsGetsNoneByApplying() throws Exception {
        try (Standing standing = Standing.aws(directory)) {
            standing.apply(standing.draft().with(Field.TLS_ONLY, "false"));
            Ran ran = standing.init("--from-role", Standing.ARN);
            assertThat(Standing.draft(ran).text(Field.TLS_ONLY)).contains("false");
            assertThat(standing.plan(Standing.draft(ran))).isEmpty();
        }
    }
}
