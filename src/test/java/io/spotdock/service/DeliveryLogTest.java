package io.spotdock.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.spotdock.check.CheckResult;
import io.spotdock.check.CheckResult.Status;
import io.spotdock.check.DeliveredFile;
import io.spotdock.check.Delivery;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Secret;
import io.spotdock.port.DeliveryHistory;
import io.spotdock.port.WebhookConnector.SignIn;
import io.spotdock.sandbox.thoughtspot.ThoughtSpotServer;
import io.spotdock.service.DeliveryLog.Followed;
import io.spotdock.thoughtspot.ThoughtSpotConnector;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Schedules that the sandbox's ThoughtSpot really delivers, and what is told of them afterwards. */
class DeliveryLogTest {
    private final World world = World.aws();

    @BeforeEach
    void setUp() {
        world.apply();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private String schedule(String name, String format) {
        return new Liveboards(world.sandbox.access()).schedule(name, format, world.now());
    }

    /** To the next multiple of five minutes, and no further: AWS refuses a request of another quarter of an hour. */
    private void passToTheNext() {
        world.pass(Liveboards.untilDue(world.now()));
    }

    private List<Delivery> deliveries() {
        return world.integration().deliveries().last(DeliveryHistory.KEPT, Event.Sink.NONE);
    }

    private Followed follow(Duration atMost) {
        return world.integration().deliveries().follow(DeliveryHistory.KEPT, atMost, world.events::add);
    }

    private List<Delivery> told() {
        return world.events.stream()
                .filter(Event.Delivered.class::isInstance)
                .map(event -> ((Event.Delivered) event).delivery())
                .toList();
    }

    private CheckResult recent() {
        return world.integration().test(64, List.of(), Event.Sink.NONE).results().stream()
                .filter(result -> result.id().equals("deliveries.recent"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aDeliveredLiveboardIsListedWithItsFile() {
        schedule("Weekly sales", "PDF");
        passToTheNext();

        assertThat(deliveries()).singleElement().satisfies(delivery -> {
            assertThat(delivery.status()).isEqualTo(DeliveryHistory.Status.SUCCESS);
            assertThat(delivery.schedule().orElseThrow().name()).isEqualTo("Weekly sales");
            assertThat(delivery.schedule().orElseThrow().liveboard().name()).isEqualTo("Sales Overview");
            assertThat(delivery.cause()).isEmpty();
            assertThat(delivery.file())
                    .asInstanceOf(type(DeliveredFile.Found.class))
                    .satisfies(found -> {
                        assertThat(found.byName()).isTrue();
                        assertThat(found.file().key().value())
                                .startsWith("thoughtspot/cluster-")
                                .contains("Weekly-sales");
                        assertThat(found.file().size()).isPositive();
                    });
        });
    }

    @Test
    void deliveriesOfTheSameMinuteHaveAFileEachAndTheNewestStandsFirst() {
        schedule("Weekly sales", "PDF");
        schedule("Sales by region", "PDF");
        schedule("As a table", "XLSX");
        passToTheNext();
        deliveries();
        schedule("Later", "PDF");
        passToTheNext();

        List<Delivery> all = deliveries();

        assertThat(all).hasSize(4);
        assertThat(all.getFirst().schedule().orElseThrow().name()).isEqualTo("Later");
        assertThat(all)
                .extracting(delivery ->
                        ((DeliveredFile.Found) delivery.file()).file().key())
                .doesNotHaveDuplicates();
        assertThat(all).allSatisfy(delivery -> {
            String name = delivery.schedule().orElseThrow().name().replace(' ', '-');
            assertThat(((DeliveredFile.Found) delivery.file()).file().key().value())
                    .contains(name);
        });
    }

    @Test
    void aDeliveryThatFailsHasItsCause() {
        world.sandbox.faults().set("ts-account", "210987654321");
        schedule("Weekly sales", "PDF");
        passToTheNext();

        assertThat(deliveries()).singleElement().satisfies(delivery -> {
            assertThat(delivery.hasFailed()).isTrue();
            assertThat(delivery.file()).isInstanceOf(DeliveredFile.None.class);
            assertThat(delivery.cause().orElseThrow().evidence())
                    .isEqualTo(Fault.of("cause.other-account", "210987654321", "123456789012"));
            assertThat(delivery.cause().orElseThrow().remedy()).isEqualTo(Fault.of("remedy.confirm-account"));
        });
    }

    @Test
    void anExternalIdInOtherCaseIsToldFromTheTrustPolicy() {
        world.with(draft -> draft.with(io.spotdock.settings.Field.EXTERNAL_ID, "TS-webhook-x7k9m2p4q1"));
        world.integration()
                .apply(
                        world.integration().plan(io.spotdock.plan.Scope.WEBHOOK, java.util.Set.of()),
                        io.spotdock.plan.Scope.WEBHOOK,
                        java.util.Set.of(),
                        Event.Sink.NONE);
        schedule("Weekly sales", "PDF");
        passToTheNext();

        assertThat(deliveries())
                .singleElement()
                .satisfies(delivery -> assertThat(delivery.cause().orElseThrow().evidence())
                        .isEqualTo(
                                Fault.of("cause.external-id.case", "TS-webhook-x7k9m2p4q1", "ts-webhook-x7k9m2p4q1")));
    }

    @Test
    void whoMayNotListTheBucketSeesTheDeliveriesAllTheSame() {
        schedule("Weekly sales", "PDF");
        passToTheNext();
        world.sandbox.faults().set("deny", "s3:ListBucket");

        assertThat(deliveries()).singleElement().satisfies(delivery -> {
            assertThat(delivery.status()).isEqualTo(DeliveryHistory.Status.SUCCESS);
            assertThat(delivery.file().sentence()).isEqualTo(Fault.of("delivery.file.denied", "s3:ListBucket"));
        });
    }

    @Test
    void aFileThatIsGoneIsNotFound() {
        schedule("Weekly sales", "PDF");
        passToTheNext();
        DeliveredFile.Found found =
                (DeliveredFile.Found) deliveries().getFirst().file();
        world.cloud()
                .objects()
                .delete(LiveTest.located(world.settings()), found.file().key(), Optional.empty());

        assertThat(deliveries().getFirst().file()).isEqualTo(new DeliveredFile.NotFound());
    }

    @Test
    void aValidationIsListedAndItsFileKnownToBeRemoved() {
        world.integration().test(64, List.of(), Event.Sink.NONE);

        assertThat(deliveries()).singleElement().satisfies(delivery -> {
            assertThat(delivery.isValidation()).isTrue();
            assertThat(delivery.file()).isEqualTo(new DeliveredFile.Removed());
        });
    }

    @Test
    void aDeliveryThatIsTriedAgainIsFollowedToItsEnd() {
        world.sandbox.faults().set("receiver", "503");
        schedule("Weekly sales", "PDF");
        passToTheNext();

        Followed followed = follow(Duration.ofHours(2));

        assertThat(followed.open()).isZero();
        assertThat(told())
                .extracting(delivery -> delivery.status() + " " + delivery.job().tries())
                .containsExactly("RETRY 1", "RETRY 2", "RETRY 3", "RETRY 4", "FAILED 5");
        assertThat(told()).allSatisfy(delivery -> {
            assertThat(delivery.cause().orElseThrow().evidence()).isEqualTo(Fault.of("cause.receiver", "503"));
            assertThat(delivery.file()).as("the file went first").isInstanceOf(DeliveredFile.Found.class);
        });
        assertThat(world.events)
                .anySatisfy(event -> assertThat(event)
                        .asInstanceOf(type(Event.Waiting.class))
                        .satisfies(waiting -> assertThat(waiting.why()).isEqualTo(Fault.of("wait.deliveries", 1))));
    }

    @Test
    void pendingOnesAreFollowedAndThePauseGrows() {
        world.sandbox.faults().set("ts-pending", "4");
        schedule("Weekly sales", "PDF");
        passToTheNext();

        Followed followed = follow(Duration.ofHours(1));

        assertThat(followed.all())
                .singleElement()
                .satisfies(delivery -> assertThat(delivery.status()).isEqualTo(DeliveryHistory.Status.SUCCESS));
        assertThat(world.events.stream()
                        .filter(Event.Waiting.class::isInstance)
                        .filter(event -> event.subject().equals(Event.DELIVERIES))
                        .map(event -> ((Event.Waiting) event).next()))
                .containsExactly(
                        Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(40));
    }

    @Test
    void withNothingUnderWayTheNextIsAwaited() {
        schedule("Weekly sales", "PDF");

        Followed followed = follow(Duration.ofHours(1));

        assertThat(followed.all())
                .singleElement()
                .satisfies(delivery -> assertThat(delivery.status()).isEqualTo(DeliveryHistory.Status.SUCCESS));
        assertThat(world.events)
                .anySatisfy(event -> assertThat(event)
                        .asInstanceOf(type(Event.Waiting.class))
                        .satisfies(waiting -> assertThat(waiting.why()).isEqualTo(Fault.of("wait.next-delivery"))));
    }

    @Test
    void theTimeIsUpThoughSomeAreStillOpen() {
        world.sandbox.faults().set("receiver", "slow");
        schedule("Weekly sales", "PDF");
        passToTheNext();
        var begun = world.now();

        assertThat(follow(Duration.ofSeconds(90)).open()).isOne();
        assertThat(Duration.between(begun, world.now())).isLessThan(Duration.ofMinutes(2));
    }

    @Test
    void aJobGoesOnWhenItsScheduleIsDeletedMeanwhile() {
        world.sandbox.faults().set("receiver", "503");
        String id = schedule("Weekly sales", "PDF");
        passToTheNext();
        Followed followed = world.integration()
                .deliveries()
                .follow(DeliveryHistory.KEPT, Duration.ofHours(2), event -> {
                    world.events.add(event);
                    if (event instanceof Event.Waiting waiting && waiting.attempt() == 1) {
                        new Liveboards(world.sandbox.access()).delete(id);
                        world.sandbox.faults().clear("receiver");
                    }
                });

        assertThat(followed.all()).singleElement().satisfies(delivery -> {
            assertThat(delivery.status()).isEqualTo(DeliveryHistory.Status.SUCCESS);
            assertThat(delivery.schedule().orElseThrow().name()).isEqualTo("Weekly sales");
        });
    }

    @Test
    void anInterruptEndsFollowing() {
        world.sandbox.faults().set("receiver", "503");
        schedule("Weekly sales", "PDF");
        passToTheNext();

        assertThatThrownBy(() -> world.integration()
                        .deliveries()
                        .follow(DeliveryHistory.KEPT, Duration.ofHours(1), event -> {
                            if (event instanceof Event.Waiting)
                                Thread.currentThread().interrupt();
                        }))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void anOlderClusterKeepsNoHistory() {
        world.sandbox.faults().set("ts-no-validate", "");

        assertThat(failure()).isEqualTo(new Failure.Missing(DeliveryHistory.RESOURCE, ""));
    }

    @Test
    void withoutAWebhookThereIsNothingToList() {
        world.undo();

        assertThat(failure()).isEqualTo(new Failure.Missing("webhook Webhook_S3", ""));
    }

    @Test
    void whoMayNotManageWebhooksIsDenied() {
        var viewer = new ThoughtSpotConnector(Map.of(), world::now, world::pass)
                .connect(
                        world.settings().thoughtSpot().host().orElseThrow(),
                        new SignIn.Password("viewer", Secret.of(ThoughtSpotServer.PASSWORD)),
                        Optional.empty(),
                        _ -> Secret.of("none"));

        assertThatThrownBy(() -> viewer.history().job("n.1"))
                .isInstanceOfSatisfying(
                        FailureException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.Denied.class));
        assertThat(viewer.schedules().ofLiveboards()).isEmpty();
    }

    private Failure failure() {
        try {
            throw new AssertionError(deliveries());
        } catch (FailureException e) {
            return e.failure();
        }
    }

    @Test
    void theLiveTestSaysHowDeliveriesWentLately() {
        assertThat(recent().status()).isEqualTo(Status.SKIPPED);
        schedule("Weekly sales", "PDF");
        passToTheNext();
        assertThat(recent().evidence()).contains(Fault.of("check.deliveries.recent.well", 1));
        world.sandbox.faults().set("ts-account", "210987654321");
        schedule("Another", "PDF");
        passToTheNext();
        deliveries();
        world.sandbox.faults().clear("ts-account");

        CheckResult failed = recent();

        assertThat(failed.status()).isEqualTo(Status.WARNED);
        assertThat(failed.evidence().orElseThrow().key()).isEqualTo("cause.other-account");
        assertThat(failed.remedy()).contains(Fault.of("remedy.confirm-account"));
        world.sandbox.faults().set("ts-no-validate", "");
        assertThat(recent().evidence()).contains(Fault.of("check.deliveries.recent.old"));
    }
}
