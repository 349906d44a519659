package io.spotdock.gui.control;

import java.util.List;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/**
 * The foot of the window: at the left what has been changed so far, or the reason why it does not go on; at the right
 * the way back and the way on.
 */
public final class FooterBar extends HBox {
    private static final Duration BETWEEN_NEWS = Duration.seconds(5);

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    private final HBox left = new HBox();
    private final HBox buttons = new HBox();
    private final Label note = Labels.hint("");
    private final PauseTransition quiet = new PauseTransition(BETWEEN_NEWS);
    private String news = "";

    public FooterBar() {
        getStyleClass().add("footer-bar");
        left.getStyleClass().add("footer-note");
        left.setMinWidth(0);
        HBox.setHgrow(left, Priority.ALWAYS);
        buttons.getStyleClass().add("footer-buttons");
        buttons.setMinWidth(USE_PREF_SIZE);
        note.setAccessibleRole(AccessibleRole.TEXT);
        quiet.setOnFinished(_ -> {
            if (!news.isEmpty()) tell();
        });
        getChildren().addAll(left, buttons);
    }

    /** Padding of 32 rather than 40, as the content has it below 1040. */
    public void setNarrow(boolean narrow) {
        pseudoClassStateChanged(NARROW, narrow);
    }

    /** Says how things stand. */
    public void setNote(Feather glyph, String text) {
        note.setText(text);
        note.setAccessibleText(text);
        left.getChildren().setAll(Icons.of(glyph, Tone.MUTED), note);
    }

    /** Says why it does not go on; a click leads to where it is mended. */
    public void setReason(Feather glyph, Action reason) {
        Hyperlink link = Buttons.link(reason);
        link.getStyleClass().addAll("hint", "reason");
        link.setMinWidth(0);
        left.getChildren().setAll(Icons.of(glyph, Tone.MUTED), link);
    }

    /** The buttons from left to right; the last is the primary one. */
    public void setButtons(Button... nodes) {
        buttons.getChildren().setAll(nodes);
    }

    /** The buttons that are shown. */
    public List<Node> buttons() {
        return List.copyOf(buttons.getChildren());
    }

    /** Tells a screen reader how far a long operation has come: at most once in five seconds, and then the latest. */
    public void announce(String text) {
        news = text;
        if (quiet.getStatus() != Animation.Status.RUNNING) tell();
    }

    private void tell() {
        A11y.name(note, news.replace("_", "__"));
        news = "";
        quiet.playFromStart();
    }
}
