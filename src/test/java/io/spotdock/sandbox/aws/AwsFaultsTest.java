package io.spotdock.sandbox.aws;

import static io.spotdock.sandbox.aws.AwsWorld.TRUST;
import static io.spotdock.sandbox.aws.AwsWorld.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spotdock.sandbox.Sandbox;
import io.spotdock.sandbox.control.CallLog.Call;
import io.spotdock.sandbox.control.FaultValue;
import io.spotdock.sandbox.control.KnownFault;
import io.spotdock.sandbox.control.SandboxOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;

/** What goes wrong on request, and only that. */
class AwsFaultsTest {
    private static void deliver(AwsWorld world, AwsCredentials who) {
        world.s3(who).putObject(b -> b.bucket("exports").key("thoughtspot/a"), RequestBody.fromString("x"));
    }

    @Test
    void aChangeOfIamSpreadsAfterSoManyAttempts() {
        try (AwsWorld world = AwsWorld.with("propagation", "2")) {
            world.deliveryIsSetUp();
            assertThat(world.iam().getRole(b -> b.roleName("upload")).role().roleName())
                    .isEqualTo("upload");
            refused(world::delivery, 403, "AccessDenied");
            refused(world::delivery, 403, "AccessDenied");
            deliver(world, world.delivery());
        }
    }

    @Test
    void anAttemptThatWouldFailAnywayDoesNotCount() {
        try (AwsWorld world = AwsWorld.with("propagation", "1")) {
            world.deliveryIsSetUp();
            refused(
                    () -> world.sts(world.thoughtSpot)
                            .assumeRole(b -> b.roleArn(AwsWorld.roleArn("upload"))
                                    .roleSessionName("thoughtspot")
                                    .externalId("wrong")),
                    403,
                    "AccessDenied");
            refused(world::delivery, 403, "AccessDenied");
            deliver(world, world.delivery());
        }
    }

    @Test
    void aChangeOfIamSpreadsWithTime() {
        Instant[] now = {Instant.now()};
        try (AwsWorld world =
                new AwsWorld(SandboxOptions.aws().withClock(() -> now[0]).withFaults(Map.of("propagation", "20s")))) {
            world.deliveryIsSetUp();
            refused(world::delivery, 403, "AccessDenied");
            now[0] = now[0].plus(Duration.ofSeconds(21));
            deliver(world, world.delivery());
        }
    }

    @Test
    void whatWasTakenAwayWorksOnForAWhile() {
        try (AwsWorld world = new AwsWorld()) {
            world.deliveryIsSetUp();
            AwsCredentials delivery = world.delivery();
            world.faults().set("propagation", "1");
            world.iam().deleteRolePolicy(b -> b.roleName("upload").policyName("write"));
            deliver(world, delivery);
            refused(() -> deliver(world, delivery), 403, "AccessDenied");
        }
    }

    @Test
    void aPrincipalIsNotKnownAtOnce() {
        try (AwsWorld world = AwsWorld.with("invalid-principal-lag", "1")) {
            refused(
                            () -> world.iam()
                                    .createRole(b -> b.roleName("upload").assumeRolePolicyDocument(TRUST)),
                            400,
                            "MalformedPolicyDocument")
                    .hasMessageContaining("Invalid principal in policy");
            world.iam().createRole(b -> b.roleName("upload").assumeRolePolicyDocument(TRUST));
        }
    }

    @Test
    void throttlingAndErrorsAreCounted() {
        try (AwsWorld world = AwsWorld.with("throttle", "2")) {
            refused(() -> world.iam().listRoles(), 400, "Throttling");
            refused(() -> world.s3().listBuckets(), 503, "SlowDown");
            world.iam().listRoles();
            world.faults().set("error", "2");
            refused(() -> world.sts().getCallerIdentity(), 500, "InternalFailure");
            refused(() -> world.s3().listBuckets(), 500, "InternalError");
            world.s3().listBuckets();
        }
    }

