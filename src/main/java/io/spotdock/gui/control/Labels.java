package io.spotdock.gui.control;

import javafx.scene.control.Label;

/** Labels in the type scale of the wizard; all but titles wrap. */
public final class Labels {
    private Labels() {}

    /** 24/32 SemiBold: what this pane is for. */
    public static Label paneTitle(String text) {
        return styled(text, "pane-title");
    }

    /** 16/24 SemiBold: a section or a card. */
    public static Label sectionTitle(String text) {
        return styled(text, "section-title");
    }

    /** 14/20 SemiBold: a bold sentence, or a name. */
    public static Label strong(String text) {
        return styled(text, "strong");
    }

    /** 14/20. */
    public static Label body(String text) {
        return styled(text, "body");
    }

    /** 14/20 in the secondary colour: an explanation. */
    public static Label muted(String text) {
        return styled(text, "muted");
    }

    /** 12/16 in the secondary colour: evidence, a second line, a note. */
    public static Label hint(String text) {
        return styled(text, "hint");
    }

    /** 12/18 JetBrains Mono: what a machine reads. */
    public static Label mono(String text) {
        return styled(text, "mono");
    }

    private static Label styled(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMnemonicParsing(false);
        return label;
    }
}
