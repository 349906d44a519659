package io.spotdock.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.ExternalId;
import io.spotdock.domain.Fault;
import io.spotdock.domain.KeyPrefix;
import io.spotdock.domain.RoleName;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.policy.PolicyJson;
import io.spotdock.domain.policy.PolicySyntaxException;
import io.spotdock.domain.resource.ResourceId;
import io.spotdock.domain.resource.ResourceKind;
import io.spotdock.domain.resource.StorageDestination;
import io.spotdock.domain.resource.Webhook;
import io.spotdock.domain.resource.WebhookAuthentication;
import io.spotdock.journal.Entry;
import io.spotdock.journal.Journal;
import io.spotdock.journal.Undoing;
import io.spotdock.plan.Aim;
import io.spotdock.plan.Change;
import io.spotdock.plan.Outcome;
import io.spotdock.plan.Scope;
import io.spotdock.sandbox.control.Snapshot;
import io.spotdock.settings.Field;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/** Undoing never takes away what others have come to rely on: it says what it left, and why. */
class LeftAloneTest {
    private static final String BUCKET = "my-company-data-exports";
    private static final String ROLE = "thoughtspot-s3-upload";
    private static final String ROLE_ARN = "arn:aws:iam::999888777666:role/" + ROLE;
    private static final String EVERYTHING =
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\"}}";

    private static List<Fault> left(Applied undone) {
        return undone.steps().stream()
                .flatMap(step -> step.outcome() instanceof Outcome.Left(Fault why) ? Stream.of(why) : Stream.empty())
                .toList();
    }

    private static PolicyDocument parsed(String json) {
        try {
            return PolicyJson.parse(json);
        } catch (PolicySyntaxException e) {
            throw new AssertionError(e);
        }
    }

    /** Something in the bucket, seen by a list or not. */
    static Stream<Consumer<S3Client>> contents() {
        RequestBody body = RequestBody.fromString("x");
        Consumer<S3Client> versioned = s3 -> s3.putBucketVersioning(
                b -> b.bucket(BUCKET).versioningConfiguration(c -> c.status(BucketVersioningStatus.ENABLED)));
        return Stream.of(
                s3 -> s3.putObject(b -> b.bucket(BUCKET).key("thoughtspot/report.pdf"), body),
                versioned.andThen(s3 -> {
                    s3.putObject(b -> b.bucket(BUCKET).key("old"), body);
                    String marker =
                            s3.deleteObject(b -> b.bucket(BUCKET).key("old")).versionId();
                    s3.deleteObject(b -> b.bucket(BUCKET).key("old").versionId(marker));
                    s3.deleteObject(b -> b.bucket(BUCKET).key("old"));
                }),
                versioned.andThen(s3 -> s3.deleteObject(b -> b.bucket(BUCKET).key("never-there"))),
                s3 -> s3.createMultipartUpload(b -> b.bucket(BUCKET).key("half")));
    }

    @ParameterizedTest
    @MethodSource("contents")
    void aBucketWithAnythingInItStays(Consumer<S3Client> content) {
        try (World world = World.aws();
                S3Client s3 = world.s3()) {
            world.apply();
            content.accept(s3);

            Applied undone = world.undo();

            assertThat(left(undone)).containsExactly(Fault.of("undo.bucket-not-empty", BUCKET));
            assertThat(undone.complete()).isTrue();
            assertThat(world.sandbox.snapshot().buckets()).containsOnlyKeys(BUCKET);
            assertThat(world.sandbox.snapshot().roles()).isEmpty();
        }
    }

    /** A use of the role, and what is said of it. */
    record Use(String key, String who, Consumer<World> begin) {}

    static Stream<Use> uses() {
        return Stream.of(
                new Use(
                        "undo.role-in-use",
                        "reports",
                        world -> world.cloud()
                                .roles()
                                .putInlinePolicy(new RoleName(ROLE), "reports", parsed(EVERYTHING))),
                new Use(
                        "undo.role-in-use",
                        "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess",
                        world -> iam(
                                world,
                                iam -> iam.attachRolePolicy(b ->
                                        b.roleName(ROLE).policyArn("arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess")))),
                new Use(
                        "undo.role-in-profile",
                        "exporters",
                        world -> iam(world, iam -> {
                            iam.createInstanceProfile(b -> b.instanceProfileName("exporters"));
                            iam.addRoleToInstanceProfile(
                                    b -> b.instanceProfileName("exporters").roleName(ROLE));
                        })),
                new Use(
                        "undo.role-trusts",
                        "ec2.amazonaws.com",
                        world -> world.cloud().roles().putTrust(new RoleName(ROLE), parsed("""
                        {"Version":"2012-10-17","Statement":[
                         {"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"AWS":"123456789012"},
                          "Condition":{"StringEquals":{"sts:ExternalId":"ts-webhook-x7k9m2p4q1"}}},
                         {"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"Service":"ec2.amazonaws.com"}}]}"""))));
    }

