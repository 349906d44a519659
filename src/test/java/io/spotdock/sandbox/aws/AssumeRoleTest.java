package io.spotdock.sandbox.aws;

import static io.spotdock.sandbox.aws.AwsWorld.EXTERNAL_ID;
import static io.spotdock.sandbox.aws.AwsWorld.THOUGHTSPOT;
import static io.spotdock.sandbox.aws.AwsWorld.allow;
import static io.spotdock.sandbox.aws.AwsWorld.refused;
import static io.spotdock.sandbox.aws.AwsWorld.roleArn;
import static io.spotdock.sandbox.aws.AwsWorld.session;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;

/** STS API Reference, "AssumeRole"; IAM User Guide, "Access to AWS accounts owned by third parties". */
class AssumeRoleTest {
    private static final String DENIED = "User: arn:aws:iam::" + THOUGHTSPOT
            + ":user/administrator is not authorized to perform: sts:AssumeRole on resource: " + roleArn("upload");

    private final AwsWorld world = new AwsWorld();

    @BeforeEach
    void aRole() {
        world.deliveryIsSetUp();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private AssumeRoleRequest.Builder ask(AssumeRoleRequest.Builder b) {
        return b.roleArn(roleArn("upload")).roleSessionName("thoughtspot");
    }

    @Test
    void theRightExternalIdOpensTheRole() {
        AwsCredentials delivery = world.delivery();
        assertThat(world.sts(delivery).getCallerIdentity().arn())
                .isEqualTo("arn:aws:sts::999888777666:assumed-role/upload/thoughtspot");
        world.s3(delivery)
                .putObject(
                        b -> b.bucket("exports").key("thoughtspot/a.pdf").acl("bucket-owner-full-control"),
                        RequestBody.fromString("pdf"));
    }

    @Test
    void noneAWrongOneAndAnotherCaseAreDeniedAlike() {
        refused(() -> world.sts(world.thoughtSpot).assumeRole(b -> ask(b)), 403, "AccessDenied")
                .hasMessageContaining(DENIED);
        for (String wrong : new String[] {"another", EXTERNAL_ID.toUpperCase(java.util.Locale.ROOT)})
            refused(() -> world.sts(world.thoughtSpot).assumeRole(b -> ask(b).externalId(wrong)), 403, "AccessDenied")
                    .hasMessageContaining(DENIED);
    }

    @Test
    void aRoleThatIsNotThereIsDeniedTheSameWay() {
        refused(
                        () -> world.sts(world.thoughtSpot)
                                .assumeRole(b -> b.roleArn(roleArn("nobody")).roleSessionName("thoughtspot")),
                        403,
                        "AccessDenied")
                .hasMessageContaining("is not authorized to perform: sts:AssumeRole on resource: " + roleArn("nobody"));
    }

    @Test
    void theCustomersOwnAdministratorMayNotAssumeIt() {
        refused(() -> world.sts().assumeRole(b -> ask(b).externalId(EXTERNAL_ID)), 403, "AccessDenied");
    }

    @Test
    void trustInAnAccountLeavesItToThatAccountsPolicies() {
        var thoughtSpotsIam = world.iam(world.thoughtSpot);
        thoughtSpotsIam.createUser(b -> b.userName("poor"));
        var key = thoughtSpotsIam.createAccessKey(b -> b.userName("poor")).accessKey();
        AwsCredentials poor = AwsBasicCredentials.create(key.accessKeyId(), key.secretAccessKey());
        refused(() -> world.sts(poor).assumeRole(b -> ask(b).externalId(EXTERNAL_ID)), 403, "AccessDenied");
        thoughtSpotsIam.putUserPolicy(
                b -> b.userName("poor").policyName("assume").policyDocument(allow("sts:AssumeRole", "*")));
        assertThat(world.sts(poor)
                        .assumeRole(b -> ask(b).externalId(EXTERNAL_ID))
                        .credentials()
                        .accessKeyId())
                .startsWith("ASIA");
    }

    @Test
    void sessionsAreNoLongerThanTheRoleAllows() {
        refused(
                        () -> world.sts(world.thoughtSpot)
                                .assumeRole(b -> ask(b).externalId(EXTERNAL_ID).durationSeconds(3601)),
                        400,
                        "ValidationError")
                .hasMessageContaining("exceeds the MaxSessionDuration set for this role");
        refused(
                () -> world.sts(world.thoughtSpot)
                        .assumeRole(b -> ask(b).externalId(EXTERNAL_ID).roleSessionName("no spaces")),
                400,
                "ValidationError");
    }

    @Test
    void aChainedSessionLastsAnHourAtMost() {
        world.iam()
                .createRole(b -> b.roleName("next")
                        .maxSessionDuration(43_200)
                        .assumeRolePolicyDocument(
                                AwsWorld.trust("{\"AWS\":\"" + roleArn("upload") + "\"}", "sts:AssumeRole", "")));
        var delivery = world.sts(world.delivery());
        refused(
                        () -> delivery.assumeRole(b -> b.roleArn(roleArn("next"))
                                .roleSessionName("chained")
                                .durationSeconds(3601)),
                        400,
                        "ValidationError")
                .hasMessageContaining("role chaining");
        assertThat(delivery.assumeRole(b -> b.roleArn(roleArn("next")).roleSessionName("chained"))
                        .assumedRoleUser()
                        .arn())
                .endsWith("assumed-role/next/chained");
    }

    @Test
    void aSessionPolicyNarrowsWhatTheRoleMay() {
        AwsCredentials narrowed = session(world.sts(world.thoughtSpot)
                .assumeRole(b -> ask(b).externalId(EXTERNAL_ID)
                        .policy(allow("s3:PutObject", "arn:aws:s3:::exports/thoughtspot/one/*")))
                .credentials());
        put(narrowed, "thoughtspot/one/a");
        refused(() -> put(narrowed, "thoughtspot/two/a"), 403, "AccessDenied")
                .hasMessageContaining("because no session policy allows the s3:PutObject action");
    }

    @Test
    void aBoundaryNarrowsWhatTheRoleMay() {
        String boundary = world.iam()
                .createPolicy(b -> b.policyName("boundary").policyDocument(allow("s3:GetObject", "*")))
                .policy()
                .arn();
        world.iam().putRolePermissionsBoundary(b -> b.roleName("upload").permissionsBoundary(boundary));
        refused(() -> put(world.delivery(), "thoughtspot/a"), 403, "AccessDenied")
                .hasMessageContaining("because no permissions boundary allows the s3:PutObject action");
    }

    @Test
    void whatTheRoleMayNotIsDeniedWithItsReason() {
        AwsCredentials delivery = world.delivery();
        refused(() -> put(delivery, "elsewhere/a"), 403, "AccessDenied")
                .hasMessageContaining(
                        "User: arn:aws:sts::999888777666:assumed-role/upload/thoughtspot is not authorized to"
                                + " perform: s3:PutObject on resource: \"arn:aws:s3:::exports/elsewhere/a\" because no"
                                + " identity-based policy allows the s3:PutObject action");
        refused(() -> world.s3(delivery).listObjectsV2(b -> b.bucket("exports")), 403, "AccessDenied");
        refused(
                () -> world.s3(delivery).deleteObject(b -> b.bucket("exports").key("thoughtspot/a")),
                403,
                "AccessDenied");
    }

    private void put(AwsCredentials who, String key) {
        world.s3(who).putObject(b -> b.bucket("exports").key(key), RequestBody.fromString("x"));
    }

    @Test
    void sessionsOfADeletedRoleAreWorthNothing() {
        AwsCredentials delivery = world.delivery();
        world.iam().deleteRolePolicy(b -> b.roleName("upload").policyName("write"));
        world.iam().deleteRole(b -> b.roleName("upload"));
        world.iam().createRole(b -> b.roleName("upload").assumeRolePolicyDocument(AwsWorld.TRUST));
        refused(() -> world.sts(delivery).getCallerIdentity(), 403, "InvalidClientTokenId");
    }

    @Test
    void iamNeedsMfaFromASessionToken() {
        AwsCredentials plain = session(world.sts().getSessionToken().credentials());
        AwsCredentials withCode = session(world.sts()
                .getSessionToken(b -> b.serialNumber("arn:aws:iam::999888777666:mfa/administrator")
                        .tokenCode("123456"))
                .credentials());
        refused(() -> world.iam(plain).listRoles(), 403, "InvalidClientTokenId");
        assertThat(world.iam(withCode).listRoles().roles()).hasSize(1);
        refused(() -> world.sts(plain).getSessionToken(), 403, "AccessDenied");
    }
}
