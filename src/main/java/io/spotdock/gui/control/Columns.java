package io.spotdock.gui.control;

import io.spotdock.gui.look.Grid;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * Two columns with 24 between them: one half each, or one of a fixed width and the other as wide as there is room.
 * Stacked, as in a narrow window, they stand one below the other. Texts in them wrap.
 */
public final class Columns extends Pane {
    private static final PseudoClass STACKED = PseudoClass.getPseudoClass("stacked");

    private final Node first;
    private final Node second;
    private final double firstWidth;
    private final double secondWidth;
    private double stackedGap = Grid.COLUMNS;
    private boolean stacked;

    private Columns(Node first, Node second, double firstWidth, double secondWidth) {
        this.first = first;
        this.second = second;
        this.firstWidth = firstWidth;
        this.secondWidth = secondWidth;
        getStyleClass().add("columns");
        setMinWidth(0);
        getChildren().setAll(first, second);
    }

    /** 1 : 1. */
    public static Columns halves(Node first, Node second) {
        return new Columns(first, second, 0, 0);
    }

    /** The first so wide, the second has the rest. */
    public static Columns sideAndRest(double width, Node first, Node second) {
        return new Columns(first, second, width, 0);
    }

    /** The second so wide, the first has the rest. */
    public static Columns restAndSide(Node first, Node second, double width) {
        return new Columns(first, second, 0, width);
    }

    public void setStacked(boolean now) {
        stacked = now;
        pseudoClassStateChanged(STACKED, now);
        requestLayout();
    }

    /** What is between them when they are stacked: 24, or 16 between fields. */
    public Columns withStackedGap(double gap) {
        stackedGap = gap;
        return this;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 2 * Grid.SIDE_COLUMN;
    }

    @Override
    protected double computeMinHeight(double width) {
        return width < 0 ? 0 : computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        Insets in = getInsets();
        double room = (width < 0 ? computePrefWidth(-1) : width) - in.getLeft() - in.getRight();
        double left = first.prefHeight(widthOfFirst(room));
        double right = second.prefHeight(widthOfSecond(room));
        return in.getTop() + in.getBottom() + (stacked ? left + stackedGap + right : Math.max(left, right));
    }

    @Override
    protected void layoutChildren() {
        Insets in = getInsets();
        double x = in.getLeft();
        double y = in.getTop();
        double room = getWidth() - x - in.getRight();
        double high = getHeight() - y - in.getBottom();
        double one = widthOfFirst(room);
        double two = widthOfSecond(room);
        double firstHeight = stacked ? first.prefHeight(one) : heightIn(high, first, one);
        first.resizeRelocate(x, y, one, firstHeight);
        if (stacked) second.resizeRelocate(x, y + firstHeight + stackedGap, two, second.prefHeight(two));
        else second.resizeRelocate(x + one + Grid.COLUMNS, y, two, heightIn(high, second, two));
    }

    /** Cards are as high as their neighbour; what says how high it is at most keeps to that. */
    private static double heightIn(double high, Node node, double width) {
        boolean free = !(node instanceof Region region) || region.getMaxHeight() == USE_PREF_SIZE;
        return free ? node.prefHeight(width) : high;
    }

    private double widthOfFirst(double room) {
        if (stacked) return room;
        if (firstWidth > 0) return firstWidth;
        double rest = room - Grid.COLUMNS;
        return snapSizeX(secondWidth > 0 ? rest - secondWidth : rest / 2);
    }

    private double widthOfSecond(double room) {
        return stacked ? room : Math.max(0, room - Grid.COLUMNS - widthOfFirst(room));
    }
}
