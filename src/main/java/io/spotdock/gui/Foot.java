package io.spotdock.gui;

import io.spotdock.domain.Fault;
import io.spotdock.gui.control.Action;
import io.spotdock.gui.control.Buttons;
import io.spotdock.gui.control.FooterBar;
import io.spotdock.gui.step.Footer;
import io.spotdock.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;

/** The footer of the current step, in words. Buttons that stay what they were stay the same nodes, and keep the focus. */
final class Foot {
    private final Texts texts;
    private final FooterBar bar = new FooterBar();
    private final Button back;
    private List<Slot> slots = List.of();
    private Footer shown = new Footer(Footer.Note.NOTHING_CHANGED, false, List.of());
    private boolean narrow;

    Foot(Texts texts, Runnable goBack) {
        this.texts = texts;
        back = Buttons.outlined(texts.get("wizard.back"));
        back.setId("back");
        back.setOnAction(_ -> goBack.run());
    }

    /** A command and the button that stands for it. */
    private record Slot(Footer.Command command, Button button) {
        boolean looksLike(Footer.Command other) {
            return command.label().equals(other.label())
                    && command.look() == other.look()
                    && command.icon().equals(other.icon());
        }
    }

    FooterBar node() {
        return bar;
    }

    /** @param hasBack whether there is a step before this one */
    void show(Footer footer, boolean hasBack) {
        shown = footer;
        note();
        List<Slot> next = new ArrayList<>();
        for (Footer.Command command : footer.commands()) next.add(slot(command));
        slots = next;
        List<Button> buttons = new ArrayList<>();
        if (footer.back() && hasBack) buttons.add(back);
        slots.forEach(slot -> buttons.add(slot.button()));
        if (!buttons.equals(bar.buttons())) bar.setButtons(buttons.toArray(Button[]::new));
    }

    private Slot slot(Footer.Command command) {
        Button button = slots.stream()
                .filter(slot -> slot.looksLike(command))
                .findFirst()
                .map(Slot::button)
                .orElseGet(() -> button(command));
        button.setDisable(!command.enabled());
        button.setOnAction(_ -> command.run().run());
        return new Slot(command, button);
    }

    private Button button(Footer.Command command) {
        String words = texts.of(command.label());
        Button button = switch (command.look()) {
            case SOLID -> Buttons.primary(words);
            case OUTLINED -> Buttons.outlined(words);
        };
        if (command.look() == Footer.Look.SOLID) button.setId("primary");
        return command.icon()
                .map(icon -> icon.equals("fth-arrow-right")
                        ? Buttons.leadingOn(button)
                        : Buttons.with(Feather.findByDescription(icon), button))
                .orElse(button);
    }

    void setNarrow(boolean small) {
        if (narrow == small) return;
        narrow = small;
        bar.setNarrow(small);
        note();
    }

    private void note() {
        Footer.Note note = shown.note();
        Fault text = narrow ? note.narrow().orElse(note.text()) : note.text();
        String words = texts.of(text);
        Optional<Runnable> mend = note.mend();
        if (mend.isPresent()) bar.setReason(glyph(note.sign()), new Action(words, mend.get()));
        else bar.setNote(glyph(note.sign()), words);
        bar.announce(words);
    }

    private static Feather glyph(Footer.Sign sign) {
        return switch (sign) {
            case SHIELD -> Feather.SHIELD;
            case INFO -> Feather.INFO;
            case DOCUMENT -> Feather.FILE_TEXT;
            case TRASH -> Feather.TRASH_2;
            case SAVE -> Feather.SAVE;
        };
    }

    /** What Enter stands for. */
    Optional<Footer.Command> primary() {
        return shown.commands().stream()
                .filter(command -> command.look() == Footer.Look.SOLID)
                .findFirst();
    }
}
