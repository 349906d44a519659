package io.spotdock.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.BucketName;
import io.spotdock.domain.ExternalId;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Hosting;
import io.spotdock.domain.Partition;
import io.spotdock.domain.RegionName;
import io.spotdock.domain.RoleArn;
import io.spotdock.domain.RoleName;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.policy.PolicyJson;
import io.spotdock.domain.policy.ThoughtSpotPolicies;
import io.spotdock.domain.resource.ResourceKind;
import io.spotdock.domain.resource.Role;
import io.spotdock.domain.resource.Webhook;
import io.spotdock.domain.resource.WebhookAuthentication;
import io.spotdock.plan.Change;
import io.spotdock.plan.Difference;
import io.spotdock.plan.Plan;
import io.spotdock.port.Buckets;
import io.spotdock.sandbox.control.SandboxOptions;
import io.spotdock.settings.Field;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is there already is adopted when it means the same, shown when it differs, and never overwritten unasked. */
class AdoptionTest {
    private static final RoleName ROLE = new RoleName("thoughtspot-s3-upload");
    private static final String EC2 = """
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sts:AssumeRole",
             "Principal":{"Service":"ec2.amazonaws.com"}}}""";

    @Test
    void aRoleThatAlreadyTrustsThoughtSpotIsLeftAlone() throws Exception {
        try (World world = World.aws()) {
            makeRole(world, trust("ts-webhook-x7k9m2p4q1"));

            Plan plan = world.plan();

            assertThat(kind(plan, ResourceKind.ROLE)).isEqualTo("keep");
            assertThat(kind(plan, ResourceKind.TRUST_POLICY)).isEqualTo("keep");
            assertThat(kind(plan, ResourceKind.PERMISSIONS_POLICY)).isEqualTo("create");
        }
    }

