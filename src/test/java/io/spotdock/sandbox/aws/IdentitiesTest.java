package io.spotdock.sandbox.aws;

import static io.spotdock.sandbox.aws.AwsWorld.TRUST;
import static io.spotdock.sandbox.aws.AwsWorld.allow;
import static io.spotdock.sandbox.aws.AwsWorld.refused;
import static io.spotdock.sandbox.aws.AwsWorld.roleArn;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.PolicyVersion;
import software.amazon.awssdk.services.iam.model.StatusType;

/** Users, access keys, managed policies and the simulator (IAM API Reference). */
class IdentitiesTest {
    private final AwsWorld world = new AwsWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aUserMayWhatItsPoliciesSay() {
        AwsCredentials reader = world.user("reader", "");
        refused(() -> world.s3(reader).listBuckets(), 403, "AccessDenied")
                .hasMessageContaining("because no identity-based policy allows the s3:ListAllMyBuckets action");
        world.iam()
                .attachUserPolicy(
                        b -> b.userName("reader").policyArn("arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"));
        world.s3(reader).listBuckets();
        refused(() -> world.s3(reader).createBucket(b -> b.bucket("exports")), 403, "AccessDenied");
    }

    @Test
    void anInactiveOrDeletedKeyOpensNothing() {
        AwsCredentials reader = world.user("reader", allow("s3:*", "*"));
        world.iam()
                .updateAccessKey(b ->
                        b.userName("reader").accessKeyId(reader.accessKeyId()).status(StatusType.INACTIVE));
        refused(() -> world.sts(reader).getCallerIdentity(), 403, "InvalidClientTokenId");
        world.iam()
                .updateAccessKey(b ->
                        b.userName("reader").accessKeyId(reader.accessKeyId()).status(StatusType.ACTIVE));
        assertThat(world.sts(reader).getCallerIdentity().arn()).endsWith(":user/reader");
        refused(() -> world.iam().deleteUser(b -> b.userName("reader")), 409, "DeleteConflict");
        world.iam().deleteAccessKey(b -> b.userName("reader").accessKeyId(reader.accessKeyId()));
        refused(() -> world.sts(reader).getCallerIdentity(), 403, "InvalidClientTokenId");
        world.iam().deleteUserPolicy(b -> b.userName("reader").policyName("own"));
        world.iam().deleteUser(b -> b.userName("reader"));
        refused(() -> world.iam().getUser(b -> b.userName("reader")), 404, "NoSuchEntity");
    }

    @Test
    void aManagedPolicyHasVersionsAndStaysWhileItIsUsed() {
        world.iam().createRole(b -> b.roleName("upload").assumeRolePolicyDocument(TRUST));
        String arn = world.iam()
                .createPolicy(b -> b.policyName("write").policyDocument(allow("s3:PutObject", "*")))
                .policy()
                .arn();
        world.iam().attachRolePolicy(b -> b.roleName("upload").policyArn(arn));
        world.iam()
                .createPolicyVersion(b -> b.policyArn(arn)
                        .policyDocument(allow("s3:GetObject", "*"))
                        .setAsDefault(true));
        assertThat(world.iam().listPolicyVersions(b -> b.policyArn(arn)).versions())
                .extracting(PolicyVersion::versionId)
                .containsExactly("v2", "v1");
        assertThat(world.iam()
                        .listAttachedRolePolicies(b -> b.roleName("upload"))
                        .attachedPolicies())
                .extracting(AttachedPolicy::policyName)
                .containsExactly("write");
        refused(() -> world.iam().deletePolicy(b -> b.policyArn(arn)), 409, "DeleteConflict");
        world.iam().detachRolePolicy(b -> b.roleName("upload").policyArn(arn));
        refused(() -> world.iam().deletePolicy(b -> b.policyArn(arn)), 409, "DeleteConflict")
                .hasMessageContaining("more than one version");
        world.iam().deletePolicyVersion(b -> b.policyArn(arn).versionId("v1"));
        world.iam().deletePolicy(b -> b.policyArn(arn));
    }

    @Test
    void theSimulatorAnswersByTheSameRules() {
        world.iam().createRole(b -> b.roleName("upload").assumeRolePolicyDocument(TRUST));
        world.iam()
                .putRolePolicy(b -> b.roleName("upload")
                        .policyName("write")
                        .policyDocument(allow("s3:PutObject", "arn:aws:s3:::exports/thoughtspot/*")));
        var answers = world.iam()
                .simulatePrincipalPolicy(b -> b.policySourceArn(roleArn("upload"))
                        .actionNames("s3:PutObject", "s3:GetObject")
                        .resourceArns("arn:aws:s3:::exports/thoughtspot/a", "arn:aws:s3:::exports/a"))
                .evaluationResults();
        assertThat(answers)
                .extracting(EvaluationResult::evalDecisionAsString)
                .containsExactly("allowed", "implicitDeny", "implicitDeny", "implicitDeny");
        assertThat(answers.getFirst().matchedStatements().getFirst().sourcePolicyId())
                .isEqualTo("write");
        refused(
                () -> world.iam()
                        .simulatePrincipalPolicy(
                                b -> b.policySourceArn(roleArn("nobody")).actionNames("s3:PutObject")),
                404,
                "NoSuchEntity");
        assertThat(world.iam()
                        .simulateCustomPolicy(
                                b -> b.policyInputList(allow("s3:*", "*"), AwsWorld.policy("Deny", "s3:Get*", "*"))
                                        .actionNames("s3:GetObject"))
                        .evaluationResults()
                        .getFirst()
                        .evalDecisionAsString())
                .isEqualTo("explicitDeny");
    }
}
