package io.spotdock.gui.step.livetest;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.check.CheckGroup;
import io.spotdock.check.CheckResult;
import io.spotdock.domain.Fault;
import io.spotdock.gui.FxTest;
import io.spotdock.gui.step.Pane;
import io.spotdock.gui.step.TestPlace;
import io.spotdock.plan.Plan;
import io.spotdock.plan.Scope;
import io.spotdock.service.Event;
import io.spotdock.settings.Settings;
import io.spotdock.text.Texts;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@FxTest
class LiveTestViewTest {
    private final TestPlace place = TestPlace.aws().withGuide().signedIn().connected();
    private LiveTestModel model;
    private LiveTestView view;
    private Pane pane;

    @Start
    void show(Stage stage) {
        model = new LiveTestModel(place);
        Settings settings = model.settings().orElseThrow();
        Plan plan = place.setup().plan(settings, Scope.ALL, Set.of());
        place.setup().apply(settings, plan, Scope.ALL, Set.of(), Event.Sink.NONE);
        view = new LiveTestView(model, new Texts(Locale.ENGLISH));
        pane = new Pane(stage);
        pane.show(view);
        model.enter();
    }

    @AfterEach
    void close() {
        place.close();
    }

    private void run(FxRobot robot) {
        robot.interact(model::run);
    }

    private static Button button(FxRobot robot, String text) {
        return robot.lookup(
                        (Node node) -> node instanceof Button b && b.getText().equals(text))
                .queryAs(Button.class);
    }

    private static Predicate<Node> named(String start) {
        return node ->
                node.getAccessibleText() != null && node.getAccessibleText().startsWith(start);
    }

    @Test
    void beforeTheTestAllGroupsAreClosedAndToDo(FxRobot robot) {
        for (CheckGroup group : CheckGroup.values())
            assertThat(view.list().group(group).isOpen()).isFalse();
        assertThat(robot.lookup(named("To do, Bucket, ")).tryQuery()).isPresent();
        pane.shoot("07-test-before");
    }

    @Test
    void theGroupThatRunsIsOpenAndItsRowsChangeInPlace(FxRobot robot) {
        place.operations.hold();
        robot.interact(() -> {
            model.run();
            model.hear(new Event.Started("account.identity"));
            for (Line line : model.progress().get().of(CheckGroup.ACCOUNT))
                model.hear(new Event.Checked(passed(line.id())));
            model.hear(new Event.Checked(passed("bucket.exists")));
            model.hear(new Event.Started("bucket.region"));
            place.operations.pass(Duration.ofSeconds(9));
        });
        assertThat(view.list().group(CheckGroup.ACCOUNT).isOpen()).isFalse();
        assertThat(view.list().group(CheckGroup.BUCKET).isOpen()).isTrue();
        assertThat(robot.lookup(named("Running, Bucket, 1 of ")).tryQuery()).isPresent();
        assertThat(robot.lookup("9 s").tryQuery()).isPresent();
        pane.shoot("07-test-running");

        robot.interact(() -> {
            model.hear(new Event.Started("delivery.validate"));
            model.hear(new Event.Waiting(
                    "delivery.validate", 2, Duration.ofSeconds(8), Fault.of("wait.not-visible", "role")));
            place.operations.pass(Duration.ofSeconds(3));
        });
        assertThat(robot.lookup("Next try in 5 s").tryQuery()).isPresent();
        pane.shoot("07-test-waiting");
    }

    private CheckResult passed(String id) {
        Line line = model.progress().get().lines().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        return new CheckResult(
                id,
                line.group(),
                line.strength(),
                CheckResult.Status.PASSED,
                java.util.Optional.of(Fault.of("check.bucket.exists.yes", "my-company-data-exports")),
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                "");
    }

    @Test
    void aPassedTestSaysSoAndHasTheFocus(FxRobot robot) {
        run(robot);
        Node banner =
                robot.lookup(named("ThoughtSpot can write to your bucket.")).query();
        assertThat(banner.isFocused()).isTrue();
        assertThat(robot.lookup(named("Passed, Role, ")).tryQuery()).isPresent();
        assertThat(button(robot, "_Save report").isVisible()).isTrue();
        pane.shoot("07-test-passed");
        robot.interact(() -> view.list().group(CheckGroup.DELIVERY).setOpen(true));
        pane.shoot("07-test-passed-open");
    }

    @Test
    void aFailedCheckSaysWhyAndLeadsToWhereItIsMended(FxRobot robot) {
        place.sandbox.faults().set("ts-account", "210987654321");
        run(robot);
        pane.shoot("07-test-failed");
        Node row = robot.lookup(named("Failed: ThoughtSpot could not assume the role"))
                .query();
        assertThat(row.isFocused()).isTrue();
        assertThat(view.list().group(CheckGroup.DELIVERY).isOpen()).isTrue();

        robot.interact(button(robot, "Copy details")::fire);
        String copied = org.testfx.util.WaitForAsyncUtils.waitForAsyncFx(
                5000, () -> Clipboard.getSystemClipboard().getString());
        assertThat(copied)
                .contains("210987654321", "123456789012", "is not authorized", "If ThoughtSpot confirms")
                .doesNotContain("**");

        Button go = button(robot, "_Go to Access");
        assertThat(go.getStyleClass()).contains("accent");
        robot.interact(go::requestFocus);
        robot.type(KeyCode.SPACE);
        assertThat(place.went).containsExactly("ACCESS THOUGHTSPOT_ACCOUNT");
    }

