package io.spotdock.gui.control;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** A bordered box, radius 8. Padding is 24, or 16 where it stands in a narrow column. */
public final class Card extends VBox {
    public Card(Node... nodes) {
        getStyleClass().addAll("card", "card-padded");
        getChildren().addAll(nodes);
    }

    /** 16 padding. */
    public static Card small(Node... nodes) {
        Card card = new Card(nodes);
        card.getStyleClass().add("card-small");
        return card;
    }
}
