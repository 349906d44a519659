package io.spotdock.gui.control;

import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/**
 * Rows in one card, with lines between them. The stylesheet knows no first and last child, so the list marks them for
 * the round corners.
 */
public final class CardList extends VBox {
    private static final PseudoClass FIRST = PseudoClass.getPseudoClass("first");
    private static final PseudoClass LAST = PseudoClass.getPseudoClass("last");

    public CardList(Node... rows) {
        getStyleClass().add("card-list");
        getChildren().addListener((ListChangeListener<Node>) _ -> markEnds());
        getChildren().addAll(rows);
    }

    private void markEnds() {
        for (Node row : getChildren()) {
            if (!row.getStyleClass().contains("card-row")) row.getStyleClass().add("card-row");
            row.pseudoClassStateChanged(FIRST, row.equals(getChildren().getFirst()));
            row.pseudoClassStateChanged(LAST, row.equals(getChildren().getLast()));
        }
    }
}
