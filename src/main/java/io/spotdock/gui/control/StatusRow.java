package io.spotdock.gui.control;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * One check or one change: what it is about, how far it has come, what was seen, and at the right a word, a time or a
 * link. Under it may stand whatever explains it: a failure's cause, a countdown. A row is one line high, or two with
 * evidence, in every state.
 */
public final class StatusRow extends VBox {
    private static final PseudoClass FAINT = PseudoClass.getPseudoClass("faint");
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final PseudoClass STRONG = PseudoClass.getPseudoClass("strong");

    private final StackPane mark = new StackPane();
    private final Label name = Labels.body("");
    private final Prose evidence = new Prose("", "hint");
    private final Label label = Labels.hint("");
    private final HBox end = new HBox();
    private final VBox body = new VBox();
    private final Tooltip help = new Tooltip();
    private State state = State.TODO;
    private String stateWord = "";
    private String nameText;
    private String evidenceSpoken = "";

    public StatusRow(String nameText) {
        this.nameText = nameText;
        getStyleClass().add("status-row");
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        mark.getStyleClass().add("row-mark");
        A11y.decorative(mark);
        name.getStyleClass().add("row-name");
        VBox words = new VBox(name, evidence);
        words.getStyleClass().add("row-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        label.getStyleClass().add("row-label");
        label.setMinWidth(USE_PREF_SIZE);
        end.getStyleClass().add("row-end");
        end.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(mark, words, label, end);
        line.getStyleClass().add("row-line");
        body.getStyleClass().add("row-body");
        getChildren().addAll(line, body);
        hideWhileEmpty(label, "");
        setEvidence("");
        setBody();
        setEnd();
        setState(State.TODO, "");
        Copying.onShortcut(this, () -> evidenceSpoken.isEmpty() ? this.nameText : evidenceSpoken);
    }

    /** {@code word} is how a screen reader says the state, such as "Passed". */
    public void setState(State now, String word) {
        state = now;
        stateWord = word;
        mark.getChildren().setAll(now.mark(Icons.NORMAL));
        pseudoClassStateChanged(FAINT, now.faint());
        pseudoClassStateChanged(FAILED, now == State.FAILED);
        setFocusTraversable(now == State.FAILED);
        speak();
    }

    public State getState() {
        return state;
    }

    public void setName(String text) {
        nameText = text;
        speak();
    }

    /** What was seen, on a second line; {@code `value`} is set in mono. Empty takes the line away. */
    public void setEvidence(String text) {
        evidence.setSentence(text);
        evidenceSpoken = evidence.getAccessibleText();
        evidence.setVisible(!text.isEmpty());
        evidence.setManaged(!text.isEmpty());
        speak();
    }

    /** What the row is about, for those who ask: pointed at, or by a screen reader. */
    public void setHelp(String text) {
        A11y.help(this, text);
        help.setText(text);
        Tooltip.install(this, help);
    }

    /** A word at the right: how strong a check is, or how long it took. */
    public void setLabel(String text) {
        hideWhileEmpty(label, text);
        speak();
    }

    /** Sets the word at the right in mono: an action's name. */
    public void setMonoLabel(boolean mono) {
        label.getStyleClass().remove("mono-label");
        if (mono) label.getStyleClass().add("mono-label");
    }

    /** Links or buttons at the right. */
    public void setEnd(Node... nodes) {
        end.getChildren().setAll(nodes);
        end.setManaged(nodes.length > 0);
    }

    /** Makes the name bold: the one that runs now. */
    public void setStrong(boolean strong) {
        pseudoClassStateChanged(STRONG, strong);
    }

    /** What explains the row, under its words; nothing takes it away. */
    public void setBody(Node... nodes) {
        body.getChildren().setAll(nodes);
        body.setVisible(nodes.length > 0);
        body.setManaged(nodes.length > 0);
    }

    /**
     * The body of a failure: its cause, the outside system's own text, and what to do, with buttons at the right. Empty
     * texts are left out.
     */
    public void setFailure(String cause, String outsideText, String remedy, Button... buttons) {
        setFailure("", cause, outsideText, remedy, buttons);
    }

    /** The same under a sentence on what the row is about. */
    public void setFailure(String about, String cause, String outsideText, String remedy, Button... buttons) {
        VBox parts = new VBox();
        parts.getStyleClass().add("failure");
        if (!about.isEmpty()) parts.getChildren().add(new Prose(about, "hint"));
        if (!cause.isEmpty()) parts.getChildren().add(new Prose(cause, "body"));
        if (!outsideText.isEmpty()) parts.getChildren().add(Inset.ofOutsideText(outsideText));
        Prose advice = new Prose(remedy, "body");
        HBox.setHgrow(advice, Priority.ALWAYS);
        advice.setMaxHeight(USE_PREF_SIZE);
        HBox last = new HBox(advice);
        last.getStyleClass().add("failure-remedy");
        last.getChildren().addAll(buttons);
        if (!remedy.isEmpty() || buttons.length > 0) parts.getChildren().add(last);
        setBody(parts);
    }

    private void speak() {
        name.setText(nameText);
        String said = stateWord.isEmpty() ? nameText : stateWord + ": " + nameText;
        A11y.name(this, (said + ". " + A11y.sentence(evidenceSpoken, label.getText())).replace("_", "__"));
    }

    private static void hideWhileEmpty(Label label, String text) {
        label.setText(text);
        label.setManaged(!text.isEmpty());
    }
}
