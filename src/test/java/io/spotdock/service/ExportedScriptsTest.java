package io.spotdock.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.BucketName;
import io.spotdock.domain.ObjectKey;
import io.spotdock.domain.Partition;
import io.spotdock.domain.RoleName;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.resource.IdentityProvider;
import io.spotdock.domain.resource.Role;
import io.spotdock.export.ExportFile;
import io.spotdock.export.Format;
import io.spotdock.plan.Aim;
import io.spotdock.plan.Change;
import io.spotdock.plan.Observed;
import io.spotdock.plan.Scope;
import io.spotdock.port.Buckets.Located;
import io.spotdock.port.Content;
import io.spotdock.sandbox.control.SandboxOptions;
import io.spotdock.service.AwsCliShell.Ran;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scripts of an export, run with the AWS CLI, make what Spotdock itself makes, and take it back. */
class ExportedScriptsTest {
    private static final RoleName ROLE = new RoleName("thoughtspot-s3-upload");
    private static final BucketName BUCKET = new BucketName("my-company-data-exports");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private AwsCliShell shell;

    @BeforeEach
    void theAwsCliIsNeeded() throws Exception {
        shell = AwsCliShell.in(folder);
    }

    private Ran run(World world, String name) throws Exception {
        return run(
                world,
                scripts(world).stream()
                        .filter(file -> file.path().equals(name))
                        .findFirst()
                        .orElseThrow());
    }

    private static List<ExportFile> scripts(World world) {
        return Exported.of(world).export().files(Set.of(Format.CLI));
    }

    private Ran run(World world, ExportFile script) throws Exception {
        return shell.run(script, world.environment());
    }

    private static Draft hostile(Draft draft) {
        return draft.with(Field.PREFIX, "it's \"here\" `id` \\ Größe #{x}; & <b> %{y}/")
                .with(Field.ROLE_NAME, "-role=a,b.c@d+e_f")
                .with(Field.KMS_KEY, "arn:aws:kms:us-east-1:999888777666:key/1234abcd-12ab-34cd-56ef-1234567890ab");
    }

    private static Draft elsewhere(Draft draft) {
        return draft.with(Field.PREFIX, "").with(Field.REGION, "eu-central-1");
    }

    @Test
    void theyMakeWhatSpotdockMakesAndAgainChangeNothing() throws Exception {
        try (World byScript = World.aws().with(ExportedScriptsTest::hostile);
                World bySpotdock = World.aws().with(ExportedScriptsTest::hostile)) {
            bySpotdock.apply();

            Ran first = run(byScript, "apply.sh");

            assertThat(first.code()).as(first.said()).isZero();
            assertThat(first.said()).contains("ts-webhook-x7k9m2p4q1", "role/-role=a,b.c@d+e_f", "it's \"here\" `id`");
            assertSame(byScript, bySpotdock);
            Ran again = run(byScript, "apply.sh");
            assertThat(again.code()).as(again.said()).isZero();
            assertSame(byScript, bySpotdock);
        }
    }

    @Test
    void onGoogleCloudTheyMakeTheProviderTooAndTakeAllOfItBack() throws Exception {
        try (World byScript = World.gcp().with(ExportedScriptsTest::elsewhere);
                World bySpotdock = World.gcp().with(ExportedScriptsTest::elsewhere)) {
            bySpotdock.apply();
            Observed before = byScript.integration().observe();

            Ran applied = run(byScript, "apply.sh");

            assertThat(applied.code()).as(applied.said()).isZero();
            assertThat(applied.said()).doesNotContain("External ID");
            assertSame(byScript, bySpotdock);
            Ran undone = run(byScript, "undo.sh");
            assertThat(undone.code()).as(undone.said()).isZero();
            assertThat(byScript.integration().observe()).isEqualTo(before);
            assertThat(run(byScript, "undo.sh").code()).isZero();
        }
    }

    @Test
    void whatSomebodyElseMadeStays() throws Exception {
        try (World world = World.gcp()) {
            Partition partition = Partition.AWS;
            AccountId account = world.sandbox.access().customerAccount();
            PolicyDocument trust =
                    world.integration().session().wanted().trust().document();
            Role role = world.integration().session().wanted().role();
            world.cloud().buckets().create(bucket(world));
            world.cloud()
                    .identityProviders()
                    .create(new IdentityProvider(partition, account, Set.of("other"), Map.of()));
            world.cloud().roles().create(withoutTags(role), trust);

            Ran applied = run(world, "apply.sh");

            assertThat(applied.code()).isEqualTo(1);
            assertThat(applied.said()).contains("There is a role thoughtspot-s3-upload that somebody else made.");
            assertThat(world.cloud().buckets().tags(bucket(world))).isEmpty();
            assertThat(world.cloud().roles().inlinePolicies(ROLE)).isEmpty();
            assertThat(world.cloud()
                            .identityProviders()
                            .find(partition, account)
                            .orElseThrow()
                            .clientIds())
                    .as("nothing is half done")
                    .containsExactly("other");
            Ran undone = run(world, "undo.sh");
            assertThat(undone.code()).isEqualTo(4);
            assertThat(world.integration().observe().role()).isPresent();
            assertThat(world.integration().observe().bucket()).isInstanceOf(Observed.BucketSight.Ours.class);
            assertThat(world.integration().observe().identityProvider()).isPresent();
        }
    }

