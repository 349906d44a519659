package io.spotdock.gui.control;

import static io.spotdock.gui.control.Shown.doOnFx;
import static io.spotdock.gui.control.Shown.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.gui.FxTest;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@FxTest
class BlocksTest {
    private final List<String> heard = new ArrayList<>();
    private final PaneHeader header = new PaneHeader("Title", "Explanation.");
    private final Button below = Buttons.outlined("_Below");
    private final CopyButton copy = new CopyButton("Copy external ID", "Copied", () -> "ts-webhook");
    private final Banner banner = new Banner(Banner.Kind.DANGER, "No answer.", "Check the address.");
    private final FooterBar footer = new FooterBar();
    private final StepRail<Integer> rail = new StepRail<>("Spotdock", step -> heard.add("step " + step));
    private final StackPane window = new StackPane();
    private final Spinner spinner = new Spinner(16);

    @Start
    void start(Stage stage) {
        header.setHelp("What is this?", "Hide this", List.of("A profile is kept in `.aws`."));
        banner.setDetails("_Details", "Connection refused", CopyButton.withText("Copy", "Copied", () -> "x"));
        window.getChildren().add(new VBox(16, header, new VBox(below, copy, spinner), banner, footer, rail));
        Shown.show(stage, window);
    }

    @Test
    void whatIsThisOpensInPlaceAndHidesAgain(FxRobot robot) {
        Hyperlink link = onFx(() -> (Hyperlink) header.lookup(".hyperlink"));
        assertThat(link.getText()).isEqualTo("What is this?");
        robot.clickOn(link);
        assertThat(link.getText()).isEqualTo("Hide this");
        assertThat(onFx(() -> header.lookup(".inset"))).isNotNull();
        robot.clickOn(link);
        assertThat(link.getText()).isEqualTo("What is this?");
        assertThat(onFx(() -> header.lookup(".inset"))).isNull();
    }

    @Test
    void copyingSaysSo(FxRobot robot) {
        assertThat(copy.getAccessibleText()).isEqualTo("Copy external ID");
        robot.clickOn(copy);
        assertThat(onFx(() -> Clipboard.getSystemClipboard().getString())).isEqualTo("ts-webhook");
        assertThat(copy.isCopied()).isTrue();
        assertThat(copy.getAccessibleText()).isEqualTo("Copied");
    }

    @Test
    void aBannerShowsTheOutsideTextOnDemand(FxRobot robot) {
        assertThat(banner.getAccessibleText()).isEqualTo("No answer. Check the address.");
        robot.clickOn("Details");
        assertThat(onFx(() -> banner.lookup(".inset"))).isNotNull();
        robot.clickOn("Details");
        assertThat(onFx(() -> banner.lookup(".inset"))).isNull();
    }

    @Test
    void aQuestionKeepsTheKeyboardAndEscIsTheSafeAnswer(FxRobot robot) {
        doOnFx(() -> {
            below.requestFocus();
            new Confirm(
                            "Leave?",
                            "It disappears.",
                            new Action("_Stay", () -> heard.add("stay")),
                            new Action("_Leave", () -> heard.add("leave")))
                    .askOver(window);
        });
        List<String> round = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            round.add(onFx(() -> ((Button) window.getScene().getFocusOwner()).getText()));
            robot.type(KeyCode.TAB);
        }
        assertThat(round).containsExactly("_Stay", "_Leave", "_Stay");
        assertThat(below.isDisabled()).isTrue();
        robot.type(KeyCode.ESCAPE);
        assertThat(heard).containsExactly("stay");
        assertThat(below.isDisabled()).isFalse();
        assertThat(below.isFocused()).isTrue();
        assertThat(onFx(() -> window.lookup(".confirm"))).isNull();
    }

    @Test
    void theReasonInTheFooterLeadsToWhereItIsMended(FxRobot robot) {
        doOnFx(() -> footer.setReason(Feather.INFO, new Action("Correct the name.", () -> heard.add("mend"))));
        robot.clickOn("Correct the name.");
        assertThat(heard).containsExactly("mend");
    }

    @Test
    void newsOfALongOperationAreNotToldOnTopOfEachOther() {
        doOnFx(() -> {
            footer.setNote(Feather.TRASH_2, "Test files are removed.");
            footer.announce("1 of 42");
            footer.announce("2 of 42");
        });
        assertThat(onFx(() -> footer.lookup(".label").getAccessibleText())).isEqualTo("1 of 42");
    }

    @Test
    void onlyReachedStepsAreWalkedAndChosen(FxRobot robot) {
        doOnFx(() -> {
            rail.setSteps(List.of(
                    new StepLine<>(1, 1, StepMark.DONE, "Hosting", "AWS", "Hosting, step 1 of 3, done, AWS"),
                    new StepLine<>(2, 2, StepMark.CURRENT, "Bucket", "", "Bucket, step 2 of 3"),
                    new StepLine<>(3, 3, StepMark.TODO, "Done", "", "Done, step 3 of 3")));
            row(0).requestFocus();
        });
        assertThat(onFx(() -> row(0).getAccessibleText())).isEqualTo("Hosting, step 1 of 3, done, AWS");
        robot.type(KeyCode.DOWN);
        assertThat(onFx(() -> row(1).isFocused())).isTrue();
        robot.type(KeyCode.DOWN);
        assertThat(onFx(() -> row(1).isFocused())).isTrue();
        robot.type(KeyCode.UP).type(KeyCode.SPACE);
        assertThat(heard).containsExactly("step 1");
    }

    @Test
    void lessMotionIsAStillIcon() {
        assertThat(onFx(() -> spinner.lookup(".icon"))).isNull();
        doOnFx(() -> window.getScene().getPreferences().setReducedMotion(true));
        assertThat(onFx(() -> spinner.lookup(".icon"))).isNotNull();
        doOnFx(() -> Fade.in(banner));
        assertThat(banner.getOpacity()).isEqualTo(1);
    }

    private Node row(int index) {
        return List.copyOf(rail.lookupAll(".step-row")).get(index);
    }
}
