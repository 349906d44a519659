package io.spotdock.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spotdock.export.Format;
import io.spotdock.sandbox.control.Snapshot;
import io.spotdock.settings.Field;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.EntityAlreadyExistsException;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.s3.S3Client;

/** What stands is taken over by Terraform as {@code apply} would take it: nothing of it is lost. */
class ExportBesideWhatStandsTest {
    private static final String NAME = "thoughtspot-s3-upload";
    private static final String BUCKET = "my-company-data-exports";
    private static final String IMPORTS = "terraform/example/imports.tf";

    private static World world(String hosting) {
        return hosting.equals("gcp") ? World.gcp() : World.aws();
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws", "gcp"})
    void whatSpotdockMadeIsTakenOverAndStaysAsItIs(String hosting) {
        try (World world = world(hosting)) {
            world.apply();
            Snapshot before = world.sandbox.snapshot();

            assertThatThrownBy(Exported.of(world)::terraform).isNotNull();
            Map<String, String> outputs = Exported.besideWhatStands(world).terraform();

            assertThat(world.sandbox.snapshot()).isEqualTo(before);
            assertThat(outputs).containsEntry("role_arn", "arn:aws:iam::999888777666:role/" + NAME);
        }
    }

    @Test
    void aRoleThatSomebodyPreparedKeepsWhatItHas() {
        try (World world = World.aws();
                IamClient iam = world.iam()) {
            String trust = io.spotdock.domain.policy.PolicyJson.compact(
                    world.integration().session().wanted().trust().document());
            String boundary = iam.createPolicy(b -> b.policyName("Bounds")
                            .policyDocument("{\"Version\":\"2012-10-17\",\"Statement\":"
                                    + "{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\"}}"))
                    .policy()
                    .arn();
            iam.createRole(b -> b.roleName(NAME)
                    .path("/teams/data/")
                    .description("Prepared")
                    .maxSessionDuration(7200)
                    .permissionsBoundary(boundary)
                    .tags(Tag.builder().key("team").value("bi").build())
                    .assumeRolePolicyDocument(trust));

            Map<String, String> outputs = Exported.besideWhatStands(world).terraform();

            assertThat(outputs).containsEntry("role_arn", "arn:aws:iam::999888777666:role/teams/data/" + NAME);
            Snapshot.Role role =
                    world.sandbox.snapshot().roles().values().iterator().next();
            assertThat(role.description()).isEqualTo("Prepared");
            assertThat(role.maxSessionSeconds()).isEqualTo(7200);
            assertThat(role.boundary()).hasValue(boundary);
            assertThat(role.tags()).isEqualTo(Map.of("team", "bi"));
            assertThat(role.inline()).containsOnlyKeys(NAME);
        }
    }

    @Test
    void aPolicyThatGrantsTheSameUnderAnotherNameIsTakenForOurs() {
        try (World world = World.aws();
                IamClient iam = world.iam()) {
            world.apply();
            String permissions =
                    iam.getRolePolicy(b -> b.roleName(NAME).policyName(NAME)).policyDocument();
            iam.putRolePolicy(b -> b.roleName(NAME)
                    .policyName("uploads")
                    .policyDocument(java.net.URLDecoder.decode(permissions, java.nio.charset.StandardCharsets.UTF_8)));
            iam.deleteRolePolicy(b -> b.roleName(NAME).policyName(NAME));
            Snapshot before = world.sandbox.snapshot();

            Exported.besideWhatStands(world).terraform();

            assertThat(world.sandbox.snapshot()).isEqualTo(before);
        }
    }

    @Test
    void aBucketOfOursKeepsItsStrongerKeyAndTheStatementsOfOthers() {
        try (SetUp setUp = SetUp.aws()) {
            String key = setUp.key(
                    SetUp.statement("'Effect':'Allow','Principal':{'AWS':'*'},'Action':'kms:*','Resource':'*'"));
            setUp.encryptWith(key);
            setUp.bucketPolicy(SetUp.statement("'Sid':'Theirs','Effect':'Deny','Principal':'*','Action':'s3:PutObject',"
                    + "'Resource':'arn:aws:s3:::" + BUCKET + "/${aws:username}/*'"));

            Exported.besideWhatStands(setUp.world).terraform();

            Snapshot.Bucket bucket = Objects.requireNonNull(
                    setUp.world.sandbox.snapshot().buckets().get(BUCKET));
            assertThat(bucket.settings().get("encryption")).contains("aws:kms", "KMSMasterKeyID");
            assertThat(bucket.policy().orElseThrow()).contains("Theirs", "${aws:username}", "SpotdockTlsOnly");
            assertThat(setUp.world.plan().isEmpty()).isTrue();
        }
    }

    @Test
    void aBucketThatSomebodyElseMadeIsOnlyLookedAt() {
        try (World world = World.aws();
                S3Client s3 = world.s3()) {
            s3.createBucket(b -> b.bucket(BUCKET));
            Snapshot.Bucket before =
                    Objects.requireNonNull(world.sandbox.snapshot().buckets().get(BUCKET));

            Exported exported = Exported.besideWhatStands(world);
            exported.terraform();

            assertThat(world.sandbox.snapshot().buckets()).containsEntry(BUCKET, before);
            assertThat(exported.files(Format.TERRAFORM).get(IMPORTS)).isNull();
            assertThat(exported.files(Format.CLI).get("apply.sh"))
                    .contains("check_region")
                    .doesNotContain("put-public-access-block");
        }
    }

    @Test
    void aProviderThatOthersUseIsNotTakenOverAndItsMissingClientIsSaid() {
        try (World world = World.gcp();
                IamClient iam = world.iam()) {
            iam.createOpenIDConnectProvider(
                    b -> b.url("https://accounts.google.com").clientIDList("other"));

            Exported exported = Exported.besideWhatStands(world);

            assertThat(exported.export().notes(Set.of(Format.TERRAFORM)))
                    .anyMatch(note -> note.key().equals("note.export-client-id"));
            assertThat(exported.files(Format.TERRAFORM).get("terraform/example/main.tf"))
                    .contains("create_identity_provider = false");
            exported.terraform();
            assertThat(world.sandbox.snapshot().identityProviders().values())
                    .containsExactly(java.util.List.of("other"));
        }
    }

    @Test
    void cloudFormationRefusesWhatStandsAndThatIsSaid() {
        try (World world = World.aws().with(draft -> draft.with(Field.CREATE, "false"))) {
            world.cloud().buckets().create(ExportedScriptsTest.bucket(world));
            world.apply();
            Exported exported = Exported.besideWhatStands(world);

            assertThatThrownBy(exported::cloudFormation).isInstanceOf(EntityAlreadyExistsException.class);
            assertThat(exported.export().notes(Set.of(Format.CLOUDFORMATION)))
                    .anyMatch(note -> note.key().equals("note.export-not-by-stack"));
        }
    }
}
