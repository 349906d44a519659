package io.spotdock.gui.control;

import javafx.beans.property.BooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The header of what opens and closes: a click, Space or Enter turns it over, Right opens, Left closes. Not a button, as
 * its words have to wrap. A screen reader hears whether it is expanded.
 */
final class Opening extends HBox {
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");

    private final BooleanProperty open;

    /** Turns this property over. */
    Opening(BooleanProperty open, String style) {
        this.open = open;
        getStyleClass().addAll("opening", style);
        setAccessibleRole(AccessibleRole.TITLED_PANE);
        setFocusTraversable(true);
        addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> requestFocus());
        addEventHandler(MouseEvent.MOUSE_CLICKED, _ -> open.set(!open.get()));
        addEventHandler(KeyEvent.KEY_PRESSED, this::keys);
        open.subscribe(now -> {
            pseudoClassStateChanged(OPEN, now);
            notifyAccessibleAttributeChanged(AccessibleAttribute.EXPANDED);
        });
    }

    /** The arrow of an opening: right while closed, down while open. */
    static Node chevron(BooleanProperty open) {
        FontIcon chevron = Icons.of(Feather.CHEVRON_RIGHT, Tone.MUTED);
        chevron.getStyleClass().add("chevron");
        open.subscribe(now -> chevron.setIconCode(now ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT));
        return chevron;
    }

    private void keys(KeyEvent event) {
        if (!equals(event.getTarget())) return;
        switch (event.getCode()) {
            case SPACE, ENTER -> open.set(!open.get());
            case RIGHT -> open.set(true);
            case LEFT -> open.set(false);
            default -> {
                return;
            }
        }
        event.consume();
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.EXPANDED
                ? (Object) open.get()
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        switch (action) {
            case FIRE -> open.set(!open.get());
            case EXPAND -> open.set(true);
            case COLLAPSE -> open.set(false);
            default -> super.executeAccessibleAction(action, parameters);
        }
    }
}