    @Test
    void aDroppedConnectionMayHideAChange() {
        try (AwsWorld world = AwsWorld.with("drop", "1")) {
            assertThatThrownBy(() ->
                            world.iam().createRole(b -> b.roleName("upload").assumeRolePolicyDocument(TRUST)))
                    .isInstanceOf(SdkClientException.class);
            assertThat(world.iam().listRoles().roles()).hasSize(1);
            assertThat(world.calls().calls().getFirst()).isEqualTo(new Call("iam", "CreateRole", true, 0));
        }
        try (AwsWorld world = AwsWorld.with("drop-before", "1")) {
            assertThatThrownBy(() ->
                            world.iam().createRole(b -> b.roleName("upload").assumeRolePolicyDocument(TRUST)))
                    .isInstanceOf(SdkClientException.class);
            assertThat(world.iam().listRoles().roles()).isEmpty();
        }
    }

    @Test
    void deniedActionsAreAPolicyLikeAnyOther() {
        try (AwsWorld world = AwsWorld.with("deny", "iam:CreateRole,s3:Put*Policy")) {
            refused(
                            () -> world.iam()
                                    .createRole(b -> b.roleName("upload").assumeRolePolicyDocument(TRUST)),
                            403,
                            "AccessDenied")
                    .hasMessageContaining(
                            "User: arn:aws:iam::999888777666:user/administrator is not authorized to perform:"
                                    + " iam:CreateRole on resource: arn:aws:iam::999888777666:role/upload with an explicit"
                                    + " deny in an identity-based policy");
            world.s3().createBucket(b -> b.bucket("exports"));
            refused(() -> world.s3().putBucketPolicy(b -> b.bucket("exports").policy("{}")), 403, "AccessDenied");
            var simulated = world.iam()
                    .simulatePrincipalPolicy(b -> b.policySourceArn("arn:aws:iam::999888777666:user/administrator")
                            .actionNames("iam:CreateRole", "iam:GetRole"));
            assertThat(simulated.evaluationResults())
                    .extracting(r -> r.evalDecisionAsString())
                    .containsExactly("explicitDeny", "allowed");
        }
    }

    @Test
    void theOrganisationDeniesWithoutShowing() {
        try (AwsWorld world = AwsWorld.with("scp", "iam:CreateRole")) {
            refused(
                            () -> world.iam()
                                    .createRole(b -> b.roleName("upload").assumeRolePolicyDocument(TRUST)),
                            403,
                            "AccessDenied")
                    .hasMessageContaining("with an explicit deny in a service control policy");
            assertThat(world.iam()
                            .simulatePrincipalPolicy(
                                    b -> b.policySourceArn("arn:aws:iam::999888777666:user/administrator")
                                            .actionNames("iam:CreateRole"))
                            .evaluationResults()
                            .getFirst()
                            .evalDecisionAsString())
                    .isEqualTo("allowed");
        }
    }

    @Test
    void aBucketMayBeSomeoneElses() {
        try (AwsWorld world = AwsWorld.with("foreign-bucket", "taken")) {
            refused(() -> world.s3().createBucket(b -> b.bucket("taken")), 409, "BucketAlreadyExists");
            refused(() -> world.s3().listObjectsV2(b -> b.bucket("taken")), 403, "AccessDenied");
        }
    }

    @Test
    void aBucketPolicyOfSomeoneElsesMayDeny() {
        try (AwsWorld world = AwsWorld.with("deny-bucket-policy", "")) {
            world.deliveryIsSetUp();
            AwsCredentials delivery = world.delivery();
            refused(() -> deliver(world, delivery), 403, "AccessDenied")
                    .hasMessageContaining("with an explicit deny in a resource-based policy");
            assertThat(world.s3().getBucketPolicy(b -> b.bucket("exports")).policy())
                    .contains("Deny");
            world.s3().deleteBucketPolicy(b -> b.bucket("exports"));
            deliver(world, delivery);
        }
    }

