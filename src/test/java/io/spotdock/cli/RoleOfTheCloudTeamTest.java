package io.spotdock.cli;

import static io.spotdock.cli.Standing.ARN;
import static io.spotdock.cli.Standing.BUCKET;
import static io.spotdock.cli.Standing.ROLE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.spotdock.cli.Console.Ran;
import io.spotdock.sandbox.control.CallLog;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import io.spotdock.settings.SettingsFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Coming back from the cloud team with the ARN of a role: it is looked at before a webhook relies on it. */
class RoleOfTheCloudTeamTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private Standing standing;

    @BeforeEach
    void theTeamMadeIt() throws Exception {
        standing = Standing.aws(directory);
        standing.apply(standing.draft().withoutWebhook());
    }

    @AfterEach
    void close() {
        standing.close();
    }

    private Draft mine() {
        return standing.draft()
                .without(Field.ROLE_NAME)
                .with(Field.ROLE_ARN, ARN)
                .with(Field.CREATE, "false");
    }

    private Ran run(String command, Draft draft, String... more) throws Exception {
        standing.console.file("mine.yaml", SettingsFile.write(draft));
        List<String> arguments = new ArrayList<>(List.of(command, "-s", "mine.yaml", "--only", "webhook"));
        arguments.addAll(List.of(more));
        standing.sandbox.calls().clear();
        return standing.console.run(arguments.toArray(String[]::new));
    }

    private void refused(Draft draft, String... says) throws Exception {
        Ran ran = run("apply", draft, "--yes", "--no-input");
        assertThat(ran.code()).as(ran.out() + ran.err()).isEqualTo(1);
        assertThat(ran.out() + ran.err()).contains(says).contains("add --skip-role-checks");
        assertThat(standing.sandbox.calls().calls())
                .filteredOn(CallLog.Call::write)
                .isEmpty();
        assertThat(run("plan", draft).out()).contains(says);
    }

    @Test
    void aRoleThatIsRightIsRegisteredWithoutAWord() throws Exception {
        Ran ran = run("apply", mine(), "--yes", "--no-input");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out() + ran.err()).doesNotContain("failed", "look  ", "You may not look");
        assertThat(standing.thoughtSpot().webhooks()).hasSize(1);
        // A second time nothing relies on the role anew, so that nobody looks.
        assertThat(run("apply", mine(), "--yes", "--no-input").code()).isZero();
    }

    @Test
    void aRoleThatIsNotThere() throws Exception {
        refused(mine().with(Field.ROLE_ARN, ARN + "-2"), "failed", "There is no role " + ROLE + "-2.", "cloud team");
    }

    @Test
    void anotherExternalIdThanTheRolesOwn() throws Exception {
        refused(
                mine().with(Field.EXTERNAL_ID, "another-external-id"),
                "It asks for ts-webhook-x7k9m2p4q1, not for another-external-id.");
    }

    @Test
    void anotherAccountThanTheTrustedOne() throws Exception {
        standing.account("444455556666");
        standing.iam.updateAssumeRolePolicy(trust -> trust.roleName(ROLE)
                .policyDocument(standing.trust()
                        .replace(standing.sandbox.access().thoughtSpotAccount().value(), "444455556666")));
        refused(mine(), "The trust policy names ThoughtSpot");
    }

    @Test
    void aPrefixThatTheRoleMayNotWriteTo() throws Exception {
        refused(mine().with(Field.PREFIX, "elsewhere/"), "It may s3:PutObject on", "not on arn:aws:s3:::" + BUCKET);
    }

    @Test
    void aBucketThatIsNotThere() throws Exception {
        refused(
                mine().with(Field.BUCKET_NAME, "no-such-exports"),
                "There is no bucket no-such-exports.",
                "Spotdock makes it only where bucket.create is true.");
    }

    @Test
    void aRoleOfAnotherAccountIsAMistakeOfTheSettings() throws Exception {
        Ran ran = run("apply", mine().with(Field.ROLE_ARN, ARN.replace("999888777666", "111122223333")));
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("role.arn: This role is in account 111122223333, the bucket in 999888777666.");
    }

    @Test
    void aPersonMayDecideOtherwise() throws Exception {
        Draft wrong = mine().with(Field.EXTERNAL_ID, "another-external-id");
        standing.console.typing("n");
        Ran no = run("apply", wrong);
        assertThat(no.code()).isEqualTo(4);
        assertThat(no.err()).contains("As things stand nothing would be delivered. Make these changes in account");
        assertThat(standing.thoughtSpot().webhooks()).isEmpty();

        standing.console.typing("y");
        assertThat(run("apply", wrong).code()).isZero();
        assertThat(standing.thoughtSpot().webhooks()).hasSize(1);
    }

    @Test
    void whoSaysSoBeforehandIsNotKeptFromIt() throws Exception {
        Ran ran = run("apply", mine().with(Field.ROLE_ARN, ARN + "-2"), "--yes", "--skip-role-checks");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(standing.thoughtSpot().webhooks()).hasSize(1);
    }

    /** No right in IAM, and none in S3 either. */
    @Test
    void whoMayLookAtNothingRegistersAndIsToldSo() throws Exception {
        standing.iam.createUser(user -> user.userName("maria"));
        var key = standing.iam.createAccessKey(made -> made.userName("maria")).accessKey();
        standing.console
                .with("AWS_ACCESS_KEY_ID", key.accessKeyId())
                .with("AWS_SECRET_ACCESS_KEY", key.secretAccessKey());

        Ran ran = run("apply", mine(), "--yes", "--no-input");

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err())
                .contains(
                        "You may not look at all of the role and its bucket (iam:GetRole, s3:ListBucket)",
                        "spotdock test");
        assertThat(standing.thoughtSpot().webhooks()).hasSize(1);
    }

    @Test
    void whatIsMadeHereIsJudgedByThePlanAlone() throws Exception {
        Draft ours = standing.draft().with(Field.EXTERNAL_ID, "another-external-id");
        assertThat(run("apply", ours, "--yes", "--no-input").code()).isZero();
    }

    @Test
    void programsReadTheChecksThatFailed() throws Exception {
        Ran ran = run("apply", mine().with(Field.ROLE_ARN, ARN + "-2"), "--yes", "--json");
        var result = new ObjectMapper().readTree(ran.lines().getLast());
        assertThat(result.path("result").asText()).isEqualTo("failed");
        assertThat(result.path("checks").findValuesAsText("id")).contains("role.exists");
    }
}
