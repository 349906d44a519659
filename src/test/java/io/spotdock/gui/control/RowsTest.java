package io.spotdock.gui.control;

import static io.spotdock.gui.control.Shown.doOnFx;
import static io.spotdock.gui.control.Shown.onFx;
import static io.spotdock.gui.control.Shown.place;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.gui.FxTest;
import java.util.List;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@FxTest
class RowsTest {
    private final GroupRow group = new GroupRow("Role");
    private final StatusRow row = new StatusRow("The role may add files");
    private final StatusRow below = new StatusRow("Below");
    private final ChangeRow change = new ChangeRow(ChangeMark.Kind.UPDATE, "Trust policy", "Who may", "Update");
    private final DiffBox diff = new DiffBox(
            List.of(
                    DiffLine.removed("Removed", "External ID", "X7"),
                    DiffLine.added("Added", "External ID", "x7").saying("differs in case")),
            "Only the case differs.");

    @Start
    void start(Stage stage) {
        group.rows().addAll(row, below);
        change.setDetail(diff);
        Shown.show(stage, new VBox(16, new CardList(group), new CardList(change)));
    }

    @Test
    void aRowSpeaksItsStateItsNameAndItsStrength() {
        doOnFx(() -> {
            row.setState(State.PASSED, "Passed");
            row.setEvidence("`s3:PutObject` allowed");
            row.setLabel("Evaluated");
        });
        assertThat(row.getAccessibleText())
                .isEqualTo("Passed: The role may add files. s3:PutObject allowed, Evaluated");
    }

    @Test
    void rowsChangeStateInPlace() {
        doOnFx(() -> {
            group.setOpen(true);
            row.setEvidence("seen");
            row.setLabel("Observed");
        });
        var before = place(below);
        for (State state : State.values()) {
            doOnFx(() -> row.setState(state, state.name()));
            assertThat(place(below)).as(state.name()).isEqualTo(before);
        }
        assertThat(place(row).getHeight()).isEqualTo(55);
        doOnFx(() -> row.setEvidence(""));
        assertThat(place(row).getHeight()).isEqualTo(40);
    }

    @Test
    void onlyAFailedRowTakesTheKeyboard() {
        doOnFx(() -> row.setState(State.PASSED, "Passed"));
        assertThat(row.isFocusTraversable()).isFalse();
        doOnFx(() -> row.setState(State.FAILED, "Failed"));
        assertThat(row.isFocusTraversable()).isTrue();
    }

    @Test
    void leftAndRightCloseAndOpenAGroupAndSpaceTurnsItOver(FxRobot robot) {
        Node header = header(group);
        doOnFx(header::requestFocus);
        robot.type(KeyCode.RIGHT);
        assertThat(group.isOpen()).isTrue();
        assertThat(onFx(() -> header.queryAccessibleAttribute(AccessibleAttribute.EXPANDED)))
                .isEqualTo(true);
        robot.type(KeyCode.RIGHT);
        assertThat(group.isOpen()).isTrue();
        robot.type(KeyCode.LEFT);
        assertThat(group.isOpen()).isFalse();
        robot.type(KeyCode.SPACE);
        assertThat(group.isOpen()).isTrue();
    }

    @Test
    void aGroupSpeaksItsCount() {
        doOnFx(() -> {
            group.setState(State.FAILED, "Failed");
            group.setCount("1 failed, 2 not reached");
        });
        assertThat(header(group).getAccessibleText()).isEqualTo("Failed, Role, 1 failed, 2 not reached");
    }

    @Test
    void aChangeOpensItsDiffAndTheDiffReadsOutWhatDiffers(FxRobot robot) {
        doOnFx(() -> header(change).requestFocus());
        robot.type(KeyCode.RIGHT);
        assertThat(onFx(() -> diff.getParent().isVisible())).isTrue();
        assertThat(onFx(() -> List.copyOf(diff.lookupAll(".diff-line"))))
                .extracting(Node::getAccessibleText)
                .containsExactly("Removed, External ID, X7", "Added, External ID, x7, differs in case");
        robot.type(KeyCode.LEFT);
        assertThat(onFx(() -> diff.getParent().isVisible())).isFalse();
    }

    private static Node header(Node node) {
        return onFx(() -> node.lookup(".opening"));
    }
}
