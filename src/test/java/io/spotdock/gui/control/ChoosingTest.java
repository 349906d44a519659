package io.spotdock.gui.control;

import static io.spotdock.gui.control.Shown.doOnFx;
import static io.spotdock.gui.control.Shown.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.gui.FxTest;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@FxTest
class ChoosingTest {
    private final RadioGroup<String> clouds = new RadioGroup<>();
    private final ChoiceCard aws = new ChoiceCard("AWS", "Amazon Web Services", "From its AWS account.");
    private final ChoiceCard gcp = new ChoiceCard("GCP", "Google Cloud", "With a token.");
    private final Segmented<Integer> segmented =
            new Segmented<Integer>("Bucket").add(1, "_New bucket").add(2, "_Existing bucket");
    private final TextEntry after = new TextEntry("After", "");

    @Start
    void start(Stage stage) {
        Shown.show(stage, new VBox(16, clouds.add("aws", aws), clouds.add("gcp", gcp), segmented, after));
    }

    @Test
    void aCardIsARadioButtonToAScreenReader() {
        doOnFx(() -> aws.setTag("Detected"));
        assertThat(aws.getAccessibleRole()).isEqualTo(AccessibleRole.RADIO_BUTTON);
        assertThat(aws.getAccessibleText()).isEqualTo("Amazon Web Services, Detected, From its AWS account.");
        assertThat(onFx(() -> aws.queryAccessibleAttribute(AccessibleAttribute.SELECTED)))
                .isEqualTo(false);
        doOnFx(() -> aws.executeAccessibleAction(AccessibleAction.FIRE));
        assertThat(clouds.getValue()).isEqualTo("aws");
        assertThat(onFx(() -> aws.queryAccessibleAttribute(AccessibleAttribute.SELECTED)))
                .isEqualTo(true);
    }

    @Test
    void spaceSelectsAndArrowsGoRoundTheEnds(FxRobot robot) {
        doOnFx(aws::requestFocus);
        robot.type(KeyCode.SPACE);
        assertThat(clouds.getValue()).isEqualTo("aws");
        robot.type(KeyCode.RIGHT);
        assertThat(clouds.getValue()).isEqualTo("gcp");
        assertThat(gcp.isFocused()).isTrue();
        assertThat(aws.isSelected()).isFalse();
        robot.type(KeyCode.DOWN);
        assertThat(clouds.getValue()).isEqualTo("aws");
    }

    @Test
    void aGroupIsOneStopForTab(FxRobot robot) {
        doOnFx(() -> {
            clouds.setValue("gcp");
            clouds.requestFocus();
        });
        assertThat(gcp.isFocused()).isTrue();
        assertThat(aws.isFocusTraversable()).isFalse();
        robot.type(KeyCode.TAB);
        assertThat(onFx(() -> segmented.getChildren().getFirst().isFocused())).isTrue();
        robot.type(KeyCode.TAB);
        assertThat(after.control().isFocused()).isTrue();
    }

    @Test
    void aClickSelectsAndASecondOneDoesNotUndoIt(FxRobot robot) {
        robot.clickOn(gcp).clickOn(gcp);
        assertThat(clouds.getValue()).isEqualTo("gcp");
        robot.clickOn("Existing bucket").clickOn("Existing bucket");
        assertThat(segmented.getValue()).isEqualTo(2);
        assertThat(onFx(() -> segmented.lookup(":selected"))).isNotNull();
    }

    @Test
    void arrowsMoveOneSegmentAtATime(FxRobot robot) {
        doOnFx(() -> {
            segmented.setValue(1);
            segmented.getChildren().getFirst().requestFocus();
        });
        robot.type(KeyCode.RIGHT);
        assertThat(segmented.getValue()).isEqualTo(2);
        Node second = segmented.getChildren().getLast();
        assertThat(second.isFocused()).isTrue();
        robot.type(KeyCode.LEFT);
        assertThat(segmented.getValue()).isEqualTo(1);
    }

    @Test
    void aSelectedSegmentIsAsWideAsBefore() {
        double before = Shown.place(segmented).getWidth();
        doOnFx(() -> segmented.setValue(2));
        assertThat(Shown.place(segmented).getWidth()).isEqualTo(before);
    }
}
