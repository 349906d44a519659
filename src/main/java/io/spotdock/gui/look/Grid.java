package io.spotdock.gui.look;

/** The measures of the wizard in pixels: steps of 8, half-steps of 4 inside components. */
public final class Grid {
    /** Between parts of one component. */
    public static final double HALF = 4;

    /** Between a heading and its card, or two buttons. */
    public static final double STEP = 8;

    /** Between two fields. */
    public static final double FIELDS = 16;

    /** Between two columns, two cards, or two sections that belong together. */
    public static final double COLUMNS = 24;

    /** Between the header and the content, and between two sections. */
    public static final double SECTIONS = 32;

    /** Around the content. */
    public static final double CONTENT = 40;

    /** The narrow one of two columns. */
    public static final double SIDE_COLUMN = 304;

    /** Content is never wider. */
    public static final double CONTENT_MAX = 1040;

    /** Below this width of the window, columns stack and the rail is narrow. */
    public static final double NARROW = 1040;

    /** A window is never smaller, and this big at first. */
    public static final double WINDOW_MIN_WIDTH = 900;

    public static final double WINDOW_MIN_HEIGHT = 640;
    public static final double WINDOW_WIDTH = 1180;
    public static final double WINDOW_HEIGHT = 780;

    private Grid() {}
}
