package io.spotdock.gui.control;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Two documents that belong together: below each other, or in a narrow window in one card with tabs. */
public final class CodePair extends VBox {
    private final List<CodeView> views;
    private boolean tabbed;

    public CodePair(CodeView first, CodeView second) {
        views = List.of(first, second);
        getStyleClass().add("code-pair");
        getChildren().setAll(views);
    }

    public void setTabbed(boolean now) {
        if (now == tabbed) return;
        tabbed = now;
        if (now) select(views.getFirst());
        else {
            views.forEach(view -> view.setHeading(null));
            getChildren().setAll(views);
        }
    }

    private void select(CodeView chosen) {
        HBox tabs = new HBox();
        tabs.getStyleClass().add("code-tabs");
        for (CodeView view : views) {
            ToggleButton tab = new ToggleButton(view.title());
            tab.getStyleClass().setAll("code-tab");
            tab.setAccessibleRole(AccessibleRole.TAB_ITEM);
            tab.setSelected(view.equals(chosen));
            tab.setOnAction(_ -> select(view));
            tabs.getChildren().add(tab);
        }
        chosen.setHeading(tabs);
        boolean clicked = getChildren().size() == 1;
        getChildren().setAll(chosen);
        if (clicked) tabs.getChildren().get(views.indexOf(chosen)).requestFocus();
    }
}
