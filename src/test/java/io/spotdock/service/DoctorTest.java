package io.spotdock.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.check.CheckResult;
import io.spotdock.check.CheckResult.Status;
import io.spotdock.check.Drift;
import io.spotdock.domain.policy.PolicyJson;
import io.spotdock.domain.resource.Webhook;
import io.spotdock.domain.resource.WebhookField;
import io.spotdock.settings.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The doctor looks, and only looks; it compares three sides and says which is odd. */
class DoctorTest {
    private static Diagnosis diagnose(World world) {
        return world.integration().diagnose(Event.Sink.NONE);
    }

    private static List<String> odd(Diagnosis diagnosis) {
        return diagnosis.drifts().stream()
                .map(drift -> drift.field() + " " + drift.odd())
                .toList();
    }

    @Test
    void aHealthyIntegrationHasNothingToMendOnEitherHosting() {
        for (World world : List.of(World.aws(), World.gcp())) {
            try (world) {
                world.apply();
                Diagnosis diagnosis = diagnose(world);

                assertThat(diagnosis.first()).isEmpty();
                assertThat(diagnosis.drifts()).isEmpty();
                assertThat(diagnosis.compared()).isNotEmpty();
            }
        }
    }

    @Test
    void nothingIsWrittenAnywhere() {
        try (World world = World.aws()) {
            world.apply();
            int before = world.writes().size();

            diagnose(world);

            assertThat(world.writes()).hasSize(before);
            assertThat(world.sandbox.calls().calls())
                    .extracting(call -> call.action())
                    .noneMatch(action -> action.contains("communication-channels/validate"));
        }
    }

    @Test
    void beforeAnythingIsMadeTheBucketComesFirst() {
        try (World world = World.aws()) {
            assertThat(diagnose(world).first().map(CheckResult::id)).hasValue("bucket.exists");
        }
    }

    @Test
    void anExternalIdThatDiffersInCaseIsTheTrustPolicysFault() throws Exception {
        try (World world = World.aws()) {
            world.apply();
            world.cloud().roles().putTrust(world.settings().role().name(), PolicyJson.parse("""
                                    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
                                     "Principal": {"AWS": "arn:aws:iam::%s:root"}, "Action": "sts:AssumeRole",
                                     "Condition": {"StringEquals": {"sts:ExternalId": "TS-WEBHOOK-X7K9M2P4Q1"}}}]}""".formatted(
                            world.sandbox.access().thoughtSpotAccount())));
            Diagnosis diagnosis = diagnose(world);

            assertThat(odd(diagnosis)).containsExactly("field.external-id AWS");
            assertThat(diagnosis.drifts()).allMatch(Drift::onlyInCase);
            assertThat(diagnosis.first())
                    .hasValueSatisfying(first -> assertThat(first.id()).isEqualTo("trust.external-id"));
        }
    }

    @Test
    void aWebhookThatNamesAnotherBucketIsTheOddOne() {
        try (World world = World.aws()) {
            world.apply();
            Webhook found = world.thoughtSpot().webhooks().getFirst();
            var storage = found.storage().orElseThrow();
            Webhook other = new Webhook(
                    found.serverId(),
                    found.name(),
                    found.url(),
                    found.description(),
                    found.urlParams(),
                    found.authentication(),
                    found.signature(),
                    found.headers(),
                    Optional.of(new io.spotdock.domain.resource.StorageDestination(
                            "another-bucket",
                            storage.region(),
                            storage.roleArn(),
                            storage.externalId(),
                            storage.prefix())),
                    found.enabled());
            world.thoughtSpot().update(found.serverId().orElseThrow(), other, Set.of(WebhookField.STORAGE));

            Diagnosis diagnosis = diagnose(world);

            assertThat(odd(diagnosis)).containsExactly("field.bucket WEBHOOK");
            assertThat(diagnosis.first().map(CheckResult::id)).hasValue("webhook.matches");
        }
    }

    @Test
    void settingsThatWereChangedSinceAreTheOddOnes() {
        try (World world = World.aws()) {
            world.apply();
            world.with(draft -> draft.with(Field.PREFIX, "elsewhere/"));

            assertThat(odd(diagnose(world))).containsExactly("field.prefix SETTINGS");
        }
    }

    @Test
    void whoMayOnlyLookIsToldWhatCouldNotBeSeen() {
        try (World world = World.aws()) {
            world.apply();
            world.sandbox.faults().set("deny", "s3:GetLifecycleConfiguration,s3:GetBucketVersioning");

            Diagnosis diagnosis = diagnose(world);

            assertThat(diagnosis.first()).isEmpty();
            assertThat(diagnosis.results())
                    .filteredOn(result -> result.status() == Status.SKIPPED)
                    .extracting(CheckResult::id)
                    .contains("bucket.lifecycle", "bucket.versioning");
        }
    }

    @Test
    void whatIsFoundIsToldInTheOrderOfTheCatalogue() {
        try (World world = World.aws()) {
            world.apply();
            List<String> told = new ArrayList<>();

            Diagnosis diagnosis = world.integration().diagnose(event -> {
                if (event instanceof Event.Checked(CheckResult result)) told.add(result.id());
            });

            assertThat(told)
                    .isEqualTo(diagnosis.results().stream().map(CheckResult::id).toList());
        }
    }
}
