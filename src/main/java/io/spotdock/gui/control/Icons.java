package io.spotdock.gui.control;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Feather icons in the sizes and colours of the wizard. They are decoration to a screen reader: words say the same. */
public final class Icons {
    /** In a message line. */
    public static final int SMALL = 12;

    /** In rows, buttons and banners. */
    public static final int NORMAL = 16;

    /** In the rail. */
    public static final int RAIL = 20;

    /** In an empty state. */
    public static final int LARGE = 24;

    private Icons() {}

    /** An icon of 16 px in the colour of its surroundings. */
    public static FontIcon of(Feather glyph) {
        return of(glyph, NORMAL, Tone.DEFAULT);
    }

    /** An icon of 16 px in a meaning's colour. */
    public static FontIcon of(Feather glyph, Tone tone) {
        return of(glyph, NORMAL, tone);
    }

    public static FontIcon of(Feather glyph, int size, Tone tone) {
        FontIcon icon = new FontIcon(glyph);
        icon.getStyleClass().addAll("icon", "icon-" + size);
        icon.setIconSize(size);
        if (tone != Tone.DEFAULT) icon.getStyleClass().add(tone.styleClass());
        A11y.decorative(icon);
        return icon;
    }
}
