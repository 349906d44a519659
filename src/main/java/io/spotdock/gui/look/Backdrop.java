package io.spotdock.gui.look;

import javafx.application.ColorScheme;
import javafx.geometry.Insets;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/**
 * What a window shows while its stylesheets are still read and its controls are made: the rail's ground and the content's,
 * in the colours that the stylesheets will give them.
 */
public final class Backdrop {
    /** The rail's width in a window of the first size (spotdock.css). */
    static final double RAIL = 240;

    private Backdrop() {}

    /** A node that fills the window, in need of no stylesheet. */
    public static Region of(ColorScheme scheme) {
        Region ground = new Region();
        ground.setBackground(
                new Background(fill(rail(scheme), Insets.EMPTY), fill(content(scheme), new Insets(0, 0, 0, RAIL))));
        return ground;
    }

    private static BackgroundFill fill(Color color, Insets insets) {
        return new BackgroundFill(color, CornerRadii.EMPTY, insets);
    }

    /** Primer's {@code -color-bg-subtle}. */
    static Color rail(ColorScheme scheme) {
        return switch (scheme) {
            case LIGHT -> Color.rgb(0xf6, 0xf8, 0xfa);
            case DARK -> Color.rgb(0x16, 0x1b, 0x22);
        };
    }

    /** Primer's {@code -color-bg-default}. */
    static Color content(ColorScheme scheme) {
        return switch (scheme) {
            case LIGHT -> Color.rgb(0xff, 0xff, 0xff);
            case DARK -> Color.rgb(0x0d, 0x11, 0x17);
        };
    }
}