    private static void iam(World world, Consumer<IamClient> use) {
        try (IamClient iam = world.iam()) {
            use.accept(iam);
        }
    }

    @ParameterizedTest
    @MethodSource("uses")
    void aRoleThatSomethingElseUsesStaysWithAllThatIsOnIt(Use use) {
        try (World world = World.aws()) {
            world.apply();
            use.begin().accept(world);
            Snapshot.Role before = world.sandbox.snapshot().roles().get(ROLE_ARN);

            Applied undone = world.undo();

            assertThat(left(undone)).contains(Fault.of(use.key(), ROLE, use.who()));
            assertThat(world.sandbox.snapshot().roles()).containsEntry(ROLE_ARN, before);
            assertThat(world.thoughtSpot().webhooks()).isEmpty();
        }
    }

    @Test
    void aTrustPolicyThatOthersChangedButNotWhomItLetsInKeepsNothing() {
        try (World world = World.aws()) {
            world.apply();
            world.cloud().roles().putTrust(new RoleName(ROLE), parsed("""
                    {"Version":"2012-10-17","Statement":
                     {"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"AWS":"arn:aws:iam::123456789012:root"},
                      "Condition":{"StringEquals":{"sts:ExternalId":"another-one"}}}}"""));

            assertThat(left(world.undo())).isEmpty();
            assertThat(world.sandbox.snapshot().roles()).isEmpty();
        }
    }

    @Test
    void whatAWebhookOfOthersWritesWithStays() {
        try (World world = World.aws()) {
            world.apply();
            var service = world.thoughtSpot();
            service.delete(service.webhooks().getFirst().serverId().orElseThrow());
            service.create(another(
                    "Finance_reports",
                    Optional.of(new StorageDestination(
                            BUCKET,
                            "us-east-1",
                            ROLE_ARN,
                            Optional.of(new ExternalId("ts-webhook-x7k9m2p4q1")),
                            new KeyPrefix("thoughtspot/")))));
            Snapshot before = world.sandbox.snapshot();

            Applied undone = world.undo();

            assertThat(left(undone))
                    .contains(
                            Fault.of("undo.role-of-webhook", ROLE, "Finance_reports"),
                            Fault.of("undo.bucket-of-webhook", BUCKET, "Finance_reports"));
            assertThat(world.sandbox.snapshot().roles()).isEqualTo(before.roles());
            assertThat(world.sandbox.snapshot().buckets()).isEqualTo(before.buckets());
        }
    }

    private static Webhook another(String name, Optional<StorageDestination> storage) {
        return new Webhook(
                Optional.empty(),
                name,
                "https://finance.example.com/hook",
                Optional.empty(),
                Map.of(),
                new WebhookAuthentication.None(),
                Optional.empty(),
                Map.of(),
                storage,
                Optional.empty());
    }

    private static World other(World world, Journal journal, String role, String prefix) {
        return world.with(journal)
                .with(draft -> draft.with(Field.ROLE_NAME, role).with(Field.PREFIX, prefix));
    }

