package io.spotdock.gui.control;

import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/** Buttons and links as the wizard knows them. An underscore in a button's text marks its mnemonic. */
public final class Buttons {
    private Buttons() {}

    /** The one solid button of a screen, 36 high. */
    public static Button primary(String text) {
        return button(text, "primary", "accent");
    }

    /** 36 high, outlined. */
    public static Button outlined(String text) {
        return button(text, "outlined");
    }

    /** 32 high, outlined: in headers and banners. */
    public static Button compact(String text) {
        return button(text, "outlined", "compact");
    }

    /** 32 by 32, an icon and a tooltip that is its name too. */
    public static Button icon(Feather glyph, String name) {
        Button button = button("", "icon-button");
        button.setGraphic(Icons.of(glyph));
        button.setTooltip(new Tooltip(name));
        A11y.name(button, name);
        return button;
    }

    /** Words in the accent colour, 36 high, with an icon or without: an action beside buttons. */
    public static Button text(String text) {
        return button(text, "text-button");
    }

    /** Puts an icon before the button's text. */
    public static Button with(Feather glyph, Button button) {
        button.setGraphic(Icons.of(glyph));
        return button;
    }

    /** Puts an arrow behind the button's text: it leads on. */
    public static Button leadingOn(Button button) {
        button.setGraphic(Icons.of(Feather.ARROW_RIGHT));
        button.getStyleClass().add("leading-on");
        return button;
    }

    /** A link that flows in text. Underscores are part of it. */
    public static Hyperlink link(Action action) {
        Hyperlink link = new Hyperlink(action.text());
        link.setMnemonicParsing(false);
        link.setVisited(false);
        link.visitedProperty().subscribe(visited -> {
            // It leads nowhere that one could have been before.
            if (visited) link.setVisited(false);
        });
        link.setOnAction(_ -> action.run().run());
        return link;
    }

    /** The same at 12/16: under a field, at the end of a row, in a hint. */
    public static Hyperlink smallLink(Action action) {
        Hyperlink link = link(action);
        link.getStyleClass().add("small-link");
        return link;
    }

    private static Button button(String text, String... styles) {
        Button button = new Button(text);
        button.setMnemonicParsing(true);
        button.getStyleClass().addAll(styles);
        button.setMinWidth(Button.USE_PREF_SIZE);
        return button;
    }
}
