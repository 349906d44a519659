package io.spotdock.gui.control;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A question over the window, not in a window of its own. It keeps the keyboard until it is answered; Esc is the safe
 * answer, which has the keyboard at first.
 */
public final class Confirm extends StackPane {
    private final List<Button> answers;
    private List<Node> covered = List.of();
    private @Nullable Node before;

    /** The safe answer comes first, the one that the person probably came for last: it is the solid one. */
    public Confirm(String question, String sentence, Action safe, Action... others) {
        getStyleClass().add("confirm");
        VBox box = new VBox(Labels.sectionTitle(question), Labels.body(sentence));
        box.getStyleClass().add("confirm-box");
        box.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        box.setAccessibleRole(AccessibleRole.DIALOG);
        box.setAccessibleText(A11y.sentence(question, sentence));
        answers = Stream.concat(Stream.of(safe), Arrays.stream(others))
                .map(this::button)
                .toList();
        answers.getLast().getStyleClass().setAll("button", "primary", "accent");
        HBox row = new HBox();
        row.getStyleClass().addAll("button-row", "confirm-buttons");
        row.getChildren().addAll(answers);
        box.getChildren().add(row);
        getChildren().add(box);
        addEventFilter(KeyEvent.KEY_PRESSED, this::keys);
    }

    /** Asks over everything in this pane, which must lay its children out over each other. */
    public void askOver(StackPane host) {
        before = host.getScene() == null ? null : host.getScene().getFocusOwner();
        covered = host.getChildren().stream().filter(node -> !node.isDisable()).toList();
        // Out of reach for Tab, for mnemonics and for a screen reader, not only for the mouse.
        covered.forEach(node -> {
            node.getStyleClass().add("covered");
            node.setDisable(true);
        });
        host.getChildren().add(this);
        answers.getFirst().requestFocus();
    }

    private Button button(Action action) {
        Button button = Buttons.outlined(action.text());
        button.setOnAction(_ -> {
            close();
            action.run().run();
        });
        return button;
    }

    private void close() {
        if (getParent() instanceof Pane host) host.getChildren().remove(this);
        covered.forEach(node -> {
            node.getStyleClass().remove("covered");
            node.setDisable(false);
        });
        if (before != null) before.requestFocus();
    }

    private void keys(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            answers.getFirst().fire();
            event.consume();
        } else if (event.getCode() == KeyCode.TAB) {
            move(event.isShiftDown() ? -1 : 1);
            event.consume();
        } else if (event.getCode() == KeyCode.RIGHT || event.getCode() == KeyCode.LEFT) {
            move(event.getCode() == KeyCode.RIGHT ? 1 : -1);
            event.consume();
        }
    }

    private void move(int step) {
        int here = 0;
        for (int i = 0; i < answers.size(); i++) if (answers.get(i).isFocused()) here = i;
        answers.get(Math.floorMod(here + step, answers.size())).requestFocus();
    }
}
