package io.spotdock.gui.step.done;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.check.DeliveredFile;
import io.spotdock.domain.Failure;
import io.spotdock.domain.ObjectKey;
import io.spotdock.export.Format;
import io.spotdock.export.HandoffRow;
import io.spotdock.gui.change.Undo;
import io.spotdock.gui.step.Handover;
import io.spotdock.gui.step.Standing;
import io.spotdock.gui.step.TestPlace;
import io.spotdock.plan.Outcome;
import io.spotdock.plan.Scope;
import io.spotdock.port.Buckets;
import io.spotdock.port.Content;
import io.spotdock.service.Applied;
import io.spotdock.service.Event;
import io.spotdock.service.Known.Made;
import io.spotdock.service.Known.Tested;
import io.spotdock.service.Liveboards;
import io.spotdock.service.TestRun;
import io.spotdock.settings.Field;
import io.spotdock.settings.Settings;
import io.spotdock.settings.StepId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoneModelTest {
    private final TestPlace place = TestPlace.aws().withGuide().signedIn().connected();
    private final DoneModel model = new DoneModel(place);

    @AfterEach
    void close() {
        place.close();
    }

    private Settings settings() {
        return place.draft().get().check().good().orElseThrow();
    }

    private void applied(Scope scope) {
        Settings settings = settings();
        Applied applied = place.setup()
                .apply(settings, place.setup().plan(settings, scope, Set.of()), scope, Set.of(), Event.Sink.NONE);
        Optional<Made> made = Optional.of(new Made(settings, applied));
        place.learn(known -> scope == Scope.AWS ? known.withAws(made) : known.withWebhook(made));
    }

    private void tested() {
        TestRun run = place.setup().test(settings(), 64, List.of(), Event.Sink.NONE);
        Tested tested = new Tested(settings(), place.operations.clock().instant(), run.results());
        place.learn(known -> known.withTest(Optional.of(tested)));
    }

    private List<String> changes(Applied applied) {
        return applied.steps().stream()
                .filter(step -> step.outcome() instanceof Outcome.Left)
                .map(step -> step.resource().kind().id())
                .toList();
    }

    @Test
    void itSaysHowFarEverythingIsAndWhereToGoOn() {
        assertThat(model.state().get()).isEqualTo(new State.NotApplied());
        assertThat(model.standing().get()).isEqualTo(Standing.TO_DO);
        applied(Scope.AWS);
        assertThat(model.state().get()).isEqualTo(new State.WithoutWebhook());
        applied(Scope.WEBHOOK);
        assertThat(model.state().get()).isEqualTo(new State.Untested());
        assertThat(model.standing().get().kind()).isEqualTo(Standing.Kind.DONE);
        model.goOn();
        assertThat(place.went).containsExactly("LIVE_TEST");
        tested();
        assertThat(model.state().get()).isInstanceOf(State.Proven.class);
        assertThat(model.state().get().next()).isEmpty();
    }

    @Test
    void aTestWithAFaultIsNoProof() {
        applied(Scope.AWS);
        applied(Scope.WEBHOOK);
        place.sandbox.faults().set("ts-account", "210987654321");
        tested();

        assertThat(model.state().get()).isEqualTo(new State.Faulty(1));
    }

    @Test
    void aMissingEntryLeadsToItsStep() {
        place.publish(draft -> draft.without(Field.BUCKET_NAME));

        assertThat(model.state().get()).isEqualTo(new State.Incomplete(StepId.BUCKET));
    }

    @Test
    void aRoleMadeElsewhereNeedsNoApplyHere() {
        place.publish(draft -> draft.withRoleMadeElsewhere(true)
                .with(Field.ROLE_ARN, "arn:aws:iam::999888777666:role/thoughtspot-s3-upload")
                .without(Field.ROLE_NAME));

        assertThat(model.state().get()).isEqualTo(new State.WithoutWebhook());
    }

    @Test
    void theSheetHoldsWhatBothSidesNeed() {
        model.enter();

        assertThat(model.sheet().get())
                .extracting(HandoffRow::value)
                .contains(
                        "arn:aws:iam::999888777666:role/thoughtspot-s3-upload",
                        "ts-webhook-x7k9m2p4q1",
                        "my-company-data-exports",
                        "Webhook_S3");
    }

    @Test
    void filesAreWrittenWhereAPersonWantsThemAndReplacedOnlyOnTheirWord(@TempDir Path folder) throws Exception {
        place.choosing(folder);
        model.export(EnumSet.allOf(Format.class), "title", (key, _) -> key);
        assertThat(model.handedOver().get()).isInstanceOf(Handover.Outcome.Saved.class);
        Path script = folder.resolve("apply.sh");
        String written = Files.readString(script);
        Files.writeString(script, "mine");

        model.export(EnumSet.of(Format.CLI), "title", (key, _) -> key);

        assertThat(Files.readString(script)).isEqualTo("mine");
        ((Handover.Outcome.Exists) model.handedOver().get()).replace().run();
        assertThat(Files.readString(script)).isEqualTo(written);
    }

    @Test
    void undoingIsAskedAboutAndTakesEverythingBack() {
        applied(Scope.AWS);
        applied(Scope.WEBHOOK);
        tested();
        model.askUndo();
        assertThat(model.undoing().phase().get())
                .isInstanceOfSatisfying(
                        Undo.Phase.Asking.class,
                        asking -> assertThat(asking.standing()).hasSize(7));
        assertThat(place.setup().cloud().buckets().list()).hasSize(1);

        model.undoing().undo();

        assertThat(model.undoing().phase().get())
                .isInstanceOfSatisfying(
                        Undo.Phase.Ended.class,
                        ended -> assertThat(ended.applied().complete()).isTrue());
        assertThat(place.setup().cloud().buckets().list()).isEmpty();
        assertThat(model.state().get()).isEqualTo(new State.NotApplied());
        model.askUndo();
        assertThat(model.undoing().phase().get()).isInstanceOf(Undo.Phase.Nothing.class);
    }

    @Test
    void whatIsNotTakenBackIsToldWithItsReason() {
        applied(Scope.AWS);
        Buckets.Located bucket = new Buckets.Located(
                settings().bucket().name(),
                settings().aws().region(),
                settings().aws().accountId());
        place.setup().cloud().objects().put(bucket, new ObjectKey("thoughtspot/report.pdf"), Content.of(new byte[3]));
        model.askUndo();
        model.undoing().undo();

        Applied applied = ((Undo.Phase.Ended) model.undoing().phase().get()).applied();
        assertThat(changes(applied)).containsExactly("bucket");
        assertThat(model.undoing().progress().get().made())
                .isEqualTo(model.undoing().progress().get().changes() - 1);
    }

    @Test
    void aQuestionThatWasNotAnsweredIsForgotten() {
        applied(Scope.AWS);
        model.askUndo();
        model.leave();

        assertThat(model.undoing().phase().get()).isInstanceOf(Undo.Phase.Idle.class);
        model.undoing().undo();
        assertThat(place.setup().cloud().buckets().list()).hasSize(1);
    }

    @Test
    void whileItIsTakenBackThereIsOnlyCancel() {
        applied(Scope.AWS);
        model.askUndo();
        place.operations.hold();
        model.undoing().undo();

        assertThat(model.isWriting()).isTrue();
        assertThat(model.footer().get().back()).isFalse();
        model.stopWriting();
        assertThat(model.footer().get().commands().getFirst().enabled()).isFalse();
        place.operations.release();

        assertThat(model.isWriting()).isFalse();
        assertThat(place.setup().cloud().buckets().list()).hasSize(1);
    }

    @Test
    void thatSettingsAreSavedIsSaidOnlyWhenTheyAre(@TempDir Path folder) {
        assertThat(model.footer().get().note().text().key()).isEqualTo("wizard.done.footer.unsaved");
        place.choosing(folder);
        model.footer().get().note().mend().orElseThrow().run();

        assertThat(model.footer().get().note().text().arguments()).containsExactly("spotdock.yaml");
        model.footer().get().commands().getFirst().run().run();
        assertThat(place.went).containsExactly("save", "close");
    }

    private void delivered(String name) {
        new Liveboards(place.sandbox.access()).schedule(name, "PDF", place.now());
        place.pass(Liveboards.untilDue(place.now()));
    }

    private Arrivals arrivals() {
        model.lookAtDeliveries();
        return model.deliveries().arrivals().get();
    }

    @Test
    void deliveriesAreLookedAtWhenSomebodyAsks() {
        applied(Scope.AWS);
        applied(Scope.WEBHOOK);
        model.enter();
        assertThat(model.deliveries().arrivals().get()).isEqualTo(new Arrivals.Unasked());
        assertThat(arrivals()).isEqualTo(new Arrivals.None());
        delivered("Weekly sales");

        assertThat(arrivals())
                .isInstanceOfSatisfying(
                        Arrivals.Listed.class,
                        listed -> assertThat(listed.deliveries())
                                .singleElement()
                                .satisfies(delivery ->
                                        assertThat(delivery.file()).isInstanceOf(DeliveredFile.Found.class)));
        model.leave();
        assertThat(model.deliveries().arrivals().get()).isEqualTo(new Arrivals.Unasked());
    }

    @Test
    void lookingAtDeliveriesCanBeStopped() {
        applied(Scope.AWS);
        applied(Scope.WEBHOOK);
        place.operations.hold();
        assertThat(arrivals()).isEqualTo(new Arrivals.Looking());
        model.deliveries().forget();
        place.operations.release();

        assertThat(model.deliveries().arrivals().get()).isEqualTo(new Arrivals.Unasked());
    }

    @Test
    void whyDeliveriesCannotBeSeenIsTold() {
        applied(Scope.AWS);
        applied(Scope.WEBHOOK);
        place.sandbox.faults().set("ts-no-validate", "");
        assertThat(arrivals()).isEqualTo(new Arrivals.NotKept());
        place.sandbox.faults().clear("ts-no-validate");
        place.sandbox.faults().set("ts-reject-token", "");
        assertThat(arrivals())
                .isInstanceOfSatisfying(
                        Arrivals.Failed.class,
                        failed -> assertThat(failed.failure()).isInstanceOf(Failure.Expired.class));
        assertThat(Arrivals.of(new Failure.Denied("jobs/history", "delivery-history", "viewer", "")))
                .isEqualTo(new Arrivals.NotAllowed());
        place.setup().disconnect();
        assertThat(arrivals()).isEqualTo(new Arrivals.NotConnected());
        model.deliveries().connect();
        assertThat(place.went).containsExactly("HOSTING");
    }
}
