package io.spotdock.service;

import static io.spotdock.service.SetUp.BUCKET;
import static io.spotdock.service.SetUp.ROLE;
import static io.spotdock.service.SetUp.allow;
import static io.spotdock.service.SetUp.amiss;
import static io.spotdock.service.SetUp.deny;
import static io.spotdock.service.SetUp.statement;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.check.CheckResult.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the role may do, too little or too much of it, as it stands in AWS. */
class RightsChecksTest {
    private static final String FILES = "arn:aws:s3:::" + BUCKET + "/thoughtspot/*";
    private static final String BOTH = "s3:PutObject s3:PutObjectAcl";
    private static final String POLICY = "thoughtspot-s3-upload";

    private final SetUp setUp = SetUp.aws();

    @AfterEach
    void close() {
        setUp.close();
    }

    @ParameterizedTest
    @CsvSource({
        "s3:PutObjectAcl,thoughtspot/*,!role.may-upload",
        "s3:PutObject,thoughtspot/*,?role.may-upload",
        "s3:PutObject s3:PutObjectAcl,reports/*,!role.may-upload ?role.permissions",
        "s3:PutObject s3:PutObjectAcl,thoughtspot*,?role.permissions !refused.lookalike-prefix",
        "s3:PutObject s3:PutObjectAcl s3:GetObject,thoughtspot/*,?role.permissions !refused.read",
        "s3:PutObject s3:PutObjectAcl s3:DeleteObject*,thoughtspot/*,"
                + "?role.permissions !refused.delete !refused.delete-version",
        "s3:PutObject s3:PutObjectAcl s3:GetObjectAcl,thoughtspot/*,?role.permissions !refused.read-acl",
        "s3:PutObject s3:PutObjectAcl s3:AbortMultipartUpload,thoughtspot/*,''",
    })
    void tooLittleAndTooMuchAreNamed(String actions, String files, String amiss) {
        setUp.rights(allow(actions, "arn:aws:s3:::" + BUCKET + "/" + files));
        assertThat(setUp.amiss()).isEqualTo(amiss(amiss));
    }

    @Test
    void whatIsLackingAndWhereItIsAllowedInsteadAreSaid() {
        setUp.rights(allow(BOTH, "arn:aws:s3:::" + BUCKET + "/reports/*"));
        assertThat(setUp.says("role.may-upload"))
                .isEqualTo("failed: It may s3:PutObject on arn:aws:s3:::" + BUCKET + "/reports/*, not on " + FILES
                        + ". Allow s3:PutObject on " + FILES + " in a policy of the role.");
        setUp.rights(allow("s3:PutObjectAcl", FILES));
        assertThat(setUp.says("role.may-upload")).startsWith("failed: No statement allows it s3:PutObject on " + FILES);
    }

    @Test
    void aStatementThatDeniesIsQuoted() {
        setUp.rights(allow(BOTH, FILES), statement("'Sid':'Frozen','Effect':'Deny','Action':'s3:Put*','Resource':'*'"));
        assertThat(setUp.amiss()).isEqualTo(amiss("!role.may-upload"));
        assertThat(setUp.says("role.may-upload"))
                .startsWith("failed: Statement Frozen (" + POLICY + ") denies it s3:PutObject.");
        assertThat(setUp.run("role.may-upload").said())
                .isEqualTo("{\"Sid\":\"Frozen\",\"Effect\":\"Deny\",\"Action\":\"s3:Put*\",\"Resource\":\"*\"}");
    }

    @Test
    void aBucketNameWithAStarReachesOtherBuckets() {
        setUp.rights(allow(BOTH, "arn:aws:s3:::" + BUCKET + "*/thoughtspot/*"));
        assertThat(setUp.amiss()).isEqualTo(amiss("?role.permissions !refused.other-bucket"));
    }

    @Test
    void anAttachedPolicyOfAwsIsReadAndItsStatementsNamed() {
        setUp.attach("arn:aws:iam::aws:policy/AmazonS3FullAccess");
        assertThat(setUp.amiss())
                .isEqualTo(amiss("?role.permissions !refused.outside-prefix !refused.lookalike-prefix"
                        + " !refused.other-bucket !refused.read !refused.read-acl !refused.list !refused.delete"
                        + " !refused.delete-version !refused.change-policy"));
        assertThat(setUp.says("role.permissions"))
                .startsWith("warned: They allow more: #1 (AmazonS3FullAccess): s3:*, s3-object-lambda:* → *.");
        assertThat(setUp.says("refused.read"))
                .isEqualTo("failed: It would be allowed, by statement #1 (AmazonS3FullAccess). Narrow statement #1"
                        + " (AmazonS3FullAccess), or detach its policy, so that this is no longer allowed.");
    }

