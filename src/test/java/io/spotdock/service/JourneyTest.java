package io.spotdock.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.check.CheckResult;
import io.spotdock.check.CheckResult.Status;
import io.spotdock.domain.BucketName;
import io.spotdock.domain.RoleName;
import io.spotdock.plan.Change;
import io.spotdock.plan.Outcome;
import io.spotdock.port.Buckets;
import io.spotdock.sandbox.control.CallLog;
import io.spotdock.settings.Field;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plan, apply, test and undo over the wire. */
class JourneyTest {
    private static World world(String hosting) {
        return hosting.equals("gcp") ? World.gcp() : World.aws();
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws", "gcp"})
    void aFirstApplyMakesEverythingAndASecondWritesNothing(String hosting) {
        try (World world = world(hosting)) {
            Applied first = world.apply();

            assertThat(first.stopped()).isEmpty();
            assertThat(first.changed()).isEqualTo(hosting.equals("gcp") ? 8 : 7);
            assertThat(world.awsCalls()).as("AWS calls of a first apply").hasSizeLessThanOrEqualTo(30);

            world.sandbox.calls().clear();
            Applied second = world.apply();

            assertThat(second.changed()).isZero();
            assertThat(world.writes()).as("writing calls of a second apply").isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws", "gcp"})
    void theLiveTestEndsWithThoughtSpotsOwnFileFoundAndRemoved(String hosting) {
        try (World world = world(hosting)) {
            world.apply();

            List<CheckResult> results =
                    world.integration().test(1024, List.of(), Event.Sink.NONE).results();

            assertThat(results)
                    .filteredOn(result -> result.status() == Status.FAILED
                            || result.status() == Status.NOT_REACHED
                            || result.status() == Status.WARNED)
                    .isEmpty();
            assertThat(results).extracting(CheckResult::id).contains("delivery.file", "delivery.removed");
            Buckets.Located bucket = located(world);
            assertThat(world.cloud().buckets().isEmpty(bucket)).isTrue();
        }
    }

    @Test
    void theSandboxsOwnReceiverIsReallyCalledAndAnswers() {
        try (World world = World.aws()) {
            String url = world.sandbox.access().receiver().toString();
            world.with(draft -> draft.with(Field.WEBHOOK_URL, url)).apply();

            List<CheckResult> results =
                    world.integration().test(64, List.of(), Event.Sink.NONE).results();

            assertThat(results)
                    .filteredOn(result -> result.id().equals("delivery.receiver"))
                    .extracting(CheckResult::status)
                    .containsExactly(Status.PASSED);
            assertThat(world.sandbox.calls().calls()).contains(new CallLog.Call("receiver", "POST", false, 200));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', PASSED, check.receiver.health.plain",
        "500, WARNED, check.receiver.answer.bad",
        "redirect, WARNED, check.receiver.answer.redirect",
        "refused, WARNED, check.receiver.dropped"
    })
    void theLiveTestLooksAtTheUrlFromHereAndOnlyWarns(String fault, Status status, String evidence) {
        try (World world = World.aws()) {
            String url = world.sandbox.access().receiver().toString();
            world.with(draft -> draft.with(Field.WEBHOOK_URL, url)).apply();
            if (!fault.isEmpty()) world.sandbox.faults().set("receiver", fault);

            CheckResult health = health(world);

            assertThat(health.status()).isEqualTo(status);
            assertThat(health.evidence().orElseThrow().key()).isEqualTo(evidence);
        }
    }

    @Test
    void inASandboxAUrlElsewhereIsNotLookedAt() {
        try (World world = World.aws()) {
            world.apply();
            assertThat(health(world).status()).isEqualTo(Status.SKIPPED);
        }
    }

    private static CheckResult health(World world) {
        return world.integration().test(64, List.of(), Event.Sink.NONE).results().stream()
                .filter(result -> result.id().equals("receiver.health"))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws", "gcp"})
    void afterDestroyNothingOfOursIsLeft(String hosting) {
        try (World world = world(hosting)) {
            world.apply();

            Applied undone = world.undo();

            assertThat(undone.stopped()).isEmpty();
            assertThat(undone.steps())
                    .allSatisfy(step -> assertThat(step.outcome()).isInstanceOf(Outcome.Changed.class));
            assertThat(world.cloud().buckets().list()).isEmpty();
            assertThat(world.cloud().roles().find(new RoleName("thoughtspot-s3-upload")))
                    .isEmpty();
            assertThat(world.thoughtSpot().webhooks()).isEmpty();
            assertThat(world.plan().changes()).noneMatch(Change.Keep.class::isInstance);
        }
    }

    @Test
    void aSecondDestroyFindsNothingToDo() {
        try (World world = World.aws()) {
            world.apply();
            world.undo();

            assertThat(world.undo().steps()).isEmpty();
        }
    }

    @Test
    void aBucketWithFilesInItStaysWhenTheRestIsTakenBack() {
        try (World world = World.aws()) {
            world.apply();
            Buckets.Located bucket = located(world);
            world.cloud()
                    .objects()
                    .put(
                            bucket,
                            new io.spotdock.domain.ObjectKey("thoughtspot/report.pdf"),
                            io.spotdock.port.Content.of(new byte[3]));

            Applied undone = world.undo();

            assertThat(undone.steps())
                    .filteredOn(step -> step.outcome() instanceof Outcome.Left)
                    .extracting(step -> step.resource().kind().id())
                    .containsExactly("bucket");
            assertThat(world.cloud().buckets().list()).containsExactly(bucket.name());
        }
    }

    private static Buckets.Located located(World world) {
        return new Buckets.Located(
                new BucketName("my-company-data-exports"),
                world.settings().aws().region(),
                world.settings().aws().accountId());
    }
}
