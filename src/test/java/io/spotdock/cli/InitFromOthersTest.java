package io.spotdock.cli;

import static io.spotdock.cli.Standing.ARN;
import static io.spotdock.cli.Standing.BUCKET;
import static io.spotdock.cli.Standing.ROLE;
import static io.spotdock.cli.Standing.document;
import static io.spotdock.cli.Standing.writing;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.cli.Console.Ran;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Roles that others made: what can be carried over is, what can't is said, and what is open is not guessed. */
class InitFromOthersTest {
    private static final String OBJECTS = "arn:aws:s3:::" + BUCKET + "/thoughtspot/*";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private Standing standing;

    @BeforeEach
    void start() {
        standing = Standing.aws(directory);
        standing.s3.createBucket(bucket -> bucket.bucket(BUCKET));
    }

    @AfterEach
    void close() {
        standing.close();
    }

    private Ran init(String... more) {
        String[] all = new String[more.length + 2];
        all[0] = "--from-role";
        all[1] = ARN;
        System.arraycopy(more, 0, all, 2, more.length);
        return standing.init(all);
    }

    private String refusal(String... more) {
        Ran ran = init(more);
        assertThat(ran.code()).as(ran.out() + ran.err()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        return ran.err();
    }

    /** As the AWS CLI makes it from ThoughtSpot's guide: the account by its number, the actions in lists. */
    @Test
    void aRoleMadeByHandIsLeftToWhoeverMadeItAndNothingIsToBeChanged() throws Exception {
        standing.role(
                standing.trust()
                        .replace(
                                "arn:aws:iam::" + standing.sandbox.access().thoughtSpotAccount() + ":root",
                                standing.sandbox.access().thoughtSpotAccount().value()),
                writing(OBJECTS));

        Ran ran = init();
        Draft found = Standing.draft(ran);

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(Standing.settings(found))
                .isEqualTo(Standing.settings(standing.draft()
                        .withoutWebhook()
                        .without(Field.HOST)
                        .without(Field.ROLE_NAME)
                        .with(Field.ROLE_ARN, ARN)
                        .with(Field.CREATE, "false")));
        assertThat(ran.err()).contains("Somebody else made the role", "spotdock plan would change nothing");
        assertThat(standing.plan(found)).isEmpty();
        // And the same where Spotdock is told to manage it: it means what Spotdock would write.
        assertThat(standing.plan(Standing.draft(init("--role", ROLE)))).isEmpty();
    }

    /** As Terraform does it: the rights in a managed policy that is attached. */
    @Test
    void attachedPoliciesAreReadAndSaidToBeNoPartOfSettings() throws Exception {
        standing.role(standing.trust());
        String policy = standing.iam
                .createPolicy(made -> made.policyName("exports").policyDocument(document(writing(OBJECTS))))
                .policy()
                .arn();
        standing.iam.attachRolePolicy(attach -> attach.roleName(ROLE).policyArn(policy));

        Ran ran = init();
        assertThat(Standing.draft(ran).text(Field.PREFIX)).contains("thoughtspot/");
        assertThat(ran.err()).contains("attached to the role: exports");
        assertThat(standing.plan(Standing.draft(ran))).isEmpty();

        Ran managed = init("--role", ROLE);
        assertThat(managed.err())
                .contains("Spotdock manages the role from now on", "would show one change (permissions-policy " + ROLE);
        assertThat(standing.plan(Standing.draft(managed))).containsExactly("create permissions-policy " + ROLE);
    }

    @Test
    void ofSeveralBucketsOneIsChosen() throws Exception {
        standing.s3.createBucket(bucket -> bucket.bucket("the-other-exports"));
        standing.role(standing.trust(), writing(OBJECTS), writing("arn:aws:s3:::the-other-exports/reports/*"));

        assertThat(refusal())
                .contains("bucket.name: The role says " + BUCKET + ", the-other-exports. Choose with --bucket.");

        Draft other = Standing.draft(init("--bucket", "the-other-exports"));
        assertThat(other.text(Field.PREFIX)).contains("reports/");
        assertThat(other.text(Field.BUCKET_NAME)).contains("the-other-exports");
        assertThat(standing.plan(other)).isEmpty();
    }

    @Test
    void aPersonAtATerminalIsAskedWhatIsOpen() throws Exception {
        standing.s3.createBucket(bucket -> bucket.bucket("the-other-exports"));
        standing.role(standing.trust(), writing(OBJECTS), writing("arn:aws:s3:::the-other-exports/reports/*"));
        standing.console.typing("the-other-exports", "", "n");

        Ran ran = init();

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err())
                .contains("Choose with --bucket.\nBucket [" + BUCKET + "]: ")
                .doesNotContain("AWS profile", "Role name", "Prefix,");
        assertThat(Standing.draft(ran).text(Field.PREFIX)).contains("reports/");
    }

