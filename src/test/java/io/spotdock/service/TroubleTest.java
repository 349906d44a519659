package io.spotdock.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.check.CheckResult;
import io.spotdock.check.CheckResult.Status;
import io.spotdock.domain.Failure;
import io.spotdock.journal.Entry;
import io.spotdock.plan.Outcome;
import io.spotdock.sandbox.control.SandboxOptions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong on the way, and what is left behind. */
class TroubleTest {
    @Test
    void aPlanThatAwsWouldRefuseIsNotBegun() {
        try (World world = faulty("deny", "iam:CreateRole")) {
            Applied applied = world.apply();

            assertThat(applied.stopped())
                    .hasValueSatisfying(failure -> assertThat(failure)
                            .isInstanceOfSatisfying(
                                    Failure.Denied.class,
                                    denied -> assertThat(denied.action()).isEqualTo("iam:CreateRole")));
            assertThat(world.writes()).isEmpty();
            assertThat(world.journal.entries()).isEmpty();
        }
    }

    @Test
    void aDeniedCallThatCouldNotBeForeseenStopsThereAndTheJournalSaysWhatWasDone() {
        try (World world = faulty("deny", "iam:CreateRole,iam:SimulatePrincipalPolicy")) {
            Applied applied = world.apply();

            assertThat(applied.stopped()).hasValueSatisfying(f -> assertThat(f).isInstanceOf(Failure.Denied.class));
            assertThat(world.journal.entries())
                    .filteredOn(entry -> entry.state() == Entry.State.FAILED)
                    .extracting(entry -> entry.resource().kind().id())
                    .containsExactly("role");
        }
    }

    @Test
    void afterAStopTheRestIsMadeByApplyingAgain() {
        try (World world = faulty("deny", "iam:CreateRole,iam:SimulatePrincipalPolicy")) {
            assertThat(world.apply().changed()).isEqualTo(2);
            world.sandbox.faults().clear("deny");

            Applied again = world.apply();

            assertThat(again.complete()).isTrue();
            assertThat(world.plan().isEmpty()).isTrue();
        }
    }

    @Test
    void cancelledBetweenChangesItStopsCleanlyAndGoesOnLater() {
        try (World world = World.aws()) {
            Integration integration = world.integration();
            var plan = integration.plan(io.spotdock.plan.Scope.ALL, java.util.Set.of());
            AtomicBoolean first = new AtomicBoolean(true);
            Applied applied = integration.apply(plan, io.spotdock.plan.Scope.ALL, java.util.Set.of(), event -> {
                boolean changed = event instanceof Event.Finished(String _, Outcome.Changed _);
                if (changed && first.getAndSet(false)) Thread.currentThread().interrupt();
            });
            boolean interrupted = Thread.interrupted();

            assertThat(interrupted).as("the interrupt is passed on").isTrue();
            assertThat(applied.cancelled()).isTrue();
            assertThat(applied.changed()).isEqualTo(1);
            assertThat(world.apply().complete()).isTrue();
            assertThat(world.undo().complete()).isTrue();
            assertThat(world.cloud().buckets().list()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"throttle", "error", "drop", "drop-before"})
    void aPassingTroubleOfAwsIsSatOut(String fault) {
        try (World world = World.aws()) {
            Integration integration = world.integration();
            world.sandbox.faults().set(fault, "1");

            var plan = integration.plan(io.spotdock.plan.Scope.ALL, java.util.Set.of());
            world.sandbox.faults().set(fault, "1");
            Applied applied = integration.apply(plan, io.spotdock.plan.Scope.ALL, java.util.Set.of(), Event.Sink.NONE);

            assertThat(world.sandbox.faults().isOn(fault))
                    .as("it is still to come")
                    .isFalse();
            assertThat(applied.stopped()).isEmpty();
            assertThat(world.plan().isEmpty()).isTrue();
            assertThat(world.undo().complete()).isTrue();
            assertThat(world.cloud().buckets().list()).isEmpty();
        }
    }

    /**
     * The JDK's client repeats a dropped GET, or a PUT without a body, by itself, and AWS's makes three attempts: only what
     * is dropped more often than that reaches the service.
     */
    @Test
    void connectionsThatKeepBeingDroppedStopItAndApplyingAgainMakesTheRest() {
        try (World world = World.aws()) {
            Integration integration = world.integration();
            var plan = integration.plan(io.spotdock.plan.Scope.ALL, java.util.Set.of());
            world.sandbox.faults().set("drop-before", "99");

            Applied applied = integration.apply(plan, io.spotdock.plan.Scope.ALL, java.util.Set.of(), Event.Sink.NONE);

            assertThat(applied.stopped())
                    .hasValueSatisfying(failure -> assertThat(failure).isInstanceOf(Failure.Unreachable.class));
            assertThat(world.writes()).isEmpty();
            // Nobody knows what a call without an answer did, so it is not called failed.
            assertThat(world.journal.entries()).extracting(Entry::state).containsExactly(Entry.State.BEGUN);
            world.sandbox.faults().clear("drop-before");
            assertThat(world.apply().complete()).isTrue();
            assertThat(world.undo().complete()).isTrue();
            assertThat(world.cloud().buckets().list()).isEmpty();
        }
    }

    @Test
    void theLiveTestWaitsForSlowPropagationRightAfterAChange() {
        try (World world = faulty("propagation", "20s")) {
            world.apply();

            List<CheckResult> results =
                    world.integration().test(64, List.of(), world.events::add).results();

            assertThat(results)
                    .filteredOn(result -> result.status() == Status.FAILED)
                    .isEmpty();
            assertThat(world.events).anyMatch(Event.Waiting.class::isInstance);
        }
    }

    @Test
    void anotherAccountOfThoughtSpotIsNamedAndNotRecommended() {
        try (World world = World.aws()) {
            world.apply();
            world.sandbox.faults().set("ts-account", "210987654321");

            CheckResult result = check(world, "delivery.validate");

            assertThat(result.status()).isEqualTo(Status.FAILED);
            assertThat(result.evidence())
                    .hasValueSatisfying(
                            evidence -> assertThat(evidence.key()).isIn("cause.other-account", "cause.assume-aws"));
        }
    }

    @Test
    void aBucketPolicyThatCameMeanwhileIsNotOverwritten() {
        try (World world = faulty("deny-bucket-policy", "")) {
            Applied first = world.apply();

            assertThat(first.stopped()).hasValueSatisfying(f -> assertThat(f).isInstanceOf(Failure.AlreadyThere.class));
            assertThat(world.apply().complete())
                    .as("reviewed again, it is added to")
                    .isTrue();
            CheckResult result = check(world, "bucket.policy");
            assertThat(result.status()).isEqualTo(Status.FAILED);
            assertThat(result.evidence())
                    .hasValueSatisfying(
                            evidence -> assertThat(evidence.arguments()).startsWith("OnlyTheDataPlatformWrites"));
        }
    }

    private static CheckResult check(World world, String id) {
        return world.integration().test(64, List.of(), Event.Sink.NONE).results().stream()
                .filter(result -> result.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static World faulty(String name, String value) {
        return new World(SandboxOptions.aws().withFaults(Map.of(name, value)));
    }
}
