package io.spotdock.gui.control;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Control;
import javafx.scene.control.Label;

/** A field that only shows what follows from others, in mono, with the parts that come from entries marked. */
public final class PreviewField extends Field {
    private final Label shown = new Label();

    public PreviewField(String labelText, String hintText) {
        super(labelText, hintText);
        shown.getStyleClass().add("preview");
        shown.setFocusTraversable(true);
        shown.setAccessibleRole(AccessibleRole.TEXT);
        show(shown);
    }

    @Override
    public Control control() {
        return shown;
    }

    public void setTokens(List<Token> tokens) {
        shown.setGraphic(CodeLines.row(tokens));
        shown.setAccessibleText(A11y.plain(getLabel()) + ": " + Token.text(tokens));
    }
}
