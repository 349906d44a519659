package io.spotdock.gui;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;

/** Keeps what has the focus in view. */
final class Scrolling {
    /** So much of the neighbourhood is shown with it: a field's label and its message. */
    private static final double MARGIN = 40;

    private final ScrollPane pane;
    private final Parent content;

    Scrolling(ScrollPane pane, Parent content) {
        this.pane = pane;
        this.content = content;
        pane.sceneProperty().subscribe(scene -> {
            if (scene != null) scene.focusOwnerProperty().subscribe(this::focused);
        });
    }

    private void focused(@org.jspecify.annotations.Nullable Node node) {
        for (Node at = node; at != null; at = at.getParent()) if (at.equals(content) && node != null) show(node);
    }

    void toTop() {
        pane.setVvalue(0);
    }

    void show(Node node) {
        content.layout();
        double hidden =
                content.getLayoutBounds().getHeight() - pane.getViewportBounds().getHeight();
        if (hidden <= 0) return;
        Bounds bounds = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        double top = pane.getVvalue() * hidden;
        double bottom = top + pane.getViewportBounds().getHeight();
        if (bounds.getMinY() - MARGIN < top) pane.setVvalue(Math.max(0, bounds.getMinY() - MARGIN) / hidden);
        else if (bounds.getMaxY() + MARGIN > bottom)
            pane.setVvalue(Math.min(
                    1, (bounds.getMaxY() + MARGIN - pane.getViewportBounds().getHeight()) / hidden));
    }
}
