package io.spotdock.gui.control;

import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Two columns with 24 between, which stack where the window is narrow. */
public final class Columns extends GridPane {
    private static final double GAP = 24;
    private static final double STACKED_GAP = 16;

    private final Region left;
    private final Region right;
    private final ColumnConstraints[] sideBySide;

    private Columns(Region left, ColumnConstraints first, Region right, ColumnConstraints second) {
        this.left = left;
        this.right = right;
        sideBySide = new ColumnConstraints[] {first, second};
        setHgap(GAP);
        setVgap(STACKED_GAP);
        getChildren().addAll(left, right);
        setStacked(false);
    }

    /** The left one has a fixed width, the right one the rest. */
    public static Columns fixedLeft(double width, Region left, Region right) {
        return new Columns(left, fixed(width), right, share());
    }

    /** The right one has a fixed width, the left one the rest. */
    public static Columns fixedRight(Region left, Region right, double width) {
        return new Columns(left, share(), right, fixed(width));
    }

    /** Both are as wide. */
    public static Columns equal(Region left, Region right) {
        ColumnConstraints half = share();
        half.setPercentWidth(50);
        return new Columns(left, half, right, half);
    }

    public void setStacked(boolean stacked) {
        if (stacked) getColumnConstraints().setAll(share());
        else getColumnConstraints().setAll(sideBySide);
        setConstraints(left, 0, 0, 1, 1, HPos.LEFT, VPos.TOP);
        setConstraints(right, stacked ? 0 : 1, stacked ? 1 : 0, 1, 1, HPos.LEFT, VPos.TOP);
    }

    private static ColumnConstraints fixed(double width) {
        return new ColumnConstraints(width, width, width);
    }

    private static ColumnConstraints share() {
        ColumnConstraints rest = new ColumnConstraints();
        rest.setMinWidth(0);
        rest.setHgrow(Priority.ALWAYS);
        rest.setFillWidth(true);
        return rest;
    }
}