    @Test
    void whatIsWorthALookIsOpenAndAFileThatIsStillThereCanBeRemoved(FxRobot robot) {
        place.sandbox.faults().set("deny", "s3:DeleteObject");
        run(robot);
        assertThat(robot.lookup(named("Works, with 2 things to look at.")).tryQuery())
                .isPresent();
        assertThat(robot.lookup(named("2 test files are still there.")).tryQuery())
                .isPresent();
        pane.shoot("07-test-warned");

        place.sandbox.faults().clear("deny");
        robot.interact(button(robot, "Remove them")::fire);
        assertThat(robot.lookup(named("ThoughtSpot can write to your bucket.")).tryQuery())
                .isPresent();
        assertThat(robot.lookup(named("2 test files")).tryQuery()).isEmpty();
    }

    @Test
    void aTestThatCouldNotBeginSaysWhatToDo(FxRobot robot) {
        place.setup().signOut();
        run(robot);
        robot.interact(button(robot, "Sign in")::fire);
        assertThat(place.went).containsExactly("AWS_ACCOUNT");
        pane.shoot("07-test-broken");
    }

    @Test
    void theSelfTestIsOffAndBringsItsChecksWithIt(FxRobot robot) {
        CheckBox choice = robot.lookup("#self-test .check-box").queryAs(CheckBox.class);
        assertThat(choice.isSelected()).isFalse();
        int usual = model.progress().get().tally(CheckGroup.REFUSED).all();
        assertThat(robot.lookup(named("To do, Must be refused, " + usual + " to do"))
                        .tryQuery())
                .isPresent();

        robot.interact(choice::requestFocus);
        robot.type(KeyCode.SPACE);

        assertThat(model.selfTest().get()).isTrue();
        assertThat(robot.lookup(named("To do, Must be refused, " + (usual + 14) + " to do"))
                        .tryQuery())
                .isPresent();
        pane.shoot("07-test-self-test-before");
        run(robot);
        robot.interact(() -> view.list().group(CheckGroup.REFUSED).setOpen(true));
        assertThat(robot.lookup(named("Passed: The temporary statement is taken out again"))
                        .tryQuery())
                .isPresent();
        pane.shoot("07-test-self-test-passed");
    }

    @Test
    void afterATestThatWentWellALiveboardIsOffered(FxRobot robot) {
        assertThat(robot.lookup("#liveboard-offer").query().isVisible())
                .as("before")
                .isFalse();
        run(robot);
        pane.shoot("07-test-liveboard-offer");
        robot.interact(robot.lookup("#test-liveboard").queryAs(Button.class)::fire);
        WaitForAsyncUtils.waitForFxEvents();

        Node field = robot.lookup("#liveboard").query();
        assertThat(field.isFocused()).isTrue();
        assertThat(field.getAccessibleText()).isEqualTo("Liveboard");
        assertThat(robot.lookup(
                                text(
                                        "Next run at \\d+:\\d\\d.[AP]M, in \\d:\\d\\d\\. The schedule is deleted afterwards\\."))
                        .tryQuery())
                .isPresent();
        assertThat(robot.lookup(text("You, admin, are the only recipient, and get an e-mail as well\\."))
                        .tryQuery())
                .isPresent();
        assertThat(robot.lookup(text("The report stays in the bucket, under my-company-data-exports/thoughtspot/\\."))
                        .tryQuery())
                .isPresent();
        pane.shoot("07-test-liveboard-asking");

        robot.interact(robot.lookup("#start-liveboard").queryAs(Button.class)::fire);
        assertThat(robot.lookup("#liveboard").query().getAccessibleHelp()).contains("Enter a Liveboard");

        robot.interact(() -> model.liveboard().entry().text().set("Sales Overview"));
        robot.interact(robot.lookup("#start-liveboard").queryAs(Button.class)::fire);
        robot.interact(() -> view.list().group(CheckGroup.DELIVERY).setOpen(true));
        assertThat(robot.lookup(named("Passed: The report is in the bucket")).tryQuery())
                .isPresent();
        assertThat(robot.lookup(named("ThoughtSpot can write to your bucket. The Liveboard arrived as well"))
                        .tryQuery())
                .isPresent();
        pane.shoot("07-test-liveboard-passed");
    }

    private static Predicate<Node> text(String pattern) {
        return node -> node instanceof Label label && label.getText().matches(pattern);
    }

    @Test
    void theTimeUntilItRunsIsCountedDownInItsRow(FxRobot robot) {
        run(robot);
        place.operations.hold();
        robot.interact(() -> {
            model.liveboard().entry().text().set("Sales Overview");
            model.runLiveboard();
            model.hear(new Event.Started("liveboard.ran"));
            model.hear(new Event.Waiting(
                    "liveboard.ran",
                    0,
                    Duration.ofSeconds(250),
                    Fault.of("wait.liveboard-due", "14:05 Europe/Berlin")));
            place.operations.pass(Duration.ofSeconds(10));
        });

        assertThat(robot.lookup(text("In 4:00")).queryAll())
                .as("in its row, and on top")
                .hasSize(2);
        assertThat(robot.from(robot.lookup("#liveboard-offer").<Node>query())
                        .lookup("ThoughtSpot sends the Liveboard at 14:05 Europe/Berlin.")
                        .tryQuery())
                .isPresent();
        assertThat(robot.lookup("#test-liveboard").tryQuery()).isEmpty();
        pane.shoot("07-test-liveboard-waiting");
        robot.interact(place.operations::release);
    }

    @Test
    void theOfferCanBePutAway(FxRobot robot) {
        run(robot);
        robot.interact(robot.lookup("#test-liveboard").queryAs(Button.class)::fire);
        WaitForAsyncUtils.waitForFxEvents();

        robot.interact(button(robot, "_Not now")::fire);

        assertThat(robot.lookup("#liveboard").tryQuery()).isEmpty();
        assertThat(robot.lookup("#test-liveboard").query().isFocused()).isTrue();
    }
}