    @Test
    void aKeyMayShutTheRoleOut() {
        try (AwsWorld world = AwsWorld.with("kms", "")) {
            world.deliveryIsSetUp();
            refused(() -> deliver(world, world.delivery()), 403, "AccessDenied")
                    .hasMessageContaining("kms:GenerateDataKey");
            deliver(world, world.administrator);
        }
    }

    @Test
    void callsAreLoggedByTheirApisNames() {
        try (AwsWorld world = new AwsWorld()) {
            world.s3().createBucket(b -> b.bucket("exports"));
            world.s3().listObjectsV2(b -> b.bucket("exports"));
            world.s3().putBucketVersioning(b -> b.bucket("exports").versioningConfiguration(v -> v.status("Enabled")));
            refused(() -> world.iam().getRole(b -> b.roleName("nobody")), 404, "NoSuchEntity");
            assertThat(world.calls().calls())
                    .containsExactly(
                            new Call("s3", "CreateBucket", true, 200),
                            new Call("s3", "ListObjectsV2", false, 200),
                            new Call("s3", "PutBucketVersioning", true, 200),
                            new Call("iam", "GetRole", false, 404));
        }
    }

    @Test
    void everyFaultIsDescribedUnderANameOfItsOwn() {
        assertThat(Sandbox.knownFaults())
                .allSatisfy(fault -> assertThat(fault.says()).isNotBlank())
                .allSatisfy(fault -> assertThat(fault.says().startsWith("="))
                        .as(fault.id())
                        .isEqualTo(fault.value() != FaultValue.NONE))
                .extracting(KnownFault::id)
                .doesNotHaveDuplicates()
                .contains("propagation", "kms", "google-no-azp", "ts-mfa", "receiver");
    }

    @ParameterizedTest
    @CsvSource({
        "throttle,often",
        "propagation,soon",
        "propagation,PTx",
        "propagation,-5s",
        "clock-skew,20",
        "clock-skew,PT9999999999999999999H",
        "slow,''",
        "kms,yes",
        "deny,everything",
        "foreign-bucket,Not_A_Bucket",
        "ts-throttle,-1",
        "ts-account,123",
        "ts-external-id,x",
        "ts-mfa,yes",
        "receiver,''",
        "receiver,999",
        "google-no-azp,yes",
    })
    void aValueThatMeansNothingIsRefusedAtOnce(String fault, String value) {
        assertThatThrownBy(() -> AwsWorld.with(fault, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(fault);
    }

    @ParameterizedTest
    @CsvSource({
        "throttle,''",
        "propagation,3",
        "propagation,20s",
        "clock-skew,-20m",
        "clock-skew,PT20M",
        "deny,'iam:Create*, s3:PutObject'",
        "scp,*",
        "ts-account,210987654321",
        "receiver,slow",
    })
    void aValueThatMeansSomethingIsTaken(String fault, String value) {
        try (AwsWorld world = AwsWorld.with(fault, value)) {
            assertThat(world.faults().value(fault)).contains(value);
        }
    }

    @Test
    void aSlowAwsAnswersAllTheSame() {
        try (AwsWorld world = AwsWorld.with("slow", "1")) {
            assertThat(world.iam().listRoles().roles()).isEmpty();
        }
    }

    @Test
    void aUsersSessionRunsOutAtTheCallAskedForAndStaysSo() {
        try (AwsWorld world = new AwsWorld()) {
            var given = world.sts().getSessionToken(b -> {}).credentials();
            AwsCredentials session =
                    AwsSessionCredentials.create(given.accessKeyId(), given.secretAccessKey(), given.sessionToken());
            world.faults().set("expire", "2");
            world.sts(session).getCallerIdentity();
            refused(() -> world.sts(session).getCallerIdentity(), 403, "ExpiredToken");
            refused(() -> world.s3(session).listBuckets(), 400, "ExpiredToken");
            var next = world.sts().getSessionToken(b -> {}).credentials();
            world.sts(AwsSessionCredentials.create(next.accessKeyId(), next.secretAccessKey(), next.sessionToken()))
                    .getCallerIdentity();
        }
    }
}
