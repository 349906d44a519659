package io.spotdock.gui.step.livetest;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.check.CheckGroup;
import io.spotdock.check.CheckResult;
import io.spotdock.check.CheckResult.Status;
import io.spotdock.domain.Fault;
import io.spotdock.gui.step.Footer;
import io.spotdock.gui.step.Standing;
import io.spotdock.gui.step.TestPlace;
import io.spotdock.plan.Plan;
import io.spotdock.plan.Scope;
import io.spotdock.service.Event;
import io.spotdock.service.Known;
import io.spotdock.settings.Field;
import io.spotdock.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveTestModelTest {
    private final TestPlace place = TestPlace.aws().withGuide().signedIn().connected();
    private final LiveTestModel model = new LiveTestModel(place);

    @AfterEach
    void close() {
        place.close();
    }

    private Settings settings() {
        return model.settings().orElseThrow();
    }

    private LiveTestModel applied() {
        Plan plan = place.setup().plan(settings(), Scope.ALL, Set.of());
        place.setup().apply(settings(), plan, Scope.ALL, Set.of(), Event.Sink.NONE);
        return model;
    }

    private Phase.Finding finding() {
        return ((Phase.Ended) model.phase().get()).finding();
    }

    private CheckResult result(String id) {
        return model.progress().get().lines().stream()
                .filter(line -> line.id().equals(id))
                .findFirst()
                .orElseThrow()
                .result()
                .orElseThrow();
    }

    private List<String> commands() {
        return model.footer().get().commands().stream()
                .map(command -> command.label().key())
                .toList();
    }

    private String note() {
        return model.footer().get().note().text().key();
    }

    @Test
    void beforeItIsRunEveryCheckIsToDoAndTheFooterSaysWhatItWrites() {
        Tally tally = model.progress().get().tally();
        assertThat(tally.open()).isEqualTo(tally.all()).isGreaterThan(30);
        assertThat(note()).isEqualTo("wizard.livetest.footer.before");
        assertThat(commands()).containsExactly("wizard.livetest.run");
        assertThat(model.footer().get().commands().getFirst().writes()).isTrue();
        assertThat(model.standing().get()).isEqualTo(Standing.TO_DO);
    }

    @Test
    void aPassedTestIsKnownAndLeadsOn() {
        applied().run();

        assertThat(finding()).isEqualTo(Phase.Finding.PASSED);
        assertThat(place.known().get().testOf(settings())).isPresent();
        assertThat(place.known().get().test().orElseThrow().isProof()).isTrue();
        assertThat(model.standing().get().kind()).isEqualTo(Standing.Kind.DONE);
        assertThat(commands()).containsExactly("wizard.continue");
        assertThat(note()).isEqualTo("wizard.livetest.footer.passed");
        assertThat(model.leftBehind().get()).isEmpty();
    }

    @Test
    void checksChangeInPlaceAndTheGroupThatIsShownMovesOn() {
        applied();
        List<Tally> seen = new ArrayList<>();
        List<CheckGroup> groups = new ArrayList<>();
        model.progress().subscribe(progress -> {
            seen.add(progress.tally());
            progress.leading().ifPresent(groups::add);
        });

        model.run();

        assertThat(seen).extracting(Tally::open).isSortedAccordingTo((a, b) -> Integer.compare(b, a));
        assertThat(groups).isSorted().startsWith(CheckGroup.ACCOUNT).contains(CheckGroup.BUCKET);
    }

    @Test
    void whileItRunsThereIsOnlyCancel() {
        applied();
        place.operations.hold();
        model.run();

        assertThat(model.phase().get()).isEqualTo(new Phase.Running());
        assertThat(model.isWriting()).isTrue();
        assertThat(model.footer().get().back()).isFalse();
        assertThat(commands()).containsExactly("wizard.cancel");
        place.operations.pass(Duration.ofSeconds(9));
        assertThat(model.took().get()).isEqualTo(Duration.ofSeconds(9));

        model.footer().get().commands().getFirst().run().run();
        assertThat(note()).isEqualTo("wizard.livetest.footer.stopping");
        assertThat(model.footer().get().commands().getFirst().enabled()).isFalse();
        place.operations.release();

        assertThat(model.phase().get()).isEqualTo(new Phase.Cancelled());
        assertThat(commands()).containsExactly("wizard.livetest.run");
        assertThat(place.known().get().test()).isEmpty();
    }

    @Test
    void aFailureLeadsToWhereItIsMendedAndIsRunAgainAlone() {
        applied();
        place.sandbox.faults().set("ts-account", "210987654321");
        model.run();

        assertThat(finding()).isEqualTo(Phase.Finding.FAILED);
        assertThat(model.standing().get().kind()).isEqualTo(Standing.Kind.FAULT);
        assertThat(model.progress().get().tally(CheckGroup.DELIVERY).failed()).isEqualTo(1);
        assertThat(model.progress().get().tally(CheckGroup.DELIVERY).notReached())
                .isEqualTo(3);
        model.goTo(model.mendingOf(result("delivery.validate")).orElseThrow());
        assertThat(place.went).containsExactly("ACCESS THOUGHTSPOT_ACCOUNT");
        Footer.Command again = model.footer().get().commands().getFirst();
        assertThat(again.label().key()).isEqualTo("wizard.livetest.run-failed");
        assertThat(again.look()).isEqualTo(Footer.Look.OUTLINED);

        place.sandbox.faults().clear("ts-account");
        place.events.clear();
        again.run().run();

        assertThat(finding()).isEqualTo(Phase.Finding.PASSED);
        assertThat(place.events.stream().filter(Event.Checked.class::isInstance))
                .hasSize(4);
    }

    @Test
    void otherEntriesMakeTheTestOutOfDateAndTheOldOnesBringItBack() {
        applied().run();
        place.publish(draft -> draft.with(Field.WEBHOOK_URL, "https://other.example.com/hook"));

        assertThat(model.phase().get()).isEqualTo(new Phase.Before(true));
        assertThat(model.standing().get().kind()).isEqualTo(Standing.Kind.LOOK);
        assertThat(commands()).containsExactly("wizard.livetest.run");

        place.publish(draft -> draft.with(Field.WEBHOOK_URL, "https://api.example.com/thoughtspot/webhook"));
        assertThat(finding()).isEqualTo(Phase.Finding.PASSED);
    }

    @Test
    void withoutASignInToThoughtSpotNothingIsClaimedOfIt() {
        applied();
        place.setup().disconnect();
        place.learn(known -> known.withThoughtSpot(Optional.empty()));
        model.run();

        assertThat(finding()).isEqualTo(Phase.Finding.PARTLY);
        assertThat(place.known().get().test().orElseThrow().isProof()).isFalse();
        assertThat(commands()).containsExactly("wizard.livetest.run-rest", "wizard.continue");

        place.connected();
        model.runFailedAgain();
        assertThat(finding()).isEqualTo(Phase.Finding.PASSED);
    }

    @Test
    void whatIsMissingIsSaidAndLeadsThere() {
        place.publish(draft -> draft.without(Field.BUCKET_NAME));

        assertThat(note()).isEqualTo("wizard.livetest.footer.incomplete");
        assertThat(model.footer().get().commands().getFirst().enabled()).isFalse();
        model.footer().get().note().mend().orElseThrow().run();
        assertThat(place.went).containsExactly("BUCKET BUCKET_NAME");
    }

    @Test
    void aFileThatCouldNotBeRemovedIsRemovedWhenAskedAgain() {
        applied();
        place.sandbox.faults().set("deny", "s3:DeleteObject");
        model.run();

        assertThat(finding()).isEqualTo(Phase.Finding.WARNED);
        assertThat(model.leftBehind().get()).hasSize(2);
        assertThat(note()).isEqualTo("wizard.livetest.footer.left");
        model.removeLeftBehind();
        assertThat(model.removalRefused().get()).isTrue();

        place.sandbox.faults().clear("deny");
        model.removeLeftBehind();

        assertThat(model.removalRefused().get()).isFalse();
        assertThat(model.leftBehind().get()).isEmpty();
        assertThat(result("delivery.removed").status()).isEqualTo(Status.PASSED);
        assertThat(finding()).isEqualTo(Phase.Finding.PASSED);
    }

    @Test
    void aSignInThatHasRunOutIsToldAndTheTestDidNotBegin() {
        applied();
        place.setup().signOut();
        model.run();

        assertThat(model.phase().get()).isInstanceOf(Phase.Broken.class);
        assertThat(commands()).containsExactly("wizard.livetest.run");
        assertThat(place.known().get().test()).isEqualTo(Known.NOTHING.test());
    }

    @Test
    void theReportGoesWhereAPersonWantsIt(@TempDir Path folder) throws IOException {
        place.choosing(folder);
        applied().run();
        model.saveReport(
                "title", (name, tested) -> name + " " + tested.results().size());

        Path file = folder.resolve("spotdock-test-report.html");
        assertThat(Files.readString(file)).startsWith("spotdock-test-report.html ");
        assertThat(note()).isEqualTo("wizard.livetest.footer.saved");

        place.choosing(folder.resolve("not-there"));
        model.saveReport("title", (_, _) -> "");
        assertThat(note()).isEqualTo("wizard.livetest.footer.not-saved");
    }

    @Test
    void whatMustBeRefusedIsTriedOnlyWhereAPersonChoosesIt() {
        assertThat(model.selfTest().get()).isFalse();
        int usual = model.progress().get().lines().size();

        model.selfTest().set(true);
        assertThat(model.progress().get().lines()).hasSize(usual + 14);
        assertThat(note()).isEqualTo("wizard.livetest.footer.before-self-test");
        applied().run();

        assertThat(finding()).isEqualTo(Phase.Finding.PASSED);
        assertThat(result("performed.let-in").status()).isEqualTo(Status.PASSED);
        assertThat(result("performed.taken-out").status()).isEqualTo(Status.PASSED);
        assertThat(model.progress().get().lines()).hasSize(usual + 14);

        model.selfTest().set(false);
        assertThat(model.progress().get().lines()).as("the test that there was").hasSize(usual + 14);
        model.run();
        assertThat(model.progress().get().lines()).hasSize(usual);
    }

    @Test
    void aRoleThatOthersMadeIsToldOf() {
        assertThat(model.roleMadeElsewhere().get()).isFalse();
        place.publish(draft -> draft.with(Field.ROLE_ARN, "arn:aws:iam::999888777666:role/thoughtspot-s3-upload")
                .withRoleMadeElsewhere(true));
        assertThat(model.roleMadeElsewhere().get()).isTrue();
    }

    private LiveboardModel offer() {
        return model.liveboard();
    }

    private List<String> schedules() {
        return place.setup().thoughtSpot().orElseThrow().schedules().ofLiveboards().stream()
                .map(schedule -> schedule.name())
                .toList();
    }

    @Test
    void aLiveboardIsOfferedOnlyOnceThoughtSpotHasWritten() {
        assertThat(model.phase().get().isReadyForLiveboard()).isFalse();
        applied();
        place.sandbox.faults().set("ts-account", "210987654321");
        model.run();
        assertThat(model.phase().get().isReadyForLiveboard()).isFalse();

        place.sandbox.faults().clear("ts-account");
        model.runFailedAgain();

        assertThat(model.phase().get().isReadyForLiveboard()).isTrue();
    }

    @Test
    void beforeItIsAskedForItSaysWhenToWhomAndCountsDown() {
        applied().run();
        offer().open(settings());

        assertThat(((LiveboardModel.State.Open) offer().state().get())
                        .proposal()
                        .recipient())
                .isEqualTo("admin");
        LiveboardModel.Next first = offer().next().get();
        assertThat(first.left()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(360));
        place.operations.pass(Duration.ofSeconds(1));
        assertThat(offer().next().get()).isNotEqualTo(first);
        assertThat(schedules()).isEmpty();

        offer().close();
        LiveboardModel.Next last = offer().next().get();
        place.operations.pass(Duration.ofSeconds(9));
        assertThat(offer().next().get()).as("the clock stands still").isEqualTo(last);
    }

    @Test
    void withoutALiveboardNothingBeginsAndTheFaultIsShown() {
        applied().run();
        offer().open(settings());
        model.runLiveboard();
        assertThat(offer().entry().fault().get()).map(Fault::key).contains("fault.liveboard.empty");

        offer().entry().text().set("https://my-company.thoughtspot.cloud/#/home");
        model.runLiveboard();

        assertThat(offer().entry().fault().get()).map(Fault::key).contains("fault.liveboard.address");
        assertThat(finding()).isEqualTo(Phase.Finding.PASSED);
        assertThat(offer().state().get()).isInstanceOf(LiveboardModel.State.Open.class);
    }

    @Test
    void aLiveboardIsDeliveredOnTopOfTheTestAndStandsInTheSameList() {
        applied().run();
        int usual = model.progress().get().lines().size();
        offer().open(settings());
        offer().entry().text().set("Sales Overview");
        place.events.clear();

        model.runLiveboard();

        assertThat(finding()).isEqualTo(Phase.Finding.PASSED);
        assertThat(model.progress().get().lines()).hasSize(usual + 4);
        assertThat(result("liveboard.files").status()).isEqualTo(Status.PASSED);
        assertThat(result("bucket.exists").status())
                .as("what was tested before")
                .isEqualTo(Status.PASSED);
        assertThat(place.events.stream().filter(Event.Started.class::isInstance).map(Event::subject))
                .allMatch(check -> check.startsWith("delivery.") || check.startsWith("liveboard."));
        assertThat(offer().state().get()).isEqualTo(new LiveboardModel.State.Closed());
        assertThat(schedules()).isEmpty();
        assertThat(place.known().get().test().orElseThrow().results()).hasSize(usual + 4);

        model.runLiveboard();
        assertThat(result("liveboard.files").status()).as("a second one").isEqualTo(Status.PASSED);
        model.run();
        assertThat(model.progress().get().lines()).hasSize(usual);
    }

    @Test
    void whileItWaitsTheFooterSaysThatCancellingDeletesTheSchedule() {
        applied().run();
        offer().open(settings());
        offer().entry().text().set("Sales Overview");
        place.operations.hold();
        model.runLiveboard();

        assertThat(note()).isEqualTo("wizard.livetest.footer.liveboard-running");
        assertThat(commands()).containsExactly("wizard.cancel");
        model.footer().get().commands().getFirst().run().run();
        assertThat(note()).isEqualTo("wizard.livetest.footer.liveboard-stopping");
        place.operations.release();

        assertThat(model.phase().get()).isEqualTo(new Phase.Cancelled());
        assertThat(schedules()).isEmpty();
    }

    @Test
    void oneThatWentWrongMayBeTriedAgainOrAnother() {
        applied().run();
        offer().open(settings());
        offer().entry().text().set("Sales Overwiew");
        model.runLiveboard();

        assertThat(finding()).isEqualTo(Phase.Finding.FAILED);
        assertThat(note()).isEqualTo("wizard.livetest.footer.liveboard-again");
        assertThat(model.mendingOf(result("liveboard.schedule"))).isEmpty();
        assertThat(model.phase().get().isReadyForLiveboard()).isTrue();

        model.runFailedAgain();
        assertThat(result("liveboard.schedule").status())
                .as("the same once more")
                .isEqualTo(Status.FAILED);
        offer().entry().text().set("Sales Overview");
        model.runLiveboard();
        assertThat(finding()).isEqualTo(Phase.Finding.PASSED);
    }

    @Test
    void whatWasTriedInEarnestStaysInTheList() {
        model.selfTest().set(true);
        applied().run();
        int usual = model.progress().get().lines().size();
        offer().entry().text().set("Sales Overview");

        model.runLiveboard();

        assertThat(model.progress().get().lines()).hasSize(usual + 4);
        assertThat(result("performed.let-in").status()).isEqualTo(Status.PASSED);
        assertThat(place.journal.entries().stream()
                        .filter(entry -> entry.resource().toString().startsWith("trust-policy"))
                        .filter(entry -> entry.state() == io.spotdock.journal.Entry.State.UNDONE))
                .as("nothing is put into the trust policy again")
                .hasSize(1);
    }
}
