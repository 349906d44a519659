package io.spotdock.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.spotdock.check.CheckResult;
import io.spotdock.check.CheckResult.Status;
import io.spotdock.domain.Fault;
import io.spotdock.domain.LiveboardReference;
import io.spotdock.domain.Secret;
import io.spotdock.domain.resource.ChannelPreference;
import io.spotdock.domain.resource.ChannelPreference.Channel;
import io.spotdock.domain.resource.WebhookField;
import io.spotdock.journal.Entry;
import io.spotdock.journal.Journal;
import io.spotdock.journal.Ledger;
import io.spotdock.journal.Undoing;
import io.spotdock.plan.Scope;
import io.spotdock.port.Objects;
import io.spotdock.port.Schedules.Schedule;
import io.spotdock.port.WebhookConnector.SignIn;
import io.spotdock.port.WebhookService;
import io.spotdock.sandbox.thoughtspot.ThoughtSpotServer;
import io.spotdock.service.LiveboardProposal.Mail;
import io.spotdock.thoughtspot.ThoughtSpotConnector;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A Liveboard that the sandbox's ThoughtSpot really delivers at its time; waiting moves the clock. */
class LiveboardTestTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final World world = World.aws();

    @BeforeEach
    void setUp() {
        assertThat(world.apply().complete()).isTrue();
        world.events.clear();
        world.sandbox.calls().clear();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private static TestOrder order(String liveboard) {
        return TestOrder.plain(64).with(new TestOrder.Liveboard(new LiveboardReference(liveboard), ZONE));
    }

    private TestRun test() {
        return world.integration().test(order("Sales Overview"), List.of(), world.events::add);
    }

    /** With something that happens as soon as a check has ended, or begins to wait. */
    private TestRun test(String check, Runnable then) {
        return world.integration().test(order("Sales Overview"), List.of(), event -> {
            world.events.add(event);
            boolean ended = event instanceof Event.Checked(CheckResult result)
                    && result.id().equals(check);
            if (ended) then.run();
        });
    }

    private static CheckResult of(TestRun run, String id) {
        return run.results().stream()
                .filter(result -> result.id().equals("liveboard." + id))
                .findFirst()
                .orElseThrow();
    }

    private static List<Status> statuses(TestRun run) {
        return run.results().stream()
                .filter(result -> result.id().startsWith("liveboard."))
                .map(CheckResult::status)
                .toList();
    }

    private List<Schedule> schedules() {
        return world.thoughtSpot().schedules().ofLiveboards();
    }

    private List<Objects.Listed> files() {
        return world.cloud()
                .objects()
                .recent(
                        LiveTest.located(world.settings()),
                        world.settings().bucket().prefix(),
                        Instant.EPOCH,
                        100)
                .files();
    }

    private List<Entry> standing() {
        return new Ledger(world.journal.entries())
                .standing().stream()
                        .filter(entry -> entry.undoing()
                                .filter(Undoing.ScheduleMade.class::isInstance)
                                .isPresent())
                        .toList();
    }

    private List<Event.Waiting> waits() {
        return world.events.stream()
                .filter(Event.Waiting.class::isInstance)
                .map(Event.Waiting.class::cast)
                .filter(waiting -> waiting.subject().equals("liveboard.ran"))
                .toList();
    }

    /** As another user of ThoughtSpot. */
    private Integration as(String user) {
        WebhookService service = new ThoughtSpotConnector(Map.of(), world.clock(), world::pass)
                .connect(
                        world.settings().thoughtSpot().host().orElseThrow(),
                        new SignIn.Password(user, Secret.of(ThoughtSpotServer.PASSWORD)),
                        Optional.of("Primary"),
                        _ -> Secret.of("none"));
        Session session = world.integration().session();
        SignedIn mine = session.signedIn();
        SignedIn theirs = new SignedIn(mine.settings(), mine.cloud(), mine.caller(), Optional.of(service));
        return new Integration(
                new Session(theirs, session.hosting(), session.notes()),
                world.journal,
                world.receivers(),
                world.waiter(),
                world.clock());
    }

    private void disable() {
        WebhookService service = world.thoughtSpot();
        var webhook = service.webhooks().getFirst();
        service.update(webhook.serverId().orElseThrow(), webhook.withEnabled(false), EnumSet.of(WebhookField.ENABLED));
    }

    private void channels(Channel... channels) {
        ChannelPreference now = world.thoughtSpot().channels();
        world.thoughtSpot().setChannels(new ChannelPreference(now.org(), Set.of(channels), now.source()));
    }

    @Test
    void aRealReportArrivesAndOnlyItStays() {
        Instant begun = world.now();

        TestRun run = test();

        assertThat(run.count(Status.FAILED) + run.count(Status.NOT_REACHED)).isZero();
        assertThat(statuses(run)).containsExactly(Status.PASSED, Status.PASSED, Status.PASSED, Status.PASSED);
        assertThat(files()).singleElement().satisfies(file -> {
            assertThat(file.key().value())
                    .startsWith("thoughtspot/cluster-")
                    .contains("/liveboard/Spotdock-test-")
                    .endsWith(".pdf");
            assertThat(of(run, "files").evidence().orElseThrow().arguments())
                    .startsWith(file.key().value(), String.valueOf(file.size()));
        });
        assertThat(schedules()).isEmpty();
        assertThat(standing()).isEmpty();
        assertThat(run.leftBehind()).isEmpty();
        assertThat(Duration.between(begun, world.now())).isLessThan(Duration.ofMinutes(7));
    }

    @Test
    void theWaitIsToldOnceWithItsWholeLengthAndTheDeliveryAsItComes() {
        test();

        assertThat(waits().getFirst().attempt()).isZero();
        assertThat(waits().getFirst().next()).isBetween(Duration.ofSeconds(59), Duration.ofMinutes(6));
        assertThat(waits().getFirst().why().key()).isEqualTo("wait.liveboard-due");
        assertThat(waits().getFirst().why().arguments().getFirst()).matches("\\d\\d:\\d[05] Europe/Berlin");
        assertThat(world.events).anyMatch(event -> event instanceof Event.Delivered);
    }

    @Test
    void itIsWrittenDownBeforeItIsMadeAndAfterItIsDeleted() {
        test();

        assertThat(world.journal.entries().stream()
                        .filter(entry -> entry.resource().toString().startsWith("schedule ")))
                .extracting(Entry::state)
                .containsExactly(Entry.State.BEGUN, Entry.State.DONE, Entry.State.UNDONE);
        assertThat(world.sandbox.calls().calls().stream()
                        .filter(call -> call.action().startsWith("/schedules/") && call.write()))
                .extracting(call -> call.action())
                .containsExactly("/schedules/create", "/schedules/{id}/delete");
    }

    @Test
    void withoutBeingAskedForItIsNotThere() {
        TestRun run = world.integration().test(64, List.of(), world.events::add);

        assertThat(statuses(run)).isEmpty();
        assertThat(world.writes())
                .extracting(call -> call.action())
                .noneMatch(action -> action.startsWith("/schedules/"));
    }

    @Test
    void aProposalSaysWhenToWhomAndWhetherAnEMailGoesOut() {
        LiveboardProposal proposal = world.integration().liveboard(ZONE).orElseThrow();

        assertThat(proposal.recipient()).isEqualTo("admin");
        assertThat(proposal.mail()).isEqualTo(Mail.YES);
        assertThat(proposal.at().instant()).isAfter(world.now());
        channels(Channel.WEBHOOK);
        assertThat(world.integration().liveboard(ZONE).orElseThrow().mail()).isEqualTo(Mail.NO);
        assertThat(as("webhook-manager").liveboard(ZONE).orElseThrow().mail()).isEqualTo(Mail.PERHAPS);
        assertThat(schedules()).isEmpty();
    }

    @Test
    void aLiveboardIsTakenByItsIdAsWell() {
        test();
        String id = world.events.stream()
                .filter(Event.Delivered.class::isInstance)
                .map(event -> ((Event.Delivered) event).delivery().schedule().orElseThrow())
                .map(schedule -> schedule.liveboard().id())
                .findFirst()
                .orElseThrow();

        TestRun run = world.integration().test(order(id), List.of(), Event.Sink.NONE);

        assertThat(of(run, "schedule").status()).isEqualTo(Status.PASSED);
        assertThat(of(run, "files").status()).isEqualTo(Status.PASSED);
    }

    @Test
    void aLiveboardThatIsNotThereIsToldAndNothingIsAwaited() {
        TestRun run = world.integration().test(order("Sales Overwiew"), List.of(), world.events::add);

        assertThat(statuses(run))
                .containsExactly(Status.FAILED, Status.NOT_REACHED, Status.NOT_REACHED, Status.SKIPPED);
        assertThat(of(run, "schedule").evidence()).contains(Fault.of("fault.liveboard.unknown", "Sales Overwiew"));
        assertThat(of(run, "schedule").remedy()).contains(Fault.of("remedy.liveboard"));
        assertThat(waits()).isEmpty();
        assertThat(standing()).isEmpty();
    }

    /** The one may manage webhooks alone, the other may schedule too, but not download. */
    @ParameterizedTest
    @CsvSource({"webhook-manager, JOBSCHEDULING", "scheduler, DATADOWNLOADING"})
    void whoMayNotScheduleOrDownloadIsToldWhatIsMissing(String user, String privilege) {
        TestRun run = as(user).test(order("Sales Overview"), List.of(), world.events::add);

        assertThat(of(run, "schedule").status()).isEqualTo(Status.FAILED);
        assertThat(of(run, "schedule").evidence()).contains(Fault.of("check.liveboard.schedule.denied", user));
        assertThat(of(run, "schedule").remedy()).contains(Fault.of("remedy.liveboard-rights"));
        assertThat(of(run, "schedule").said()).contains(privilege);
        assertThat(of(run, "schedule-removed").evidence()).contains(Fault.of("check.liveboard.schedule-removed.none"));
        assertThat(standing()).isEmpty();
        assertThat(schedules()).isEmpty();
    }

    @Test
    void withADisabledWebhookNobodyHasToWait() {
        disable();

        TestRun run = test();

        assertThat(statuses(run))
                .containsExactly(Status.NOT_REACHED, Status.NOT_REACHED, Status.NOT_REACHED, Status.SKIPPED);
        assertThat(schedules()).isEmpty();
    }

    @Test
    void withoutTheChannelNobodyHasToWaitEither() {
        channels(Channel.EMAIL);

        TestRun run = test();

        assertThat(of(run, "schedule").evidence()).contains(Fault.of("check.liveboard.schedule.no-channel"));
        assertThat(statuses(run)).containsOnly(Status.SKIPPED);
        assertThat(schedules()).isEmpty();
    }

    @Test
    void aWebhookThatIsSwitchedOffMeanwhileIsFoundOutByTheRun() {
        TestRun run = test("liveboard.schedule", this::disable);

        assertThat(of(run, "ran").status()).isEqualTo(Status.FAILED);
        assertThat(of(run, "ran").evidence()).contains(Fault.of("check.liveboard.ran.without-webhook"));
        assertThat(of(run, "ran").remedy()).contains(Fault.of("remedy.liveboard-channel"));
        assertThat(of(run, "files").status()).isEqualTo(Status.SKIPPED);
        assertThat(of(run, "schedule-removed").status()).isEqualTo(Status.PASSED);
        assertThat(schedules()).isEmpty();
    }

    @Test
    void aRunThatFailsBeforeAnythingIsDeliveredIsToldInThoughtSpotsWords() {
        TestRun run = test("liveboard.schedule", () -> {
            disable();
            channels(Channel.WEBHOOK);
        });

        assertThat(of(run, "ran").evidence()).contains(Fault.of("check.liveboard.ran.failed"));
        assertThat(of(run, "ran").said()).contains("the webhook is missing or disabled");
        assertThat(of(run, "schedule-removed").status()).isEqualTo(Status.PASSED);
    }

    @Test
    void anUploadThatIsDeniedHasItsCause() {
        TestRun run = test("liveboard.schedule", () -> world.sandbox.faults().set("ts-external-id-case", ""));

        assertThat(of(run, "ran").status()).isEqualTo(Status.FAILED);
        assertThat(of(run, "ran").evidence().orElseThrow().key()).startsWith("cause.");
        assertThat(of(run, "ran").said()).contains("STORAGE_FILE_UPLOAD_CHECK", "sts:AssumeRole");
        assertThat(of(run, "files").evidence()).contains(Fault.of("check.liveboard.files.none-written"));
        assertThat(files()).isEmpty();
        assertThat(schedules()).isEmpty();
    }

    @Test
    void aUrlThatNeverAnswersIsFollowedThroughItsRetriesToItsFailureAndTheFileIsThereAllTheSame() {
        TestRun run = test("liveboard.schedule", () -> world.sandbox.faults().set("receiver", "503"));

        assertThat(of(run, "ran").status()).isEqualTo(Status.FAILED);
        assertThat(of(run, "ran").evidence()).contains(Fault.of("cause.receiver", "503"));
        assertThat(world.events.stream()
                        .filter(Event.Delivered.class::isInstance)
                        .map(event -> ((Event.Delivered) event).delivery())
                        .map(delivery ->
                                delivery.status() + " " + delivery.job().tries()))
                .containsExactly("RETRY 1", "RETRY 2", "RETRY 3", "RETRY 4", "FAILED 5");
        assertThat(waits()).anyMatch(waiting -> waiting.why().equals(Fault.of("wait.liveboard-retry", 3)));
        assertThat(of(run, "files").status()).isEqualTo(Status.PASSED);
        assertThat(schedules()).isEmpty();
    }

    @Test
    void aUrlThatComesRoundIsASuccess() {
        TestRun run = world.integration().test(order("Sales Overview"), List.of(), event -> {
            if (event instanceof Event.Checked(CheckResult result)
                    && result.id().equals("liveboard.schedule"))
                world.sandbox.faults().set("receiver", "503");
            if (event instanceof Event.Delivered) world.sandbox.faults().clear("receiver");
        });

        assertThat(of(run, "ran").evidence()).contains(Fault.of("check.liveboard.ran.delivered", 2));
        assertThat(of(run, "files").status()).isEqualTo(Status.PASSED);
    }

    @Test
    void oneThatStaysPendingIsGivenUpInTheEndAndItsScheduleDeleted() {
        TestRun run = test("liveboard.schedule", () -> world.sandbox.faults().set("ts-pending", "1000"));

        assertThat(of(run, "ran").evidence()).contains(Fault.of("check.liveboard.ran.pending", 15));
        assertThat(of(run, "ran").remedy()).contains(Fault.of("remedy.liveboard-later"));
        assertThat(schedules()).isEmpty();
    }

    @Test
    void anEmptyPdfIsWorthALook() {
        TestRun run = test("liveboard.schedule", () -> world.sandbox.faults().set("ts-empty-file", ""));

        assertThat(of(run, "files").status()).isEqualTo(Status.WARNED);
        assertThat(of(run, "files").evidence().orElseThrow().key()).isEqualTo("check.liveboard.files.empty");
        assertThat(of(run, "files").remedy()).contains(Fault.of("remedy.liveboard-empty"));
    }

    @Test
    void whoMayNotListTheBucketIsToldSo() {
        TestRun run = test("liveboard.schedule", () -> world.sandbox.faults().set("deny", "s3:ListBucket"));

        assertThat(of(run, "ran").status()).isEqualTo(Status.PASSED);
        assertThat(of(run, "files").status()).isEqualTo(Status.WARNED);
        assertThat(of(run, "files").evidence()).contains(Fault.of("delivery.file.denied", "s3:ListBucket"));
    }

    @Test
    void aFileThatIsNotThereFails() {
        TestRun run = test(
                "liveboard.ran",
                () -> files().forEach(file -> world.cloud()
                        .objects()
                        .delete(LiveTest.located(world.settings()), file.key(), Optional.empty())));

        assertThat(of(run, "ran").status()).isEqualTo(Status.PASSED);
        assertThat(of(run, "files").status()).isEqualTo(Status.FAILED);
        assertThat(of(run, "files").evidence()).contains(Fault.of("check.liveboard.files.missing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ts-drop", "ts-drop-before", "ts-throttle", "ts-error"})
    void aPassingTroubleIsSatOutAndNothingIsMadeTwice(String fault) {
        TestRun run = world.integration().test(order("Sales Overview"), List.of(), event -> {
            if (event instanceof Event.Started(String subject)
                    && (subject.equals("liveboard.schedule") || subject.equals("liveboard.schedule-removed")))
                world.sandbox.faults().set(fault, "1");
        });

        assertThat(statuses(run)).containsExactly(Status.PASSED, Status.PASSED, Status.PASSED, Status.PASSED);
        assertThat(files()).hasSize(1);
        assertThat(schedules()).isEmpty();
    }

    @Test
    void cancelledWhileItWaitsItIsDeletedAndThatIsSaid() {
        TestRun run = world.integration().test(order("Sales Overview"), List.of(), event -> {
            world.events.add(event);
            if (event instanceof Event.Waiting waiting && waiting.attempt() == 0)
                Thread.currentThread().interrupt();
        });

        assertThat(Thread.interrupted()).as("the interrupt is passed on").isTrue();
        assertThat(run.cancelled()).isTrue();
        assertThat(of(run, "schedule-removed").status()).isEqualTo(Status.PASSED);
        assertThat(world.events)
                .anyMatch(event -> event instanceof Event.Checked(CheckResult result)
                        && result.id().equals("liveboard.schedule-removed"));
        assertThat(schedules()).isEmpty();
        assertThat(standing()).isEmpty();
    }

    @Test
    void cancelledWhileItIsMadeItIsDeletedAllTheSame() {
        TestRun run = world.integration().test(order("Sales Overview"), List.of(), event -> {
            if (event instanceof Event.Started(String subject) && subject.equals("liveboard.schedule"))
                Thread.currentThread().interrupt();
        });

        assertThat(Thread.interrupted()).isTrue();
        assertThat(run.cancelled()).isTrue();
        assertThat(schedules()).isEmpty();
        assertThat(standing()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"liveboard.schedule", "liveboard.ran", "liveboard.files"})
    void aBugInTheMiddleOfItLeavesNoSchedule(String where) {
        Throwable thrown = catchThrowable(() -> test(where, () -> {
            throw new IllegalStateException("a bug");
        }));

        assertThat(thrown).isInstanceOf(IllegalStateException.class);
        assertThat(schedules()).isEmpty();
        assertThat(standing()).isEmpty();
    }

    @Test
    void oneThatMayNotBeDeletedIsReportedAndTheNextTestDeletesIt() {
        world.sandbox.faults().set("ts-keep-schedule", "1");
        TestRun run = test();

        assertThat(of(run, "schedule-removed").status()).isEqualTo(Status.FAILED);
        assertThat(of(run, "schedule-removed").remedy()).contains(Fault.of("remedy.liveboard-schedule"));
        assertThat(schedules()).hasSize(1);
        assertThat(standing()).hasSize(1);
        assertThat(world.integration().notes())
                .contains(Fault.of("note.schedule-left", schedules().getFirst().name()));
        assertThat(world.plan().notes()).anyMatch(note -> note.key().equals("note.schedule-left"));

        TestRun again = world.integration().test(order("Sales Overview"), run.results(), Event.Sink.NONE);

        assertThat(again.count(Status.FAILED)).isZero();
        assertThat(of(again, "schedule-removed").evidence())
                .contains(Fault.of("check.liveboard.schedule-removed.earlier", 1));
        assertThat(files()).as("nothing is delivered again").hasSize(1);
        assertThat(schedules()).isEmpty();
        assertThat(standing()).isEmpty();
        assertThat(world.integration().notes()).isEmpty();
    }

    /** What a program leaves that was killed when ThoughtSpot had made it, before it could write that down. */
    private void killed() {
        Journal torn = new Journal() {
            @Override
            public void append(Entry entry) {
                if (entry.state() != Entry.State.BEGUN) throw new Killed();
                world.journal.append(entry);
            }

            @Override
            public List<Entry> entries() {
                return world.journal.entries();
            }
        };
        LiveboardTest test = new LiveboardTest(
                world.integration().session(),
                new TestOrder.Liveboard(new LiveboardReference("Sales Overview"), ZONE),
                torn,
                world.waiter(),
                world.clock());
        assertThat(catchThrowable(test::make)).isInstanceOf(Killed.class);
        assertThat(schedules()).hasSize(1);
        assertThat(standing()).hasSize(1);
        world.sandbox.calls().clear();
    }

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    @Test
    void whatACrashLeftIsDeletedByTheNextTest() {
        killed();

        TestRun run = world.integration().test(order("Charts and Tables"), List.of(), Event.Sink.NONE);

        assertThat(statuses(run)).containsOnly(Status.PASSED);
        assertThat(schedules()).isEmpty();
        assertThat(standing()).isEmpty();
    }

    @Test
    void whatACrashLeftIsDeletedWhereThereIsNothingToApply() {
        killed();
        world.integration().tidyUp(Event.Sink.NONE);

        assertThat(schedules()).isEmpty();
        assertThat(standing()).isEmpty();
    }

    @Test
    void whatACrashLeftIsDeletedByTheNextApply() {
        killed();
        world.apply();

        assertThat(schedules()).isEmpty();
        assertThat(standing()).isEmpty();
    }

    @Test
    void whatACrashLeftIsDeletedByDestroy() {
        killed();
        Applied undone = world.undo(Scope.WEBHOOK);

        assertThat(undone.complete()).isTrue();
        assertThat(schedules()).isEmpty();
        assertThat(standing()).isEmpty();
    }

    @Test
    void whatSomebodyDeletedInThoughtSpotIsSettledQuietly() {
        killed();
        world.thoughtSpot().schedules().delete(schedules().getFirst().id());

        world.integration().tidyUp(world.events::add);

        assertThat(standing()).isEmpty();
        assertThat(world.events).isEmpty();
    }

    @Test
    void othersSchedulesAreLeftAlone() {
        String theirs = new Liveboards(world.sandbox.access()).schedule("Spotdock test of mine", "PDF", world.now());

        test();
        world.apply();
        world.undo(Scope.WEBHOOK);

        assertThat(schedules()).extracting(Schedule::id).containsExactly(theirs);
    }

    @Test
    void onTopOfAPassedTestOnlyThoughtSpotsOwnPartIsDoneAnew() {
        TestRun first = world.integration().test(64, List.of(), Event.Sink.NONE);
        world.events.clear();

        TestRun run = world.integration().test(order("Sales Overview"), first.results(), world.events::add);

        assertThat(run.count(Status.FAILED) + run.count(Status.NOT_REACHED)).isZero();
        assertThat(world.events.stream().filter(Event.Started.class::isInstance).map(Event::subject))
                .allMatch(check -> check.startsWith("delivery.") || check.startsWith("liveboard."));
    }

    @Test
    void onGoogleCloudItArrivesAsWell() {
        try (World gcp = World.gcp()) {
            assertThat(gcp.apply().complete()).isTrue();
            TestRun run = gcp.integration().test(order("Sales Overview"), List.of(), Event.Sink.NONE);

            assertThat(statuses(run)).containsOnly(Status.PASSED);
        }
    }
}
