package io.spotdock.gui.step.done;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.gui.FxTest;
import io.spotdock.gui.step.Pane;
import io.spotdock.gui.step.TestPlace;
import io.spotdock.plan.Scope;
import io.spotdock.service.Applied;
import io.spotdock.service.Event;
import io.spotdock.service.Known.Made;
import io.spotdock.service.Known.Tested;
import io.spotdock.service.Liveboards;
import io.spotdock.settings.Settings;
import io.spotdock.text.Texts;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@FxTest
class DoneViewTest {
    private final TestPlace place = TestPlace.aws().withGuide().signedIn().connected();
    private DoneModel model;
    private DoneView view;
    private Pane pane;

    @Start
    void show(Stage stage) {
        model = new DoneModel(place);
        Settings settings = place.draft().get().check().good().orElseThrow();
        Applied applied = place.setup()
                .apply(
                        settings,
                        place.setup().plan(settings, Scope.ALL, Set.of()),
                        Scope.ALL,
                        Set.of(),
                        Event.Sink.NONE);
        Optional<Made> made = Optional.of(new Made(settings, applied));
        place.learn(known -> known.withAws(made).withWebhook(made));
        view = new DoneView(model, new Texts(Locale.UK), ZoneId.of("UTC"));
        model.enter();
        pane = new Pane(stage);
        pane.show(view);
    }

    @AfterEach
    void close() {
        place.close();
    }

    private void tested(FxRobot robot) {
        Settings settings = place.draft().get().check().good().orElseThrow();
        Tested tested = new Tested(
                settings,
                place.operations.clock().instant(),
                place.setup().test(settings, 64, List.of(), Event.Sink.NONE).results());
        robot.interact(() -> place.learn(known -> known.withTest(Optional.of(tested))));
    }

    private static Predicate<Node> named(String start) {
        return node ->
                node.getAccessibleText() != null && node.getAccessibleText().startsWith(start);
    }

    private static String clipboard() {
        return WaitForAsyncUtils.waitForAsyncFx(
                5000, () -> Clipboard.getSystemClipboard().getString());
    }

    @Test
    void aTestedSetupSaysWhenItWasTested(FxRobot robot) {
        tested(robot);
        pane.shoot("08-done");
        assertThat(robot.lookup("ThoughtSpot delivers to your bucket").tryQuery())
                .isPresent();
        assertThat(robot.lookup(named("Tested on 23 November 2026 at 10:42. All "))
                        .tryQuery())
                .isPresent();
    }

    @Test
    void withoutATestItLeadsThere(FxRobot robot) {
        assertThat(robot.lookup("Everything is set up").tryQuery()).isPresent();
        pane.shoot("08-done-untested");
        Button go = robot.lookup("#go-on").queryButton();
        assertThat(go.isFocused()).isTrue();
        robot.type(KeyCode.SPACE);
        assertThat(place.went).containsExactly("LIVE_TEST");
    }

    @Test
    void eachValueAndAllOfThemAreCopied(FxRobot robot) {
        robot.interact(robot.lookup(named("Copy External ID")).<Button>query()::fire);
        assertThat(clipboard()).isEqualTo("ts-webhook-x7k9m2p4q1");
        robot.interact(robot.lookup(named("Copy all")).<Button>query()::fire);
        assertThat(clipboard())
                .contains("Role ARN: arn:aws:iam::999888777666:role/thoughtspot-s3-upload\n", "Region: us-east-1\n");
    }

    @Test
    void filesAreSavedAndItSaysWhere(FxRobot robot, @TempDir Path folder) {
        place.choosing(folder);
        robot.interact(robot.lookup("#export-all").queryButton()::fire);
        assertThat(folder.resolve("handoff.html")).exists();
        assertThat(robot.lookup(named("Saved in " + folder)).tryQuery()).isPresent();
        robot.interact(robot.lookup(named("Export Terraform")).<Button>query()::fire);
        assertThat(folder.resolve("terraform")).isDirectory();
    }

    @Test
    void undoingIsAskedAboutInPlaceAndTellsWhatBecameOfIt(FxRobot robot) {
        robot.interact(robot.lookup("#ask-undo").<Hyperlink>query()::fire);
        WaitForAsyncUtils.waitForFxEvents();
        Node question = robot.lookup(named("Take back 7 changes?")).query();
        assertThat(question.isFocused()).isTrue();
        pane.shoot("08-done-undo");

        robot.interact(robot.lookup("#undo").queryButton()::fire);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup(named("All 7 changes taken back.")).query().isFocused())
                .isTrue();
        assertThat(robot.lookup("Not everything is set up").tryQuery()).isPresent();
        pane.shoot("08-done-undone");
    }

    @Test
    void columnsAndHintsStackWhereTheWindowIsNarrow(FxRobot robot) {
        robot.interact(() -> view.setNarrow(true));
        pane.shoot("08-done-narrow");
        double first =
                robot.lookup("Schedule a Liveboard").query().localToScene(0, 0).getX();
        double last = robot.lookup("Take it back").query().localToScene(0, 0).getX();
        assertThat(first).isEqualTo(last);
    }

    @Test
    void deliveriesAreShownOnDemandWithTheirFilesAndCauses(FxRobot robot) {
        Liveboards liveboards = new Liveboards(place.sandbox.access());
        Button show = robot.lookup("#deliveries").queryButton();
        robot.interact(show::fire);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup(named("No delivery yet.")).query().isFocused()).isTrue();
        pane.shoot("08-done-no-deliveries");
        liveboards.schedule("Weekly sales", "PDF", place.now());
        place.pass(Liveboards.untilDue(place.now()));
        robot.interact(show::fire);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup(named("delivered: Weekly sales. thoughtspot/cluster-"))
                        .tryQuery())
                .isPresent();
        assertThat(show.getAccessibleHelp()).isEqualTo("1 delivery, none failed");
        place.sandbox.faults().set("ts-account", "210987654321");
        liveboards.schedule("Monthly sales", "PDF", place.now());
        place.pass(Liveboards.untilDue(place.now()));

        robot.interact(show::fire);
        WaitForAsyncUtils.waitForFxEvents();

        Node failed = robot.lookup(named("failed: Monthly sales")).query();
        assertThat(failed.isFocused()).as("a screen reader learns of it").isTrue();
        assertThat(robot.lookup(named(
                                "ThoughtSpot could not assume the role. It called from AWS account 210987654321."))
                        .tryQuery())
                .isPresent();
        assertThat(robot.lookup(named("If ThoughtSpot confirms that account, enter it in Access and apply."))
                        .tryQuery())
                .isPresent();
        robot.interact(() -> ((ScrollPane) view.content().getScene().getRoot()).setVvalue(1));
        pane.shoot("08-done-deliveries");
    }

    @Test
    void anOlderClusterIsToldInItsPlace(FxRobot robot) {
        place.sandbox.faults().set("ts-no-validate", "");
        robot.interact(robot.lookup("#deliveries").queryButton()::fire);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup(named("This cluster keeps no delivery history. ThoughtSpot 26.4 brings it."))
                        .query()
                        .isFocused())
                .isTrue();
    }
}