    /** Guides often name both in one statement; a bucket itself is none of its files. */
    @Test
    void theBucketBesideItsFilesIsNoPlaceToWriteTo() {
        standing.role(
                standing.trust(),
                "{'Effect':'Allow','Action':['s3:ListBucket','s3:PutObject'],'Resource':['arn:aws:s3:::" + BUCKET
                        + "','" + OBJECTS + "']}");
        Ran ran = init();
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(Standing.draft(ran).text(Field.PREFIX)).contains("thoughtspot/");
        assertThat(ran.err()).contains("more than a delivery takes: s3:ListBucket.");
    }

    @Test
    void twoPrefixesOfOneBucketAreOpenToo() {
        standing.role(standing.trust(), writing(OBJECTS), writing("arn:aws:s3:::" + BUCKET + "/exports/*"));
        assertThat(refusal()).contains("bucket.prefix: The role says thoughtspot/, exports/. Choose with --prefix.");
    }

    @Test
    void aWildcardNamesNoBucket() throws Exception {
        standing.role(
                standing.trust(), "{'Effect':'Allow','Action':['s3:*'],'Resource':'arn:aws:s3:::my-*/thoughtspot/*'}");

        assertThat(refusal())
                .contains("bucket.name: The role may write to more than one bucket: my-*/thoughtspot/*.", "--bucket")
                .doesNotContain("bucket.name: This is needed");

        Ran ran = init("--bucket", BUCKET);
        assertThat(Standing.draft(ran).text(Field.PREFIX)).contains("thoughtspot/");
        assertThat(ran.err())
                .contains(
                        "wherever my-*/thoughtspot/* leads",
                        "more than a delivery takes: s3:*. Settings have no place");
        assertThat(standing.plan(Standing.draft(ran))).isEmpty();
    }

    @Test
    void aWildcardInsideAKeyIsNoPrefix() {
        standing.role(standing.trust(), writing("arn:aws:s3:::" + BUCKET + "/*/reports/*"));
        assertThat(refusal()).contains("bucket.prefix: Under which prefix", BUCKET + "/*/reports/*", "--prefix");
        assertThat(Standing.draft(init("--prefix", "a/reports/")).text(Field.PREFIX))
                .contains("a/reports/");
        assertThat(Standing.draft(init("--prefix=")).text(Field.PREFIX)).isEmpty();
    }

    @Test
    void whatIsSaidByExclusionIsNotCarriedOver() {
        standing.role(
                standing.trust(),
                "{'Effect':'Allow','NotAction':'iam:*','Resource':'*'}",
                "{'Effect':'Allow','Action':'s3:PutObject','NotResource':'arn:aws:s3:::private/*'}",
                "{'Effect':'Deny','Action':'s3:PutObject','Resource':'arn:aws:s3:::secret/*'}");
        assertThat(refusal())
                .contains("what can’t be carried over: Deny (own), NotAction (own), NotResource (own).")
                .contains("bucket.name: The role may write to more than one bucket: */*.");
        Ran ran = init("--bucket", BUCKET);
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(Standing.draft(ran).text(Field.PREFIX)).isEmpty();
    }

    @Test
    void aRoleWithoutAnyRightToWriteSaysNoBucket() {
        standing.role(standing.trust(), "{'Effect':'Allow','Action':'s3:GetObject','Resource':'" + OBJECTS + "'}");
        assertThat(refusal()).contains("bucket.name: The role’s policies let it write to no bucket");
    }

