package io.spotdock.gui.control;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * What a pane is for: its title, and an explanation that flows into the link "What is this?". The link opens an inset in
 * place and then offers to hide it.
 */
public final class PaneHeader extends VBox {
    private final Label title = Labels.paneTitle("");
    private final Prose explanation = new Prose("", "muted");
    private final HBox buttons = new HBox();
    private final BooleanProperty helpOpen = new SimpleBooleanProperty(this, "helpOpen", false);
    private final Hyperlink link;
    private final VBox help = new VBox();
    private String explanationText = "";
    private String ask = "";
    private String hide = "";

    public PaneHeader(String titleText, String explanationText) {
        getStyleClass().add("pane-header");
        title.setAccessibleRole(AccessibleRole.TEXT);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        title.setMinWidth(0);
        buttons.getStyleClass().add("button-row");
        HBox top = new HBox(title, buttons);
        top.getStyleClass().add("pane-header-top");
        link = Buttons.link(new Action("", this::toggleHelp));
        link.getStyleClass().add("help-link");
        help.getStyleClass().add("help");
        getChildren().addAll(top, explanation);
        setTitle(titleText);
        setExplanation(explanationText);
        helpOpen.subscribe(now -> {
            link.setText(now ? hide : ask);
            getChildren().remove(help);
            if (now) getChildren().add(help);
        });
    }

    public void setTitle(String text) {
        title.setText(text);
    }

    public void setExplanation(String text) {
        explanationText = text;
        show();
    }

    /** What the link is called while closed and while open, and the paragraphs it shows. */
    public void setHelp(String ask, String hide, List<String> paragraphs) {
        this.ask = ask;
        this.hide = hide;
        help.getChildren().setAll(Inset.of(paragraphs));
        link.setText(helpOpen.get() ? hide : ask);
        show();
    }

    /** Compact buttons beside the title. */
    public void setButtons(Node... nodes) {
        buttons.getChildren().setAll(nodes);
    }

    public BooleanProperty helpOpenProperty() {
        return helpOpen;
    }

    /** What F1 does. */
    public void toggleHelp() {
        if (!ask.isEmpty()) helpOpen.set(!helpOpen.get());
    }

    private void show() {
        explanation.setSentence(ask.isEmpty() ? explanationText : explanationText + " ");
        if (!ask.isEmpty()) explanation.with(link);
    }
}
