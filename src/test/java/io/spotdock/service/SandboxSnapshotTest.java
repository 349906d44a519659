package io.spotdock.service;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.BucketName;
import io.spotdock.domain.ObjectKey;
import io.spotdock.domain.RoleName;
import io.spotdock.domain.resource.Bucket.Ownership;
import io.spotdock.domain.resource.Bucket.Protection;
import io.spotdock.domain.resource.Webhook;
import io.spotdock.domain.resource.WebhookField;
import io.spotdock.port.Buckets.Located;
import io.spotdock.port.Content;
import io.spotdock.port.WebhookService;
import io.spotdock.sandbox.control.Snapshot;
import io.spotdock.settings.Field;
import java.nio.charset.StandardCharsets;
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
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.OwnershipControlsRule;

/** Two sandboxes are told apart by what stands in them, and by nothing else. */
class SandboxSnapshotTest {
    private static final String ROLE = "arn:aws:iam::999888777666:role/thoughtspot-s3-upload";

    private static World world(String hosting) {
        return hosting.equals("gcp") ? World.gcp() : World.aws();
    }

    /** With a webhook that has secrets and calls the sandbox's own receiver. */
    private static void setUp(World world) {
        world.with(draft -> draft.with(
                                Field.WEBHOOK_URL,
                                world.sandbox.access().receiver().toString())
                        .with(Field.BEARER_TOKEN, "env:TOKEN"))
                .apply();
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws", "gcp"})
    void theSameSettingsLeadToTheSameState(String hosting) {
        try (World one = world(hosting);
                World other = world(hosting)) {
            Snapshot fresh = one.sandbox.snapshot();
            assertThat(fresh).isEqualTo(other.sandbox.snapshot());
            setUp(one);
            setUp(other);
            one.integration().test(64, List.of(), Event.Sink.NONE);

            assertThat(one.sandbox.snapshot())
                    .isEqualTo(other.sandbox.snapshot())
                    .isNotEqualTo(fresh);

            one.undo();
            assertThat(one.sandbox.snapshot()).isEqualTo(fresh);
        }
    }

    @Test
    void itHoldsWhatWasMadeAndNoSecret() {
        try (World world = World.aws()) {
            setUp(world);
            put(world, "thoughtspot/report.pdf");

            Snapshot snapshot = world.sandbox.snapshot();

            assertThat(snapshot.buckets().get("my-company-data-exports")).satisfies(bucket -> {
                assertThat(bucket.owner()).isEqualTo("999888777666");
                assertThat(bucket.region()).isEqualTo("us-east-1");
                assertThat(bucket.tags()).isNotEmpty();
                assertThat(bucket.policy())
                        .hasValueSatisfying(json -> assertThat(json).startsWith("{\"Version\":\"2012-10-17\","));
                assertThat(bucket.settings())
                        .containsEntry("ownershipControls", "Rule.ObjectOwnership=BucketOwnerEnforced")
                        .containsKeys("encryption", "publicAccessBlock");
                assertThat(bucket.keys()).containsExactly("thoughtspot/report.pdf");
            });
            assertThat(snapshot.roles().get(ROLE)).satisfies(role -> {
                assertThat(role.trust()).contains("sts:ExternalId");
                assertThat(role.inline()).containsOnlyKeys("thoughtspot-s3-upload");
                assertThat(role.attached()).isEmpty();
                assertThat(role.tags()).isNotEmpty();
            });
            assertThat(snapshot.webhooks()).containsOnlyKeys("Primary");
            assertThat(snapshot.webhooks().get("Primary"))
                    .singleElement()
                    .satisfies(webhook -> assertThat(webhook)
                            .containsEntry("name", "Webhook_S3")
                            .containsEntry("url", "http://127.0.0.1:*/thoughtspot/webhook")
                            .containsEntry("authentication.BEARER_TOKEN", "***")
                            .containsEntry("storage_destination.storage_config.aws_s3_config.role_arn", ROLE));
            assertThat(snapshot.channels())
                    .containsEntry("cluster", List.of("EMAIL"))
                    .containsEntry("Primary", List.of("EMAIL", "WEBHOOK"));
            assertThat(snapshot.toString()).doesNotContain("secret of");
        }
    }

    @Test
    void googleAsAProviderIsInIt() {
        try (World world = World.gcp()) {
            setUp(world);

            assertThat(world.sandbox.snapshot().identityProviders())
                    .containsExactly(Map.entry(
                            "arn:aws:iam::999888777666:oidc-provider/accounts.google.com",
                            List.of("115663769112811637952")));
        }
    }

    static Stream<Consumer<World>> changes() {
        return Stream.of(
                world -> world.cloud().buckets().putTags(bucket(world), Map.of("team", "bi")),
                world -> world.cloud().buckets().deletePolicy(bucket(world)),
                world -> world.cloud()
                        .buckets()
                        .protect(
                                bucket(world),
                                new Protection(Optional.empty(), false, true, Ownership.BUCKET_OWNER_PREFERRED)),
                world -> put(world, "another"),
                world -> world.cloud()
                        .buckets()
                        .create(new Located(
                                new BucketName("another-bucket"),
                                bucket(world).region(),
                                bucket(world).owner())),
                world -> world.cloud()
                        .roles()
                        .deleteInlinePolicy(new RoleName("thoughtspot-s3-upload"), "thoughtspot-s3-upload"),
                world -> change(world, WebhookField.URL, "https://other.example.com/"),
                world -> world.thoughtSpot()
                        .resetChannels(world.thoughtSpot().channels().org()));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void oneChangeIsSeen(Consumer<World> change) {
        try (World world = World.aws()) {
            setUp(world);
            Snapshot before = world.sandbox.snapshot();

            change.accept(world);

            assertThat(world.sandbox.snapshot()).isNotEqualTo(before);
        }
    }

    @Test
    void howAPolicyOrASettingIsWrittenMakesNoDifference() {
        try (World world = World.aws();
                S3Client s3 = world.s3()) {
            setUp(world);
            Snapshot before = world.sandbox.snapshot();
            String name = "my-company-data-exports";
            String policy = requireNonNull(before.buckets().get(name)).policy().orElseThrow();
            String otherwise = policy.replace(",", " ,\n ").replace("\"s3:*\"", "[\"s3:*\"]");

            s3.putBucketPolicy(b -> b.bucket(name).policy(otherwise));
            s3.putBucketOwnershipControls(b -> b.bucket(name)
                    .ownershipControls(c -> c.rules(OwnershipControlsRule.builder()
                            .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                            .build())));

            assertThat(s3.getBucketPolicy(b -> b.bucket(name)).policy())
                    .as("as it was put")
                    .isEqualTo(otherwise)
                    .isNotEqualTo(policy);
            assertThat(world.sandbox.snapshot()).isEqualTo(before);
        }
    }

    private static Located bucket(World world) {
        return new Located(
                world.settings().bucket().name(),
                world.settings().aws().region(),
                world.settings().aws().accountId());
    }

    private static void put(World world, String key) {
        world.cloud()
                .objects()
                .put(bucket(world), new ObjectKey(key), Content.of(key.getBytes(StandardCharsets.UTF_8)));
    }

    private static void change(World world, WebhookField field, String url) {
        WebhookService service = world.thoughtSpot();
        Webhook found = service.webhooks().getFirst();
        Webhook wanted = new Webhook(
                found.serverId(),
                found.name(),
                url,
                found.description(),
                found.urlParams(),
                found.authentication(),
                found.signature(),
                found.headers(),
                found.storage(),
                found.enabled());
        service.update(found.serverId().orElseThrow(), wanted, Set.of(field));
    }
}