    @Test
    void conditionsOfAnotherKindAreReadAndSaid() {
        standing.role(
                standing.trust().replace("StringEquals", "StringLike"),
                writing(OBJECTS)
                        .replace("'Resource'", "'Condition':{'Bool':{'aws:SecureTransport':'true'}},'Resource'"));
        Ran ran = init();
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(Standing.draft(ran).text(Field.EXTERNAL_ID)).contains("ts-webhook-x7k9m2p4q1");
        assertThat(ran.err()).contains("StringLike sts:ExternalId", "Bool aws:SecureTransport");
    }

    @Test
    void aPatternOfExternalIdsIsNone() {
        standing.role(
                standing.trust().replace("StringEquals", "StringLike").replace("ts-webhook-x7k9m2p4q1", "ts-*"),
                writing(OBJECTS));
        assertThat(refusal()).contains("role.external-id: The role’s trust policy asks for no fixed external ID");
    }

    @Test
    void aRoleWithoutAnExternalIdIsNeverCarriedOver() {
        standing.role(standing.trust().replaceFirst(", \"Condition\".*?}}", ""), writing(OBJECTS));
        assertThat(refusal())
                .contains("role.external-id: The role’s trust policy asks for no fixed external ID", "--external-id");
        assertThat(Standing.draft(init("--external-id", "mine-from-now-on")).text(Field.EXTERNAL_ID))
                .contains("mine-from-now-on");
    }

    @Test
    void aPersonHasToTypeTheMissingExternalId() {
        standing.role(standing.trust().replaceFirst(", \"Condition\".*?}}", ""), writing(OBJECTS));
        standing.console.typing("", "mine-from-now-on", "", "n");
        Ran ran = init();
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("  This is needed.");
        assertThat(Standing.draft(ran).text(Field.EXTERNAL_ID)).contains("mine-from-now-on");
    }

    @Test
    void ofSeveralExternalIdsOneIsChosen() {
        standing.role(
                standing.trust().replace("\"ts-webhook-x7k9m2p4q1\"", "[\"ts-webhook-x7k9m2p4q1\",\"another-one\"]"),
                writing(OBJECTS));
        assertThat(refusal())
                .contains(
                        "role.external-id: The role says ts-webhook-x7k9m2p4q1, another-one. Choose with --external-id.");
        assertThat(Standing.draft(init("--external-id", "another-one")).text(Field.EXTERNAL_ID))
                .contains("another-one");
    }

    @Test
    void whoElseIsLetInIsSaidAndThoughtSpotToldApart() {
        String ours = standing.sandbox.access().thoughtSpotAccount().value();
        standing.account("444455556666");
        standing.role(
                "{'Version':'2012-10-17','Statement':["
                        + "{'Effect':'Allow','Principal':{'Service':'lambda.amazonaws.com'},'Action':'sts:AssumeRole'},"
                        + "{'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::999888777666:root'},'Action':'sts:AssumeRole'},"
                        + "{'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::444455556666:root'},'Action':'sts:AssumeRole',"
                        + "'Condition':{'StringEquals':{'sts:ExternalId':'of-others'}}},"
                        + "{'Effect':'Allow','Principal':{'AWS':'" + ours + "'},'Action':'sts:AssumeRole',"
                        + "'Condition':{'StringEquals':{'sts:ExternalId':'of-thoughtspot'}}}]}",
                writing(OBJECTS));
        assertThat(refusal())
                .contains("thoughtspot.account-id: The role says 444455556666, " + ours)
                .contains("also lets in arn:aws:iam::999888777666:root, lambda.amazonaws.com.");

        Ran ran = init("--thoughtspot-account-id", ours);
        assertThat(Standing.draft(ran).text(Field.EXTERNAL_ID)).contains("of-thoughtspot");
        assertThat(ran.err()).contains("also lets in 444455556666");
    }

    @Test
    void aRoleOfAServiceIsProbablyTheWrongOne() {
        standing.role(
                "{'Version':'2012-10-17','Statement':[{'Effect':'Allow','Principal':{'Service':'ec2.amazonaws.com'},"
                        + "'Action':'sts:AssumeRole'}]}",
                writing(OBJECTS));
        assertThat(refusal())
                .contains(
                        "thoughtspot.hosting: The role lets in ec2.amazonaws.com, but no ThoughtSpot.",
                        "the right role?");
    }

