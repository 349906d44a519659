package io.spotdock.gui.control;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.BooleanPropertyBase;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * A radio button that is a whole pane: a card or a row. Not a {@code RadioButton} with a big graphic, as a graphic gets
 * its own size and not the button's, and so would never wrap. A click, Space or a screen reader selects it; arrows are
 * the {@link RadioGroup}'s business.
 */
abstract class RadioPane extends HBox implements Toggle {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final ObjectProperty<@Nullable ToggleGroup> group = new SimpleObjectProperty<>(this, "toggleGroup");
    private final BooleanProperty selected = new BooleanPropertyBase(false) {
        @Override
        protected void invalidated() {
            boolean now = get();
            pseudoClassStateChanged(SELECTED, now);
            notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED);
            ToggleGroup mine = group.get();
            if (mine == null) return;
            if (now) mine.selectToggle(RadioPane.this);
            else if (RadioPane.this.equals(mine.getSelectedToggle())) mine.selectToggle(null);
        }

        @Override
        public Object getBean() {
            return RadioPane.this;
        }

        @Override
        public String getName() {
            return "selected";
        }
    };

    RadioPane(String style) {
        getStyleClass().addAll("radio-pane", style);
        setAccessibleRole(AccessibleRole.RADIO_BUTTON);
        setFocusTraversable(true);
        addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> requestFocus());
        addEventHandler(MouseEvent.MOUSE_CLICKED, _ -> choose());
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() != KeyCode.SPACE || !equals(event.getTarget())) return;
            choose();
            event.consume();
        });
        group.subscribe((before, now) -> {
            if (before != null) before.getToggles().remove(this);
            if (now != null && !now.getToggles().contains(this))
                now.getToggles().add(this);
        });
    }

    /** The circle, for the eye only. */
    static Node mark() {
        Region dot = new Region();
        dot.getStyleClass().add("radio-dot");
        StackPane circle = new StackPane(dot);
        circle.getStyleClass().add("radio-circle");
        A11y.decorative(circle);
        return circle;
    }

    private void choose() {
        if (!isDisabled()) setSelected(true);
    }

    @Override
    public final BooleanProperty selectedProperty() {
        return selected;
    }

    @Override
    public final boolean isSelected() {
        return selected.get();
    }

    @Override
    public final void setSelected(boolean now) {
        selected.set(now);
    }

    @Override
    public final ObjectProperty<@Nullable ToggleGroup> toggleGroupProperty() {
        return group;
    }

    @Override
    public final @Nullable ToggleGroup getToggleGroup() {
        return group.get();
    }

    @Override
    public final void setToggleGroup(@Nullable ToggleGroup now) {
        group.set(now);
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.SELECTED
                ? (Object) isSelected()
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) choose();
        else super.executeAccessibleAction(action, parameters);
    }
}
