package io.spotdock.gui.control;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** The line under a field: always there, 16 or 32 high, so that nothing jumps when it has something to say. */
final class MessageLine extends HBox {
    private static final double LINE = 16;

    private final Label text = Labels.hint("");
    private String hint;
    private Message message = Message.NONE;

    MessageLine(String hint) {
        this.hint = hint;
        getStyleClass().add("message-line");
        setTall(false);
        text.setMinWidth(0);
        text.setAlignment(Pos.TOP_LEFT);
        HBox.setHgrow(text, Priority.SOMETIMES);
        show();
    }

    /** Reserves two lines instead of one. */
    void setTall(boolean tall) {
        double height = tall ? 2 * LINE : LINE;
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
        text.setMaxHeight(height);
        text.setWrapText(tall);
    }

    void setHint(String hint) {
        this.hint = hint;
        show();
    }

    void setMessage(Message message) {
        this.message = message;
        show();
    }

    /** What a screen reader says after the field's value: the message, then the hint. */
    String spoken() {
        return A11y.sentence(message.spokenText(), hint);
    }

    private void show() {
        boolean hinting = message.kind() == Message.Kind.NONE;
        Tone tone = tone();
        text.setText(hinting ? hint : message.text());
        text.getStyleClass().setAll("label", "hint", tone.styleClass());
        getChildren().clear();
        switch (message.kind()) {
            case NONE -> {}
            case CHECKING -> getChildren().add(new Spinner(Icons.SMALL));
            case GOOD -> getChildren().add(icon(Feather.CHECK, tone));
            case KNOW -> getChildren().add(icon(Feather.INFO, tone));
            case LOOK -> getChildren().add(icon(Feather.ALERT_TRIANGLE, tone));
            case ERROR -> getChildren().add(icon(Feather.ALERT_CIRCLE, tone));
        }
        getChildren().add(text);
        message.fix().ifPresent(fix -> {
            var link = Buttons.smallLink(fix);
            link.setMinWidth(USE_PREF_SIZE);
            getChildren().add(link);
        });
    }

    private static Node icon(Feather glyph, Tone tone) {
        return Icons.of(glyph, Icons.SMALL, tone);
    }

    private Tone tone() {
        return switch (message.kind()) {
            case NONE, CHECKING, KNOW -> Tone.MUTED;
            case GOOD -> Tone.SUCCESS;
            case LOOK -> Tone.WARNING;
            case ERROR -> Tone.DANGER;
        };
    }
}