    @Test
    void aUserOfThoughtSpotsAccountStandsForTheAccount() {
        String ours = standing.sandbox.access().thoughtSpotAccount().value();
        String user = "arn:aws:iam::" + ours + ":user/administrator";
        standing.account(ours);
        standing.role(standing.trust().replace("arn:aws:iam::" + ours + ":root", user), writing(OBJECTS));
        Ran ran = init();
        assertThat(Standing.draft(ran).text(Field.THOUGHTSPOT_ACCOUNT)).contains(ours);
        assertThat(ran.err()).contains("The role names " + user + ". Settings know ThoughtSpot by its account");
    }

    @Test
    void everyoneIsNotThoughtSpot() {
        String ours = standing.sandbox.access().thoughtSpotAccount().value();
        standing.role(standing.trust().replace("arn:aws:iam::" + ours + ":root", "*"), writing(OBJECTS));
        assertThat(refusal()).contains("thoughtspot.account-id: The role’s trust policy lets in every AWS account");
        assertThat(Standing.draft(init("--thoughtspot-account-id", ours)).text(Field.EXTERNAL_ID))
                .contains("ts-webhook-x7k9m2p4q1");
    }

    @Test
    void anyGoogleAccountIsNotThoughtSpot() {
        standing.role(
                "{'Version':'2012-10-17','Statement':[{'Effect':'Allow','Principal':{'Federated':'accounts.google.com'},"
                        + "'Action':'sts:AssumeRoleWithWebIdentity',"
                        + "'Condition':{'StringEquals':{'accounts.google.com:aud':'115663769112811637952'}}}]}",
                writing(OBJECTS));
        assertThat(refusal())
                .contains("thoughtspot.service-account-id: The role’s trust policy lets in any Google account");
    }

    @Test
    void theBucketAndTheRoleMayContradictEachOtherOnTheKey() {
        String key = standing.key();
        standing.role(
                standing.trust(),
                writing(OBJECTS),
                "{'Effect':'Allow','Action':['kms:GenerateDataKey','kms:Decrypt'],'Resource':'" + key + "'}");
        assertThat(refusal())
                .contains("bucket.kms-key: The role says " + key
                        + ". The bucket says none. Choose with --bucket-kms-key.");
        assertThat(Standing.draft(init("--bucket-kms-key=")).text(Field.KMS_KEY))
                .isEmpty();
        assertThat(Standing.draft(init("--bucket-kms-key", key)).text(Field.KMS_KEY))
                .contains(key);
    }

    @Test
    void aBucketThatIsGoneIsNotMadeUnasked() throws Exception {
        standing.role(standing.trust(), writing("arn:aws:s3:::gone-exports/*"));
        assertThat(refusal())
                .contains("There is no bucket gone-exports.", "aws.region: The bucket’s region can’t be seen");
        Draft found = Standing.draft(init("--region", "eu-west-1"));
        assertThat(found.text(Field.CREATE)).contains("false");
        assertThat(found.text(Field.REGION)).contains("eu-west-1");
    }

    @Test
    void optionsStandAboveWhatIsFoundAndAreSaidTo() {
        standing.role(standing.trust(), writing(OBJECTS));
        Ran ran = init("--prefix", "elsewhere/", "--region", "eu-west-1");
        assertThat(Standing.draft(ran).text(Field.PREFIX)).contains("elsewhere/");
        assertThat(ran.err())
                .contains(
                        "bucket.prefix is elsewhere/, as you say; found was thoughtspot/.",
                        "aws.region is eu-west-1, as you say; found was us-east-1.",
                        "would show one change (bucket " + BUCKET + ")");
    }

    @Test
    void whatASelfTestForgotIsNobody() {
        standing.account("444455556666");
        standing.role(
                standing.trust()
                        .replace(
                                "\"Statement\": [",
                                "\"Statement\": [{\"Sid\":\"SpotdockSelfTest12345678\",\"Effect\":\"Allow\",\"Principal\":"
                                        + "{\"AWS\":\"444455556666\"},\"Action\":\"sts:AssumeRole\"},"),
                writing(OBJECTS));
        Ran ran = init();
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err()).doesNotContain("444455556666");
    }
}
