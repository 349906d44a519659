package io.spotdock.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.check.CheckResult;
import io.spotdock.check.CheckResult.Status;
import io.spotdock.port.Buckets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The live test run again, cancelled, and hindered; what it leaves behind. */
class LiveTestTest {
    private final World world = World.aws();

    private TestRun test(List<CheckResult> earlier) {
        return world.integration().test(64, earlier, world.events::add);
    }

    private boolean bucketIsEmpty() {
        return world.cloud().buckets().isEmpty(LiveTest.located(world.settings()));
    }

    private List<String> started() {
        return world.events.stream()
                .filter(Event.Started.class::isInstance)
                .map(Event::subject)
                .toList();
    }

    private static CheckResult of(TestRun run, String id) {
        return run.results().stream()
                .filter(result -> result.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void onlyWhatFailedOrWasNotReachedIsRunAgainAndTheRestCounts() {
        try (world) {
            world.apply();
            world.sandbox.faults().set("ts-account", "210987654321");
            TestRun first = test(List.of());
            assertThat(of(first, "delivery.validate").status()).isEqualTo(Status.FAILED);
            assertThat(of(first, "delivery.file").status()).isEqualTo(Status.NOT_REACHED);
            world.sandbox.faults().clear("ts-account");
            world.events.clear();

            TestRun again = test(first.results());

            assertThat(started())
                    .containsExactlyInAnyOrder(
                            "delivery.validate", "delivery.file", "delivery.removed", "delivery.receiver");
            assertThat(again.results()).hasSameSizeAs(first.results());
            assertThat(again.count(Status.FAILED) + again.count(Status.NOT_REACHED))
                    .isZero();
            assertThat(bucketIsEmpty()).isTrue();
        }
    }

    @Test
    void aTestCancelledBetweenWritingAndRemovingLeavesNoFile() {
        try (world) {
            world.apply();
            TestRun run = world.integration().test(64, List.of(), event -> {
                if (event instanceof Event.Checked(CheckResult result)
                        && result.id().equals("upload.write"))
                    Thread.currentThread().interrupt();
            });
            boolean interrupted = Thread.interrupted();

            assertThat(interrupted).as("the interrupt is passed on").isTrue();
            assertThat(run.cancelled()).isTrue();
            assertThat(of(run, "upload.write").status()).isEqualTo(Status.PASSED);
            assertThat(of(run, "upload.removed").status()).isEqualTo(Status.NOT_REACHED);
            assertThat(run.leftBehind()).isEmpty();
            assertThat(bucketIsEmpty()).isTrue();
        }
    }

    @Test
    void theFileThatThoughtSpotWroteGoesTooWhenTheTestIsCancelled() {
        try (world) {
            world.apply();
            TestRun run = world.integration().test(64, List.of(), event -> {
                if (event instanceof Event.Checked(CheckResult result)
                        && result.id().equals("delivery.validate"))
                    Thread.currentThread().interrupt();
            });
            assertThat(Thread.interrupted()).isTrue();

            assertThat(of(run, "delivery.validate").status()).isEqualTo(Status.PASSED);
            assertThat(of(run, "delivery.removed").status()).isEqualTo(Status.NOT_REACHED);
            assertThat(bucketIsEmpty()).isTrue();
        }
    }

    /** Its name is known only from an answer that is still to come. */
    @Test
    void aFileThatThoughtSpotIsJustWritingGoesTooWhenTheTestIsCancelled() {
        try (world) {
            world.apply();
            world.sandbox.faults().set("slow", "100");
            Thread tester = Thread.currentThread();
            Thread canceller = Thread.startVirtualThread(() -> {
                while (world.awsCalls().stream().noneMatch(call -> call.action().equals("AssumeRole")))
                    Thread.onSpinWait();
                tester.interrupt();
            });

            TestRun run = test(List.of());

            assertThat(Thread.interrupted()).isTrue();
            assertThat(canceller.isAlive()).isFalse();
            assertThat(run.cancelled()).isTrue();
            assertThat(of(run, "delivery.validate").status()).isEqualTo(Status.NOT_REACHED);
            world.sandbox.faults().clear("slow");
            assertThat(world.sandbox.calls().calls())
                    .as("ThoughtSpot has written its file")
                    .anyMatch(call -> call.action().endsWith("/validate") && call.status() == 200);
            assertThat(bucketIsEmpty()).isTrue();
        }
    }

    @Test
    void whoMayNotReadBackStillRemovesWhatWasWritten() {
        try (world) {
            world.apply();
            world.sandbox.faults().set("deny", "s3:GetObject");

            TestRun run = test(List.of());

            assertThat(of(run, "upload.write").status()).isEqualTo(Status.PASSED);
            assertThat(run.leftBehind()).isEmpty();
            world.sandbox.faults().clear("deny");
            assertThat(bucketIsEmpty()).isTrue();
        }
    }

    @Test
    void filesThatCouldNotBeRemovedAreNamedAndRemovedLater() {
        try (world) {
            world.apply();
            world.sandbox.faults().set("deny", "s3:DeleteObject");

            TestRun run = test(List.of());

            assertThat(run.leftBehind()).hasSize(2);
            assertThat(of(run, "upload.read-back").status()).isEqualTo(Status.PASSED);
            assertThat(of(run, "upload.removed").status()).isEqualTo(Status.WARNED);
            assertThat(of(run, "delivery.removed").status()).isEqualTo(Status.WARNED);
            assertThat(run.count(Status.FAILED)).isZero();
            world.sandbox.faults().clear("deny");
            Buckets.Located bucket = LiveTest.located(world.settings());
            assertThat(io.spotdock.check.Leftovers.removeAgain(world.cloud().objects(), bucket, run.leftBehind()))
                    .isEmpty();
            assertThat(bucketIsEmpty()).isTrue();
        }
    }
}
