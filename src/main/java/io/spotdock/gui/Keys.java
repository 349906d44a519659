package io.spotdock.gui;

import io.spotdock.gui.control.PaneHeader;
import io.spotdock.gui.step.Footer;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * The keys of the whole window. They are looked at after the focused control had its turn, so that an open list keeps its
 * Enter and its Esc.
 */
final class Keys {
    private static final KeyCombination SAVE = new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination EARLIER = new KeyCodeCombination(KeyCode.PAGE_UP, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination LATER = new KeyCodeCombination(KeyCode.PAGE_DOWN, KeyCombination.SHORTCUT_DOWN);

    private final Desk desk;
    private final Supplier<Optional<Footer.Command>> primary;
    private final Supplier<PaneHeader> header;

    Keys(Desk desk, Supplier<Optional<Footer.Command>> primary, Supplier<PaneHeader> header) {
        this.desk = desk;
        this.primary = primary;
        this.header = header;
    }

    void pressed(KeyEvent event) {
        if (SAVE.match(event)) desk.saveSettings();
        else if (EARLIER.match(event)) desk.goToDone(false);
        else if (LATER.match(event)) desk.goToDone(true);
        else if (event.getCode() == KeyCode.F1) header.get().toggleHelp();
        else if (event.getCode() == KeyCode.ESCAPE)
            header.get().helpOpenProperty().set(false);
        else if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) enter(event.getTarget());
        else return;
        event.consume();
    }

    private void enter(Object target) {
        if (target instanceof ButtonBase button && !(target instanceof ToggleButton)) {
            button.fire();
            return;
        }
        Optional<Footer.Command> command = primary.get();
        if (command.isEmpty() || command.get().writes()) return;
        if (command.get().enabled()) command.get().run().run();
        else desk.showFault();
    }
}