    @Test
    void aBucketWithFilesInItAndARoleWithAnotherPolicyStay() throws Exception {
        try (World world = World.aws()) {
            world.apply();
            world.cloud().objects().put(bucket(world), new ObjectKey("thoughtspot/report.csv"), Content.of(new byte[] {1
            }));
            PolicyDocument more = world.integration()
                    .session()
                    .wanted()
                    .permissions(Optional.empty())
                    .document();
            world.cloud().roles().putInlinePolicy(ROLE, "somebody-elses", more);

            Ran undone = run(world, "undo.sh");

            assertThat(undone.code()).as(undone.said()).isEqualTo(4);
            assertThat(undone.said()).contains("holds files", "somebody-elses");
            assertThat(world.cloud().roles().inlinePolicies(ROLE)).hasSize(2);
            assertThat(world.cloud().objects().find(bucket(world), new ObjectKey("thoughtspot/report.csv")))
                    .isPresent();
        }
    }

    static List<ExportEquivalenceTest.Shape> otherShapes() {
        return List.of(
                new ExportEquivalenceTest.Shape("gcp-built-in", "cn-north-1", "thoughtspot/", false, "there"),
                new ExportEquivalenceTest.Shape("gcp", "us-gov-west-1", "", true, "made, also without TLS"));
    }

    @ParameterizedTest
    @MethodSource("otherShapes")
    void alsoOtherwiseTheyMakeWhatSpotdockMakes(ExportEquivalenceTest.Shape shape) throws Exception {
        try (World byScript = shape.world();
                World bySpotdock = shape.world()) {
            bySpotdock.apply(Aim.of(Scope.AWS, Set.of()));

            Ran ran = run(byScript, "apply.sh");

            assertThat(ran.code()).as(ran.said()).isZero();
            assertThat(byScript.sandbox.snapshot()).isEqualTo(bySpotdock.sandbox.snapshot());
        }
    }

    @Test
    void aBucketOfAnotherAccountIsSaidAndNothingIsMade() throws Exception {
        SandboxOptions taken = SandboxOptions.aws().withFaults(Map.of("foreign-bucket", BUCKET.value()));
        try (World world = new World(taken)) {
            Ran ran = run(world, "apply.sh");

            assertThat(ran.code()).isEqualTo(1);
            assertThat(ran.said()).contains("may be another account's");
            assertThat(world.sandbox.snapshot().roles()).isEmpty();
        }
    }

    @Test
    void aBucketPolicyOfOthersStaysAndIsLeftToThePerson() throws Exception {
        try (SetUp setUp = SetUp.aws()) {
            setUp.bucketPolicy(SetUp.statement(
                    "'Effect':'Deny','Principal':'*','Action':'s3:DeleteBucket','Resource':'arn:aws:s3:::" + BUCKET
                            + "'"));

            Ran ran = run(setUp.world, "apply.sh");

            assertThat(ran.code()).as(ran.said()).isEqualTo(4);
            assertThat(ran.said()).contains("Add the statement of this one to it:", "SpotdockTlsOnly");
            assertThat(setUp.world.sandbox.snapshot().buckets().values())
                    .allMatch(bucket -> !bucket.policy().orElseThrow().contains("SpotdockTlsOnly"));
        }
    }

    @Test
    void inAnotherAccountTheyDoNothing() throws Exception {
        try (World world = World.aws()) {
            ExportFile script = scripts(world).getFirst();
            String other = script.content().replace("account='999888777666'", "account='111122223333'");
            assertThat(other).isNotEqualTo(script.content());
            world.sandbox.calls().clear();

            Ran ran = run(world, new ExportFile("apply.sh", other, true));

            assertThat(ran.code()).isEqualTo(1);
            assertThat(ran.said()).contains("This is for account 111122223333; you are signed in to 999888777666.");
            assertThat(world.writes()).isEmpty();
        }
    }

    /** By what Spotdock itself reads, and by what it would still change. */
    private static void assertSame(World byScript, World bySpotdock) {
        assertThat(byScript.integration().plan(Scope.AWS, Set.of()).changes())
                .isNotEmpty()
                .allMatch(Change.Keep.class::isInstance);
        Observed.BucketSight.Ours bucket =
                (Observed.BucketSight.Ours) byScript.integration().observe().bucket();
        Observed.BucketSight.Ours expected =
                (Observed.BucketSight.Ours) bySpotdock.integration().observe().bucket();
        assertThat(bucket.bucket()).isEqualTo(expected.bucket());
        assertThat(bucket.policy().orElseThrow().means(expected.policy().orElseThrow()))
                .isTrue();
        Observed.RoleSight role = byScript.integration().observe().role().orElseThrow();
        Observed.RoleSight likeRole = bySpotdock.integration().observe().role().orElseThrow();
        assertThat(role.role())
                .usingRecursiveComparison()
                .ignoringFields("uniqueId")
                .isEqualTo(likeRole.role());
        assertThat(role.trust().means(likeRole.trust())).isTrue();
        assertThat(role.inline().keySet()).isEqualTo(likeRole.inline().keySet());
        role.inline()
                .forEach((name, policy) -> assertThat(policy.means(
                                Objects.requireNonNull(likeRole.inline().get(name))))
                        .isTrue());
        assertThat(byScript.integration().observe().identityProvider())
                .isEqualTo(bySpotdock.integration().observe().identityProvider());
    }

    private static Role withoutTags(Role role) {
        return new Role(role.arn(), role.uniqueId(), role.maxSession(), role.description(), role.boundary(), Map.of());
    }

    static Located bucket(World world) {
        return new Located(
                BUCKET, world.settings().aws().region(), world.sandbox.access().customerAccount());
    }
}