    /** Both write to one bucket, and on GCP let in one provider. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void undoingOneOfTwoIntegrationsDoesNotBreakTheOther(boolean gcp) {
        try (World world = gcp ? World.gcp() : World.aws()) {
            Snapshot origin = world.sandbox.snapshot();
            Journal first = world.journal;
            Journal second = Journal.inMemory();
            world.apply();
            other(world, second, "thoughtspot-of-sales", "sales/").apply(Aim.of(Scope.AWS, Set.of()));
            var seconds = world.integration().plan(Scope.AWS, Set.of());
            assertThat(seconds.isEmpty()).isTrue();

            Applied undone = other(world, first, ROLE, "thoughtspot/").undo();

            assertThat(left(undone))
                    .contains(Fault.of("undo.bucket-in-use", BUCKET, "thoughtspot-of-sales"))
                    .hasSize(gcp ? 3 : 2);
            other(world, second, "thoughtspot-of-sales", "sales/");
            assertThat(world.integration().plan(Scope.AWS, Set.of()).isEmpty())
                    .as("the second is whole")
                    .isTrue();
            // Again it still knows.
            assertThat(left(other(world, first, ROLE, "thoughtspot/").undo())).hasSize(gcp ? 3 : 2);

            assertThat(left(other(world, second, "thoughtspot-of-sales", "sales/")
                            .undo()))
                    .isEmpty();
            assertThat(left(other(world, first, ROLE, "thoughtspot/").undo())).isEmpty();
            assertThat(world.sandbox.snapshot()).isEqualTo(origin);
        }
    }

    @Test
    void whoMayNotListRolesLeavesProviderAndBucketAndSaysSo() {
        try (World world = World.gcp()) {
            world.apply();
            world.sandbox.faults().set("deny", "iam:ListRoles");

            Applied undone = world.undo();

            assertThat(left(undone))
                    .extracting(Fault::key)
                    .containsExactly("undo.provider-unseen", "undo.bucket-unseen", "undo.bucket-unseen");
            assertThat(undone.complete()).isTrue();
            world.sandbox.faults().clear("deny");
            assertThat(left(world.undo())).isEmpty();
            assertThat(world.sandbox.snapshot().buckets()).isEmpty();
            assertThat(world.sandbox.snapshot().identityProviders()).isEmpty();
        }
    }

    private static Integration in(World world, String org) {
        return world.with(draft -> draft.with(Field.ORG, org)).integration(World.password("admin"));
    }

    private static Applied apply(Integration integration) {
        return integration.apply(integration.plan(Scope.ALL, Set.of()), Scope.ALL, Set.of(), Event.Sink.NONE);
    }

    private static Applied undo(World world, Integration integration) {
        return new Undoer(world.waiter(), world.clock())
                .undo(integration.session().signedIn(), world.journal, Event.Sink.NONE);
    }

    /** Orgs of one cluster that share a role share the journal too. */
    @Test
    void whatWasMadeInAnotherOrgIsLeftToItsOwnSettings() {
        try (World world = World.aws()) {
            Snapshot origin = world.sandbox.snapshot();
            apply(in(world, "Primary"));
            apply(in(world, "Sales"));
            Snapshot both = world.sandbox.snapshot();

            Applied undone = undo(world, in(world, "Primary"));

            assertThat(left(undone))
                    .contains(
                            Fault.of("undo.other-org", "Sales"),
                            Fault.of("undo.role-of-org", ROLE, "Sales"),
                            Fault.of("undo.bucket-of-org", BUCKET, "Sales"));
            assertThat(world.sandbox.snapshot().roles()).isEqualTo(both.roles());
            assertThat(world.sandbox.snapshot().buckets()).isEqualTo(both.buckets());
            assertThat(world.sandbox.snapshot().webhooks()).containsOnlyKeys("Sales");
            assertThat(world.sandbox.snapshot().channels())
                    .doesNotContainKey("Primary")
                    .containsKey("Sales");

            assertThat(left(undo(world, in(world, "Sales")))).isEmpty();
            assertThat(world.sandbox.snapshot()).isEqualTo(origin);
        }
    }

    /** The program ended before the webhook was made; somebody else has made one of its name since. */
    @Test
    void aWebhookOfTheNameThatWasAboutToBeMadeIsNotTakenForOurs() {
        try (World world = World.aws()) {
            Webhook wanted = wanted(world);
            world.journal.append(new Entry(
                    world.now(),
                    "1",
                    Entry.State.BEGUN,
                    new ResourceId(ResourceKind.WEBHOOK, wanted.name()),
                    "create",
                    Optional.of(new Undoing.WebhookMade(Optional.empty(), wanted.name(), Optional.of(wanted))),
                    "me",
                    ""));
            world.thoughtSpot().create(another(wanted.name(), Optional.empty()));

            assertThat(world.plan().conflicts()).hasSize(1);
            assertThat(left(world.undo())).containsExactly(Fault.of("undo.webhook-unsure", wanted.name()));
            assertThat(world.thoughtSpot().webhooks()).hasSize(1);
        }
    }

    private static Webhook wanted(World world) {
        return world.plan().changes().stream()
                .flatMap(change ->
                        change instanceof Change.Create(Webhook webhook, var _) ? Stream.of(webhook) : Stream.empty())
                .findFirst()
                .orElseThrow();
    }
}
