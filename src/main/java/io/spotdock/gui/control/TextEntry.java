package io.spotdock.gui.control;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.feather.Feather;

/**
 * A field of one line of text. Locked, it shows a value that was read somewhere: not editable, still selectable, and
 * Ctrl+C copies the whole of it when nothing is selected.
 */
public sealed class TextEntry extends Field permits SecretEntry {
    private static final PseudoClass LOCKED = PseudoClass.getPseudoClass("locked");

    private final TextField input;
    private final BooleanProperty locked = new SimpleBooleanProperty(this, "locked", false);

    public TextEntry(String labelText, String hintText) {
        this(labelText, hintText, new TextField());
    }

    TextEntry(String labelText, String hintText, TextField input) {
        super(labelText, hintText);
        this.input = input;
        show(input);
        input.addEventFilter(KeyEvent.KEY_PRESSED, this::copyWhole);
        locked.subscribe(now -> {
            input.setEditable(!now);
            pseudoClassStateChanged(LOCKED, now);
            if (now) setTrailing(lock());
            else setTrailing();
        });
    }

    @Override
    public final Control control() {
        return input;
    }

    public final StringProperty textProperty() {
        return input.textProperty();
    }

    public final String getText() {
        return input.getText();
    }

    public final void setText(String text) {
        input.setText(text);
    }

    /** An example, shown while nothing is entered. */
    public final void setPrompt(String text) {
        input.setPromptText(text);
    }

    /** Sets what is entered in JetBrains Mono. */
    public final void setMono(boolean mono) {
        input.getStyleClass().remove("mono-input");
        if (mono) input.getStyleClass().add("mono-input");
    }

    public final BooleanProperty lockedProperty() {
        return locked;
    }

    public final boolean isLocked() {
        return locked.get();
    }

    /** Locking puts a lock at the right-hand end, unlocking empties that place. */
    public final void setLocked(boolean now) {
        locked.set(now);
    }

    @Override
    protected void trailingChanged(int count) {
        input.pseudoClassStateChanged(PseudoClass.getPseudoClass("trailing"), count == 1);
        input.pseudoClassStateChanged(PseudoClass.getPseudoClass("trailing-two"), count > 1);
    }

    private static Node lock() {
        Node lock = Icons.of(Feather.LOCK, Tone.MUTED);
        lock.setMouseTransparent(true);
        lock.getStyleClass().add("field-mark");
        return lock;
    }

    private void copyWhole(KeyEvent event) {
        if (!isLocked()
                || !Copying.SHORTCUT.match(event)
                || !input.getSelectedText().isEmpty()) return;
        Copying.copy(input.getText());
        event.consume();
    }
}
