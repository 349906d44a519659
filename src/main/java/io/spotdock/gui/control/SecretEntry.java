package io.spotdock.gui.control;

import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.TextFieldSkin;
import org.kordamp.ikonli.feather.Feather;

/**
 * A field for a secret: dots, and an eye that shows what was pasted. It stays a password field when it shows it, so that
 * it can't be copied and no screen reader reads it out.
 */
public final class SecretEntry extends TextEntry {
    public SecretEntry(String labelText, String hintText, String showWord, String hideWord) {
        this(labelText, hintText, showWord, hideWord, new PasswordField());
    }

    private SecretEntry(String labelText, String hintText, String showWord, String hideWord, TextField input) {
        super(labelText, hintText, input);
        input.setSkin(new Masked(input, true));
        Button eye = Buttons.icon(Feather.EYE, showWord);
        eye.getStyleClass().add("field-button");
        eye.setOnAction(_ -> {
            boolean masked = !((Masked) input.getSkin()).masked;
            input.setSkin(new Masked(input, masked));
            eye.setGraphic(Icons.of(masked ? Feather.EYE : Feather.EYE_OFF));
            String word = masked ? showWord : hideWord;
            eye.setTooltip(new Tooltip(word));
            A11y.name(eye, word);
        });
        setTrailing(eye);
    }

    /** Forgets what was entered. */
    public void clear() {
        setText("");
    }

    /** Text is drawn once when the skin is made, and from then on as it changes: another mask needs another skin. */
    private static final class Masked extends TextFieldSkin {
        private final boolean masked;

        Masked(TextField field, boolean masked) {
            this.masked = masked;
            super(field);
        }

        @Override
        protected String maskText(String text) {
            return masked ? "•".repeat(text.length()) : text;
        }
    }
}
