package io.spotdock.gui.control;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Ctrl+C, or ⌘C, and the clipboard. */
final class Copying {
    static final KeyCombination SHORTCUT = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private Copying() {}

    static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** Copies this value when the shortcut is pressed on the node, or on something in it that has no use for it. */
    static void onShortcut(Node node, Supplier<String> value) {
        node.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (!SHORTCUT.match(event)) return;
            copy(value.get());
            event.consume();
        });
    }
}
