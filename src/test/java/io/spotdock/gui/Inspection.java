package io.spotdock.gui;

import io.spotdock.gui.control.A11y;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;

/** Walks what is shown, as a screen reader, a keyboard and a careful eye do, and says what is wrong. */
final class Inspection {
    private final String where;
    private final List<String> faults = new ArrayList<>();
    private final Map<Character, String> mnemonics = new HashMap<>();

    private Inspection(String where) {
        this.where = where;
    }

    /** On the toolkit's thread. */
    static List<String> of(WizardOnStage wizard, String where) {
        Inspection inspection = new Inspection(where);
        Parent root = wizard.stage().getScene().getRoot();
        root.applyCss();
        root.layout();
        inspection.walk(root);
        return inspection.faults;
    }

    private void walk(Node node) {
        if (!node.isVisible()) return;
        if (node.isFocusTraversable() && !node.isDisabled()) named(node);
        if (node instanceof Labeled labeled) {
            whole(labeled);
            mnemonic(labeled);
        }
        inside(node);
        if (node instanceof Parent parent) parent.getChildrenUnmodifiable().forEach(this::walk);
    }

    /** Whatever takes the focus has a name and a role. */
    private void named(Node node) {
        if (node instanceof ScrollPane) return;
        Object name = node.queryAccessibleAttribute(AccessibleAttribute.TEXT);
        Object label = node.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY);
        boolean typed = node instanceof TextInputControl;
        boolean has =
                node.getAccessibleText() != null && !node.getAccessibleText().isBlank()
                        || label != null
                        || !typed && name != null && !String.valueOf(name).isBlank();
        if (!has) faults.add(where + ": no name: " + described(node));
        if (node.getAccessibleRole() == AccessibleRole.NODE || node.getAccessibleRole() == AccessibleRole.PARENT)
            faults.add(where + ": no role: " + described(node));
    }

    /** No text ends in an ellipsis that the bundle doesn't end in. */
    private void whole(Labeled labeled) {
        String text = A11y.plain(String.valueOf(labeled.getText()));
        if (text.isBlank() || !labeled.getStyleClass().stream().noneMatch("may-be-cut"::equals)) return;
        for (Node child : labeled.getChildrenUnmodifiable())
            if (child instanceof Text shown && shown.getText().endsWith("…") && !text.endsWith("…"))
                faults.add(where + ": cut: “" + shown.getText() + "” of “" + text + "”");
    }

    /** A letter with Alt leads to one thing. */
    private void mnemonic(Labeled labeled) {
        String text = String.valueOf(labeled.getText());
        int at = text.indexOf('_');
        if (!labeled.isMnemonicParsing() || at < 0 || at + 1 >= text.length() || text.charAt(at + 1) == '_') return;
        if (labeled instanceof Label label && label.getLabelFor() == null && !(label.getParent() instanceof ButtonBase))
            return;
        char letter = text.toLowerCase(Locale.ROOT).charAt(at + 1);
        String former = mnemonics.putIfAbsent(letter, text);
        if (former != null && !former.equals(text))
            faults.add(where + ": Alt+" + letter + ": " + former + " and " + text);
    }

    /** Nothing sticks out of the window at the right or the left. */
    private void inside(Node node) {
        if (!(node instanceof Control)
                || node.getScene() == null
                || Set.of("increment-button", "decrement-button").stream().anyMatch(node.getStyleClass()::contains))
            return;
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        if (bounds.getMinX() < -1 || bounds.getMaxX() > node.getScene().getWidth() + 1)
            faults.add(where + ": sticks out: " + described(node));
    }

    private static String described(Node node) {
        String words = node instanceof Labeled labeled ? labeled.getText() : "";
        return node.getClass().getSimpleName() + " " + node.getStyleClass() + " " + words;
    }
}
