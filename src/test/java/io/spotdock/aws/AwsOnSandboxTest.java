package io.spotdock.aws;

import static io.spotdock.aws.StubAws.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.BucketName;
import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import io.spotdock.domain.GoogleProvider;
import io.spotdock.domain.Hosting;
import io.spotdock.domain.KeyPrefix;
import io.spotdock.domain.ObjectKey;
import io.spotdock.domain.Partition;
import io.spotdock.domain.RegionName;
import io.spotdock.domain.RoleArn;
import io.spotdock.domain.RoleName;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.policy.ThoughtSpotPolicies;
import io.spotdock.domain.resource.Bucket.Protection;
import io.spotdock.domain.resource.IdentityProvider;
import io.spotdock.domain.resource.Role;
import io.spotdock.port.Buckets.Located;
import io.spotdock.port.Buckets.Lookup;
import io.spotdock.port.Cloud;
import io.spotdock.port.Content;
import io.spotdock.port.Objects;
import io.spotdock.port.Permissions.Answer;
import io.spotdock.sandbox.Sandbox;
import io.spotdock.sandbox.SandboxAccess;
import io.spotdock.sandbox.control.CallLog;
import io.spotdock.sandbox.control.SandboxOptions;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every port method against a stand-in that enforces AWS's rules. */
class AwsOnSandboxTest {
    private static final BucketName NAME = new BucketName("acme-thoughtspot-reports");
    private static final RoleName ROLE = new RoleName("thoughtspot-s3-upload");
    private static final RegionName FAR = new RegionName("ap-southeast-2");
    private static final KeyPrefix PREFIX = new KeyPrefix("exports/");

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.aws());
    private final SandboxAccess access = sandbox.access();
    private final Cloud cloud = connect(access.accessKeyId(), access.secretAccessKey());
    private final Located near = new Located(NAME, access.region(), access.customerAccount());
    private final Located far = new Located(NAME, FAR, access.customerAccount());

    private Cloud connect(String id, String secret) {
        Map<String, String> environment = Map.of(
                "AWS_ENDPOINT_URL",
                access.awsEndpoint().toString(),
                "AWS_ACCESS_KEY_ID",
                id,
                "AWS_SECRET_ACCESS_KEY",
                secret);
        return StubAws.connector(environment, Path.of("no-such-home")).connect(Optional.empty(), access.region());
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private List<String> calls() {
        return sandbox.calls().calls().stream().map(CallLog.Call::action).toList();
    }

    private PolicyDocument trust() {
        return ThoughtSpotPolicies.trust(
                new Hosting.OnAws(
                        access.thoughtSpotAccount(), SandboxOptions.aws().externalId()),
                Partition.AWS,
                access.customerAccount());
    }

    private Role role() {
        return new Role(
                new RoleArn(Partition.AWS, access.customerAccount(), ROLE),
                Optional.empty(),
                Duration.ofHours(1),
                "For ThoughtSpot",
                Optional.empty(),
                Map.of("made-by", "spotdock"));
    }

    private PolicyDocument permissions() {
        return ThoughtSpotPolicies.permissions(Partition.AWS, NAME, PREFIX, Optional.empty());
    }

    @Test
    void theCallerIsTheAccountsAdministrator() {
        assertThat(cloud.tokens().whoAmI().account()).isEqualTo(access.customerAccount());
        assertThat(cloud.tokens().whoAmI().partition()).isEqualTo(Partition.AWS);
    }

    @Test
    void keysThatAreNotAcceptedAreARejectedSignIn() {
        assertThat(failure(() -> connect("AKIANOBODY", "x").tokens().whoAmI()))
                .isInstanceOfSatisfying(
                        Failure.Expired.class, e -> assertThat(e.signIn()).isEqualTo("sign-in.aws-rejected"));
        assertThat(failure(() -> connect(access.accessKeyId(), "wrong").tokens().whoAmI()))
                .isInstanceOfSatisfying(
                        Failure.Expired.class, e -> assertThat(e.signIn()).isEqualTo("sign-in.aws-rejected"));
    }

    @Test
    void aBucketIsMadeAndFoundAndIsSecureFromTheStart() {
        assertThat(cloud.buckets().look(NAME, access.customerAccount())).isEqualTo(new Lookup.Absent());
        cloud.buckets().create(near);
        assertThat(cloud.buckets().look(NAME, access.customerAccount())).isEqualTo(new Lookup.Ours(near));
        assertThat(cloud.buckets().list()).containsExactly(NAME);
        assertThat(cloud.buckets().protection(near)).isEqualTo(Protection.SECURE_DEFAULT);
        assertThat(cloud.buckets().tags(near)).isEmpty();
        assertThat(cloud.buckets().policy(near)).isEmpty();
        assertThat(cloud.buckets().isEmpty(near)).isTrue();
        cloud.buckets().protect(near, Protection.SECURE_DEFAULT);
        cloud.buckets().putTags(near, Map.of("made-by", "spotdock"));
        assertThat(cloud.buckets().tags(near)).isEqualTo(Map.of("made-by", "spotdock"));
        cloud.buckets().delete(near);
        assertThat(cloud.buckets().look(NAME, access.customerAccount())).isEqualTo(new Lookup.Absent());
    }

    @Test
    void aBucketOfAnotherRegionIsFoundAndEveryCallGoesThere() {
        cloud.buckets().create(far);
        assertThat(cloud.buckets().look(NAME, access.customerAccount())).isEqualTo(new Lookup.Ours(far));
        assertThat(cloud.buckets().protection(far)).isEqualTo(Protection.SECURE_DEFAULT);
        Objects.Written written = cloud.objects().put(far, new ObjectKey("a b/ü+.txt"), content("x"));
        assertThat(cloud.objects().get(far, written.key(), InputStream::readAllBytes))
                .isEqualTo(bytes("x"));
        assertThat(failure(() -> cloud.buckets().protection(near)))
                .isInstanceOfSatisfying(
                        Failure.Invalid.class,
                        i -> assertThat(i.fault()).isEqualTo(Fault.of("fault.bucket.region", NAME)));
    }

    @Test
    void aBucketOfAnotherAccountIsForeignAndItsNameIsTaken() {
        sandbox.faults().set("foreign-bucket", NAME.value());
        assertThat(cloud.buckets().look(NAME, access.customerAccount())).isEqualTo(new Lookup.Foreign());
        assertThat(failure(() -> cloud.buckets().create(near)))
                .isInstanceOfSatisfying(
                        Failure.Conflict.class,
                        c -> assertThat(c.evidence()).isEqualTo(Fault.of("fault.bucket.taken", NAME)));
        assertThat(failure(() -> cloud.objects().put(near, new ObjectKey("x"), content("x"))))
                .isInstanceOf(Failure.Denied.class);
    }

    @Test
    void aBucketOfOursThatWeMayNotListIsDenied() {
        cloud.buckets().create(near);
        sandbox.faults().set("deny", "s3:ListBucket");
        assertThat(failure(() -> cloud.buckets().look(NAME, access.customerAccount())))
                .isInstanceOf(Failure.Denied.class);
    }

    @Test
    void aBucketsPolicyIsSetAndTakenAway() {
        cloud.buckets().create(near);
        PolicyDocument policy = PolicyDocument.of(ThoughtSpotPolicies.tlsOnly(Partition.AWS, NAME));
        cloud.buckets().putPolicy(near, policy);
        assertThat(cloud.buckets().policy(near).orElseThrow().means(policy)).isTrue();
        cloud.buckets().deletePolicy(near);
        assertThat(cloud.buckets().policy(near)).isEmpty();
    }

    @Test
    void objectsAreWrittenFoundListedReadAndRemoved() {
        cloud.buckets().create(near);
        ObjectKey key = new ObjectKey("exports/report 1+ü.csv");
        assertThat(cloud.objects().find(near, key)).isEmpty();
        Objects.Written written = cloud.objects().put(near, key, content("a,b\n"));
        assertThat(cloud.objects().find(near, key)).hasValueSatisfying(found -> {
            assertThat(found.size()).isEqualTo(4);
            assertThat(found.encryption()).contains(new Objects.Encrypted("AES256", Optional.empty(), false));
        });
        cloud.objects().put(near, new ObjectKey("elsewhere"), content(""));
        assertThat(cloud.objects().list(near, PREFIX, 10))
                .extracting(Objects.Found::key)
                .containsExactly(key);
        assertThat(cloud.objects().list(near, KeyPrefix.NONE, 1)).hasSize(1);
        assertThat(cloud.objects().get(near, key, InputStream::readAllBytes)).isEqualTo(bytes("a,b\n"));
        assertThat(cloud.buckets().isEmpty(near)).isFalse();
        assertThat(failure(() -> cloud.buckets().delete(near))).isInstanceOf(Failure.Conflict.class);
        cloud.objects().delete(near, key, written.version());
        assertThat(cloud.objects().find(near, key)).isEmpty();
        assertThat(failure(() -> cloud.objects().get(near, key, InputStream::readAllBytes)))
                .isInstanceOf(Failure.Missing.class);
    }

    @Test
    void aRoleIsMadeReadChangedAndRemoved() {
        assertThat(cloud.roles().find(ROLE)).isEmpty();
        Role made = cloud.roles().create(role(), trust());
        assertThat(made.uniqueId()).hasValueSatisfying(id -> assertThat(id).startsWith("AROA"));
        assertThat(cloud.roles().find(ROLE)).hasValueSatisfying(found -> {
            assertThat(found.role()).isEqualTo(made);
            assertThat(found.trust().means(trust())).isTrue();
        });
        assertThat(failure(() -> cloud.roles().create(role(), trust()))).isInstanceOf(Failure.AlreadyThere.class);
        cloud.roles().putInlinePolicy(ROLE, "upload", permissions());
        assertThat(cloud.roles().inlinePolicies(ROLE))
                .hasEntrySatisfying(
                        "upload",
                        document -> assertThat(document.means(permissions())).isTrue());
        assertThat(cloud.roles().attachedPolicies(ROLE)).isEmpty();
        cloud.roles().putTrust(ROLE, trust());
        assertThat(failure(() -> cloud.roles().delete(ROLE))).isInstanceOf(Failure.Conflict.class);
        cloud.roles().deleteInlinePolicy(ROLE, "upload");
        cloud.roles().delete(ROLE);
        assertThat(cloud.roles().find(ROLE)).isEmpty();
        assertThat(failure(() -> cloud.roles().delete(ROLE))).isInstanceOf(Failure.Missing.class);
    }

    @Test
    void googleIsMadeAProviderAndTheRolesThatTrustItAreFound() {
        IdentityProvider wanted = new IdentityProvider(
                Partition.AWS,
                access.customerAccount(),
                Set.of(access.serviceAccount().value()),
                Map.of("made-by", "spotdock"));
        assertThat(cloud.identityProviders().find(Partition.AWS, access.customerAccount()))
                .isEmpty();
        cloud.identityProviders().create(wanted);
        assertThat(cloud.identityProviders().find(Partition.AWS, access.customerAccount()))
                .contains(wanted);
        cloud.identityProviders().addClientId(wanted, "another");
        assertThat(cloud.identityProviders()
                        .find(Partition.AWS, access.customerAccount())
                        .orElseThrow()
                        .clientIds())
                .contains("another");
        cloud.identityProviders().removeClientId(wanted, "another");
        PolicyDocument trust = ThoughtSpotPolicies.trust(
                new Hosting.OnGcp(access.serviceAccount(), GoogleProvider.IN_ACCOUNT),
                Partition.AWS,
                access.customerAccount());
        cloud.roles().create(role(), trust);
        assertThat(cloud.roles().trusting(wanted.arn())).containsExactly(ROLE);
        assertThat(failure(() -> cloud.identityProviders().create(wanted))).isInstanceOf(Failure.AlreadyThere.class);
        cloud.identityProviders().delete(wanted);
        assertThat(cloud.identityProviders().find(Partition.AWS, access.customerAccount()))
                .isEmpty();
    }

    @Test
    void aDenialNamesTheActionAndTheRole() {
        sandbox.faults().set("deny", "iam:CreateRole");
        assertThat(failure(() -> cloud.roles().create(role(), trust())))
                .isInstanceOfSatisfying(Failure.Denied.class, d -> {
                    assertThat(d.action()).isEqualTo("iam:CreateRole");
                    assertThat(d.resource()).contains(ROLE.value());
                    assertThat(d.principal()).contains(access.customerAccount().value());
                });
    }

    @Test
    void theSimulatorTellsWhatIsAllowed() {
        sandbox.faults().set("deny", "iam:CreateRole");
        assertThat(cloud.permissions()
                        .simulate(
                                cloud.tokens().whoAmI().arn(),
                                Map.of(role().arn().toString(), Set.of("iam:CreateRole", "iam:GetRole"))))
                .isEqualTo(Map.of("iam:CreateRole", Answer.DENIED, "iam:GetRole", Answer.ALLOWED));
    }

    @Test
    void aPrincipalThatAwsDoesNotKnowYetMayBeTriedAgain() {
        sandbox.faults().set("invalid-principal-lag", "1");
        assertThat(failure(() -> cloud.roles().create(role(), trust()))).isInstanceOf(Failure.NotVisibleYet.class);
        cloud.roles().create(role(), trust());
    }

    @Test
    void shortThrottlingIsRiddenOutAndLongThrottlingIsTold() {
        sandbox.faults().set("throttle", "2");
        cloud.tokens().whoAmI();
        sandbox.faults().set("throttle", "99");
        assertThat(failure(() -> cloud.tokens().whoAmI())).isInstanceOf(Failure.Throttled.class);
        assertThat(failure(() -> cloud.buckets().list())).isInstanceOf(Failure.Throttled.class);
    }

    @Test
    void aCreationWhoseAnswerGotLostIsAlreadyThereAndNeverMadeTwice() {
        sandbox.faults().set("drop", "1");
        assertThat(failure(() -> cloud.roles().create(role(), trust()))).isInstanceOf(Failure.AlreadyThere.class);
        assertThat(cloud.roles().find(ROLE)).isPresent();
    }

    @Test
    void aPassingErrorIsRiddenOut() {
        sandbox.faults().set("error", "2");
        cloud.tokens().whoAmI();
        sandbox.faults().set("drop-before", "1");
        assertThat(cloud.buckets().list()).isEmpty();
    }

    @Test
    void aBucketsOwnKeyIsSeen() {
        sandbox.faults().set("kms", "");
        cloud.buckets().create(near);
        assertThat(cloud.buckets().protection(near).kmsKey())
                .hasValueSatisfying(key -> assertThat(key.value()).contains(":kms:" + access.region() + ":"));
    }

    @Test
    void aDenialOfTheOrganisationSaysSoInAwsesWords() {
        sandbox.faults().set("scp", "s3:CreateBucket");
        assertThat(failure(() -> cloud.buckets().create(near))).isInstanceOfSatisfying(Failure.Denied.class, d -> {
            assertThat(d.action()).isEqualTo("s3:CreateBucket");
            assertThat(d.resource()).isEqualTo("arn:aws:s3:::" + NAME);
            assertThat(d.said()).contains("service control policy");
        });
    }

    @Test
    void noCallIsMadeThatWasNotAskedFor() {
        cloud.tokens().whoAmI();
        cloud.buckets().look(NAME, access.customerAccount());
        cloud.buckets().create(near);
        cloud.buckets().protection(near);
        cloud.roles().find(ROLE);
        cloud.roles().create(role(), trust());
        cloud.roles().putInlinePolicy(ROLE, "upload", permissions());
        assertThat(calls()).hasSize(9);
    }

    private static Content content(String text) {
        return Content.of(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
