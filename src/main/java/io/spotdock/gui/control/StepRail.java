package io.spotdock.gui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * The rail at the left: the brand, the steps as far as they have come, and at the foot the window's tools. A step that
 * was reached can be chosen; Up and Down walk along those. Narrow, it has no second lines.
 */
public final class StepRail<K> extends VBox {
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    private final BooleanProperty narrow = new SimpleBooleanProperty(this, "narrow", false);
    private final VBox rows = new VBox();
    private final VBox note = new VBox();
    private final VBox tools = new VBox();
    private final Consumer<K> chosen;

    /** {@code name} is the program's, {@code chosen} hears of the step that was clicked. */
    public StepRail(String name, Consumer<K> chosen) {
        this.chosen = chosen;
        getStyleClass().add("step-rail");
        StackPane logo = new StackPane(Icons.of(Feather.DOWNLOAD));
        logo.getStyleClass().add("brand-mark");
        A11y.decorative(logo);
        HBox brand = new HBox(logo, Labels.sectionTitle(name));
        brand.getStyleClass().add("brand");
        rows.getStyleClass().add("steps");
        tools.getStyleClass().add("tools");
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        getChildren().addAll(brand, rows, gap, note, tools);
    }

    /** 200 wide without second lines, rather than 240 with them. */
    public void setNarrow(boolean now) {
        narrow.set(now);
        pseudoClassStateChanged(NARROW, now);
    }

    /** Shows these steps instead; the keyboard stays on the row it was on. */
    public void setSteps(List<StepLine<K>> steps) {
        int focused = focusedRow();
        List<Node> now = new ArrayList<>();
        for (StepLine<K> step : steps) now.add(row(step));
        rows.getChildren().setAll(now);
        if (focused >= 0 && focused < now.size()) now.get(focused).requestFocus();
    }

    /** Buttons at the foot, made by {@link #tool}. */
    public void setTools(Button... buttons) {
        tools.getChildren().setAll(buttons);
    }

    /** Something to know, above the tools, in place of what was said there before. */
    public void setNote(RailNote now) {
        note.getChildren().setAll(now);
    }

    public void clearNote() {
        note.getChildren().clear();
    }

    /** A quiet button with an icon: save settings, help. */
    public static Button tool(Feather glyph, String text) {
        Button button = new Button(text, Icons.of(glyph));
        button.getStyleClass().add("rail-tool");
        button.setMaxWidth(Double.MAX_VALUE);
        return button;
    }

    private ToggleButton row(StepLine<K> step) {
        Label name = Labels.body(step.name());
        name.setWrapText(false);
        name.getStyleClass().add("step-name");
        Label second = Labels.hint(step.second());
        second.setWrapText(false);
        second.getStyleClass().add("step-second");
        second.managedProperty().bind(narrow.not().and(second.textProperty().isNotEmpty()));
        second.visibleProperty().bind(second.managedProperty());
        VBox words = new VBox(name, second);
        words.getStyleClass().add("step-words");
        words.setMinWidth(0);
        HBox content = new HBox(mark(step), words);
        content.getStyleClass().add("step-content");
        ToggleButton row = new ToggleButton();
        row.setGraphic(content);
        row.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        row.getStyleClass().setAll("step-row", "step-" + step.mark().name().toLowerCase(Locale.ROOT));
        row.setMaxWidth(Double.MAX_VALUE);
        row.setMinWidth(0);
        row.setSelected(step.mark() == StepMark.CURRENT);
        row.setAccessibleText(step.spoken());
        row.setAccessibleRole(AccessibleRole.BUTTON);
        boolean reached = step.mark() != StepMark.TODO;
        row.setMouseTransparent(!reached);
        row.setFocusTraversable(reached);
        row.setOnAction(_ -> {
            row.setSelected(step.mark() == StepMark.CURRENT);
            chosen.accept(step.key());
        });
        row.addEventHandler(KeyEvent.KEY_PRESSED, event -> walk(row, event));
        return row;
    }

    private static <K> Node mark(StepLine<K> step) {
        StackPane mark = new StackPane();
        mark.getStyleClass().add("step-mark");
        A11y.decorative(mark);
        mark.getChildren()
                .add(
                        switch (step.mark()) {
                            case TODO, CURRENT -> new Label(Integer.toString(step.number()));
                            case DONE -> Icons.of(Feather.CHECK_CIRCLE, Icons.RAIL, Tone.SUCCESS);
                            case LOOK -> Icons.of(Feather.ALERT_TRIANGLE, Icons.RAIL, Tone.WARNING);
                            case FAULT -> Icons.of(Feather.ALERT_CIRCLE, Icons.RAIL, Tone.DANGER);
                        });
        return mark;
    }

    private int focusedRow() {
        for (int i = 0; i < rows.getChildren().size(); i++)
            if (rows.getChildren().get(i).isFocused()) return i;
        return -1;
    }

    private void walk(ToggleButton row, KeyEvent event) {
        int step = switch (event.getCode()) {
            case UP, LEFT -> -1;
            case DOWN, RIGHT -> 1;
            default -> 0;
        };
        if (step == 0) return;
        event.consume();
        List<Node> all = rows.getChildren();
        for (int i = all.indexOf(row) + step; i >= 0 && i < all.size(); i += step) {
            if (!all.get(i).isFocusTraversable()) continue;
            all.get(i).requestFocus();
            return;
        }
    }
}
