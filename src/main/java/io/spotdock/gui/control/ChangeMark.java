package io.spotdock.gui.control;

import java.util.Locale;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** The small tinted square that says what happens to a thing. */
public final class ChangeMark extends StackPane {
    /** What happens. */
    public enum Kind {
        CREATE(Feather.PLUS, Tone.SUCCESS),
        UPDATE(Feather.EDIT_2, Tone.WARNING),
        DELETE(Feather.MINUS, Tone.DANGER),
        KEEP(Feather.CHECK, Tone.MUTED),
        CONFLICT(Feather.ALERT_TRIANGLE, Tone.DANGER);

        private final Feather glyph;
        private final Tone tone;

        Kind(Feather glyph, Tone tone) {
            this.glyph = glyph;
            this.tone = tone;
        }
    }

    public ChangeMark(Kind kind) {
        getStyleClass().addAll("change-mark", "change-" + kind.name().toLowerCase(Locale.ROOT));
        getChildren().add(Icons.of(kind.glyph, Icons.SMALL, kind.tone));
        A11y.decorative(this);
    }
}
