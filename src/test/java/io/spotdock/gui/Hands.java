package io.spotdock.gui;

import io.spotdock.gui.control.A11y;
import io.spotdock.gui.control.Field;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Screen;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** What a person does at the wizard: looks for words, clicks on them, types. Waits for what is to come, never for a time. */
public final class Hands {
    private static final int PATIENCE_SECONDS = 20;

    /** So many letters of a text are typed, the rest is pasted. */
    private static final int TYPED = 3;

    private final FxRobot robot;
    private final WizardOnStage wizard;

    public Hands(FxRobot robot, WizardOnStage wizard) {
        this.robot = robot;
        this.wizard = wizard;
    }

    /** Waits until something holds; {@code what} says what never came. */
    public void until(String what, Callable<Boolean> holds) {
        try {
            WaitForAsyncUtils.waitFor(
                    PATIENCE_SECONDS, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(10_000, holds));
        } catch (TimeoutException e) {
            throw new AssertionError("never: " + what + "; seen: " + seen(), e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Everything that can be read just now. */
    public String seen() {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            StringBuilder words = new StringBuilder();
            root().lookupAll("*").forEach(node -> {
                if (node instanceof Labeled label
                        && isShown(node)
                        && !label.getText().isBlank())
                    words.append(label.getText()).append(" | ");
                if (node instanceof javafx.scene.text.Text text
                        && isShown(node)
                        && !(text.getParent() instanceof Labeled))
                    words.append(text.getText()).append(" | ");
            });
            return words.toString();
        });
    }

    private Node root() {
        return wizard.stage().getScene().getRoot();
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) if (!at.isVisible()) return false;
        return node.getScene() != null;
    }

    private <T extends Node> Optional<T> find(Class<T> type, Predicate<T> which) {
        return root().lookupAll("*").stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(node -> isShown(node) && which.test(node))
                .findFirst();
    }

    private <T extends Node> T await(String what, Class<T> type, Predicate<T> which) {
        until(what, () -> find(type, which).isPresent());
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> find(type, which).orElseThrow());
    }

    /** Clicks on a button, a link or a card with these words, as soon as that can be done. */
    public void press(String words) {
        String plain = A11y.plain(words);
        ButtonBase button = await(
                "a button " + plain,
                ButtonBase.class,
                node -> !node.isDisabled()
                        && (A11y.plain(node.getText()).equals(plain) || plain.equals(node.getAccessibleText())));
        click(button);
    }

    /** Whether such a button is there and can be pressed. */
    public boolean canPress(String words) {
        String plain = A11y.plain(words);
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () -> find(
                                ButtonBase.class,
                                node -> !node.isDisabled()
                                        && A11y.plain(node.getText()).equals(plain))
                        .isPresent());
    }

    /** Chooses the card or row whose spoken name begins so. */
    public void choose(String name) {
        Node node = await(
                "a choice " + name,
                Node.class,
                each -> each.getAccessibleRole() == javafx.scene.AccessibleRole.RADIO_BUTTON
                        && String.valueOf(each.getAccessibleText()).startsWith(name));
        click(node);
    }

    /** Types into the field with this label, in place of what is there. */
    public void type(String label, String text) {
        String plain = A11y.plain(label);
        Field field = await(
                "a field " + plain,
                Field.class,
                each -> A11y.plain(each.getLabel()).equals(plain));
        click(field.control());
        until("the keyboard in " + plain, () -> field.control().isFocusWithin());
        robot.push(KeyCode.SHORTCUT, KeyCode.A);
        robot.push(KeyCode.DELETE);
        int typed = Math.min(text.length(), TYPED);
        robot.write(text.substring(0, typed), 0);
        if (typed < text.length()) paste(text.substring(typed));
        WaitForAsyncUtils.waitForFxEvents();
        if (field.control() instanceof TextInputControl input)
            until(text + " in " + plain, () -> input.getText().equals(text));
    }

    /** As people do with long values; and drawing a window after each letter takes its time where there is no display. */
    private void paste(String text) {
        robot.interact(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        });
        robot.push(KeyCode.SHORTCUT, KeyCode.V);
    }

    /** What stands in the field with this label. */
    public String read(String label) {
        String plain = A11y.plain(label);
        Field field = await(
                "a field " + plain,
                Field.class,
                each -> A11y.plain(each.getLabel()).equals(plain));
        return field.control() instanceof TextInputControl input ? input.getText() : "";
    }

    /** Picks from the list with this label, by keyboard. */
    public void pick(String label, String value) {
        String plain = A11y.plain(label);
        Field field = await(
                "a list " + plain,
                Field.class,
                each -> A11y.plain(each.getLabel()).equals(plain));
        ComboBox<?> list = (ComboBox<?>) field.control();
        until("something in " + plain, () -> !list.getItems().isEmpty());
        robot.interact(list::requestFocus);
        for (int i = 0; i <= list.getItems().size() && !shown(list).equals(value); i++) robot.type(KeyCode.DOWN);
        robot.type(KeyCode.ENTER);
        until(value + " in " + plain, () -> shown(list).equals(value));
    }

    private static <T> String shown(ComboBox<T> list) {
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> String.valueOf(list.getConverter().toString(list.getValue())));
    }

    private void click(Node node) {
        robot.interact(node::requestFocus);
        WaitForAsyncUtils.waitForFxEvents();
        Bounds bounds = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> node.localToScreen(node.getBoundsInLocal()));
        boolean reachable = Screen.getPrimary().getBounds().contains(bounds.getCenterX(), bounds.getCenterY());
        if (reachable) robot.clickOn(bounds.getCenterX(), bounds.getCenterY());
        else robot.type(KeyCode.SPACE);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