    @Test
    void aBoundaryTakesAwayWhatAnAttachedPolicyGives() {
        setUp.attach("arn:aws:iam::aws:policy/AmazonS3FullAccess");
        setUp.bound(setUp.managed("uploads-only", allow(BOTH, FILES)));
        assertThat(setUp.amiss()).isEqualTo(amiss("?role.permissions"));
        assertThat(setUp.says("role.boundary"))
                .isEqualTo("passed: The boundary uploads-only leaves the role what a delivery needs.");
    }

    @Test
    void aBoundaryThatHoldsTheRoleBackIsNamed() {
        setUp.bound(setUp.managed("readers", allow("s3:Get* s3:List*", "*")));
        assertThat(setUp.amiss()).isEqualTo(amiss("!role.boundary"));
        assertThat(setUp.says("role.boundary"))
                .isEqualTo("failed: The boundary readers doesn’t let the role do s3:PutObject. Allow s3:PutObject on "
                        + FILES + " in the permissions boundary readers, or take it from the role.");
    }

    @Test
    void aBoundaryThatDeniesIsQuoted() {
        setUp.bound(setUp.managed("guard", allow("*", "*"), deny("s3:PutObject", FILES)));
        assertThat(setUp.amiss()).isEqualTo(amiss("!role.boundary"));
        assertThat(setUp.run("role.boundary").said()).startsWith("{\"Effect\":\"Deny\"");
    }

    @Test
    void aManagedPolicyServesAsWellAsAnInlineOne() {
        setUp.iam.deleteRolePolicy(b -> b.roleName(ROLE).policyName(POLICY));
        setUp.attach(setUp.managed("deliveries", allow(BOTH, FILES)));
        assertThat(setUp.amiss()).isEmpty();
    }

    @Test
    void soDoTwoPoliciesTogetherAndThePolicyOfTheBucket() {
        setUp.rights(allow("s3:PutObject", FILES));
        setUp.attach(setUp.managed("acls", allow("s3:PutObjectAcl", FILES)));
        assertThat(setUp.amiss()).isEmpty();

        setUp.iam.deleteRolePolicy(b -> b.roleName(ROLE).policyName(POLICY));
        setUp.bucketPolicy(statement("'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::999888777666:role/" + ROLE
                + "'},'Action':'s3:PutObject','Resource':'" + FILES + "'"));
        assertThat(setUp.amiss()).isEmpty();
    }

    @Test
    void theNewestVersionOfAPolicyCounts() {
        String policy = setUp.managed("more", allow("s3:*", "*"));
        setUp.attach(policy);
        setUp.iam.createPolicyVersion(
                b -> b.policyArn(policy).setAsDefault(true).policyDocument(SetUp.document(allow(BOTH, FILES))));
        assertThat(setUp.amiss()).isEmpty();
    }

    @Test
    void whatMayNotBeReadIsSkippedWithTheRightThatItTakes() {
        setUp.attach(setUp.managed("hidden", allow("s3:*", "*")));
        setUp.bound(setUp.managed("hidden-too", allow("*", "*")));
        setUp.world.sandbox.faults().set("deny", "iam:GetPolicy");

        assertThat(setUp.amiss()).isEmpty();
        assertThat(setUp.skipped())
                .contains("role.permissions", "role.boundary", "refused.read", "refused.delete")
                .doesNotContain("role.may-upload");
        assertThat(setUp.says("role.boundary"))
                .isEqualTo("skipped: It could not be looked at: iam:GetPolicy is not allowed to you.");
    }

    @Test
    void whoMayNotEvenListAttachedPoliciesLearnsTheRest() {
        setUp.world.sandbox.faults().set("deny", "iam:ListAttachedRolePolicies");
        assertThat(setUp.amiss()).isEmpty();
        assertThat(setUp.says("role.permissions"))
                .isEqualTo("skipped: It could not be looked at: iam:ListAttachedRolePolicies is not allowed to you.");
        assertThat(setUp.run("trust.principal").status()).isEqualTo(Status.PASSED);
    }
}