    @Test
    void anExternalIdInOtherCaseIsShownAndMended() throws Exception {
        try (World world = World.aws()) {
            makeRole(world, trust("TS-WEBHOOK-X7K9M2P4Q1"));

            Change.Update update = (Change.Update) change(world.plan(), ResourceKind.TRUST_POLICY);

            assertThat(update.differences())
                    .extracting(Difference::field, Difference::note)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("field.external-id", Optional.of("note.case-only")));
            world.apply();
            assertThat(world.cloud().roles().find(ROLE).orElseThrow().trust().means(trust("ts-webhook-x7k9m2p4q1")))
                    .isTrue();
        }
    }

    @Test
    void aTrustPolicyThatWasReplacedComesBackWithDestroyAndTheRoleStays() throws Exception {
        try (World world = World.aws()) {
            makeRole(world, trust("TS-WEBHOOK-X7K9M2P4Q1"));
            world.apply();

            world.undo();

            var role = world.cloud().roles().find(ROLE).orElseThrow();
            assertThat(role.trust().means(trust("TS-WEBHOOK-X7K9M2P4Q1"))).isTrue();
            assertThat(world.cloud().roles().inlinePolicies(ROLE)).isEmpty();
        }
    }

    @Test
    void aRoleThatSomethingElseUsesIsAConflictAndIsNotTouched() throws Exception {
        try (World world = World.aws()) {
            makeRole(world, PolicyJson.parse(EC2));
            world.sandbox.calls().clear();

            Plan plan = world.plan();

            assertThat(plan.conflicts()).hasSize(1);
            assertThat(plan.conflicts().getFirst().failure()).isInstanceOf(Failure.Conflict.class);
            assertThat(world.writes()).isEmpty();
            assertThatThrownBy(world::apply).isInstanceOf(IllegalArgumentException.class);
            assertThat(world.writes()).isEmpty();
        }
    }

    @Test
    void aConflictIsOverwrittenOnAPersonsWordAndCanBeTakenBack() throws Exception {
        try (World world = World.aws()) {
            makeRole(world, PolicyJson.parse(EC2));

            assertThat(world.apply(ResourceKind.TRUST_POLICY).complete()).isTrue();
            world.undo();

            assertThat(world.cloud().roles().find(ROLE).orElseThrow().trust().means(PolicyJson.parse(EC2)))
                    .isTrue();
        }
    }

    @Test
    void aBucketOfOursIsUsedAsItIs() {
        try (World world = World.aws()) {
            var bucket = new Buckets.Located(
                    new BucketName("my-company-data-exports"),
                    world.settings().aws().region(),
                    world.settings().aws().accountId());
            world.cloud().buckets().create(bucket);

            assertThat(world.apply().complete()).isTrue();

            assertThat(world.cloud().buckets().tags(bucket)).isEmpty();
            assertThat(world.cloud().buckets().policy(bucket)).isEmpty();
            world.undo();
            assertThat(world.cloud().buckets().list()).containsExactly(bucket.name());
        }
    }

    @Test
    void aBucketInAnotherRegionIsAConflictThatNamesTheRegion() {
        try (World world = World.aws()) {
            var elsewhere = new RegionName("eu-west-1");
            world.cloud()
                    .buckets()
                    .create(new Buckets.Located(
                            new BucketName("my-company-data-exports"),
                            elsewhere,
                            world.settings().aws().accountId()));

            Failure failure = world.plan().conflicts().getFirst().failure();

            assertThat(failure).isInstanceOf(Failure.Invalid.class);
            assertThat(((Failure.Invalid) failure).fault().arguments()).contains("eu-west-1");
        }
    }

    @Test
    void anotherAccountsBucketIsAConflict() {
        try (World world =
                new World(SandboxOptions.aws().withFaults(Map.of("foreign-bucket", "my-company-data-exports")))) {
            assertThat(kind(world.plan(), ResourceKind.BUCKET)).isEqualTo("conflict");
        }
    }

    @Test
    void aMissingBucketThatMayNotBeMadeIsAConflict() {
        try (World world = World.aws().with(draft -> draft.with(Field.CREATE, "false"))) {
            assertThat(world.plan().conflicts().getFirst().failure()).isInstanceOf(Failure.Missing.class);
        }
    }

    @Test
    void theOrgsWebhookOfAnotherNameIsAConflictUntilAPersonSaysOtherwise() {
        try (World world = World.aws()) {
            world.thoughtSpot().create(webhook("Finance_reports"));

            assertThat(kind(world.plan(), ResourceKind.WEBHOOK)).isEqualTo("conflict");
            assertThat(world.apply(ResourceKind.WEBHOOK).complete()).isTrue();
            assertThat(world.thoughtSpot().webhooks()).extracting(Webhook::name).containsExactly("Webhook_S3");

            world.undo();
            assertThat(world.thoughtSpot().webhooks())
                    .extracting(Webhook::name, Webhook::url)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("Finance_reports", "https://finance.example.com/hook"));
        }
    }

    @Test
    void theSameWebhookIsUpdatedInNothingButWhatDiffers() {
        try (World world = World.aws()) {
            world.apply();
            world.with(draft -> draft.with(Field.WEBHOOK_URL, "https://api.example.com/other"));

            Change.Update update = (Change.Update) change(world.plan(), ResourceKind.WEBHOOK);

            assertThat(update.differences()).extracting(Difference::field).containsExactly("field.url");
        }
    }

    @Test
    void anotherAccountThanTheSettingsNameIsRefused() {
        try (World world = World.aws().with(draft -> draft.with(Field.ACCOUNT, "111122223333"))) {
            assertThatThrownBy(world::plan)
                    .isInstanceOfSatisfying(
                            FailureException.class,
                            e -> assertThat(e.failure())
                                    .isInstanceOfSatisfying(
                                            Failure.Invalid.class,
                                            invalid ->
                                                    assertThat(invalid.field()).isEqualTo("aws.account-id")));
            assertThat(world.writes()).isEmpty();
        }
    }

    private static PolicyDocument trust(String externalId) {
        return ThoughtSpotPolicies.trust(
                new Hosting.OnAws(new AccountId("123456789012"), new ExternalId(externalId)),
                Partition.AWS,
                new AccountId("999888777666"));
    }

    private static void makeRole(World world, PolicyDocument trust) {
        world.cloud()
                .roles()
                .create(
                        new Role(
                                new RoleArn(
                                        Partition.AWS, world.settings().aws().accountId(), ROLE),
                                Optional.empty(),
                                Duration.ofHours(1),
                                "made by hand",
                                Optional.empty(),
                                Map.of()),
                        trust);
    }

    private static Webhook webhook(String name) {
        return new Webhook(
                Optional.empty(),
                name,
                "https://finance.example.com/hook",
                Optional.empty(),
                Map.of(),
                new WebhookAuthentication.None(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static Change change(Plan plan, ResourceKind kind) {
        return plan.changes().stream()
                .filter(change -> change.resource().kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static String kind(Plan plan, ResourceKind kind) {
        return change(plan, kind).kind();
    }
}
