package io.spotdock.gui.step;

import io.spotdock.domain.Fault;
import io.spotdock.gui.control.Banner;
import io.spotdock.gui.control.CopyButton;
import io.spotdock.gui.control.Message;
import io.spotdock.text.Texts;
import java.util.Optional;
import javafx.scene.control.Button;

/** Turns what a model has to say into what a view shows. */
public final class Telling {
    private final Texts texts;

    public Telling(Texts texts) {
        this.texts = texts;
    }

    /** What is wrong with an entry; nothing where nothing is. */
    public Message error(Optional<Fault> fault) {
        return fault.map(why -> new Message(Message.Kind.ERROR, texts.of(why)).spoken(texts.get("wizard.spoken.error")))
                .orElse(Message.NONE);
    }

    /** @param buttons compact ones, for what can be done about it */
    public Banner banner(Notice notice, Button... buttons) {
        Banner banner = new Banner(
                switch (notice.kind()) {
                    case INFO -> Banner.Kind.INFO;
                    case WARNING -> Banner.Kind.WARNING;
                    case DANGER -> Banner.Kind.DANGER;
                },
                texts.of(notice.title()),
                texts.of(notice.text()));
        banner.setButtons(buttons);
        if (!notice.said().isBlank())
            banner.setDetails(
                    texts.get("wizard.details"),
                    notice.said(),
                    CopyButton.withText(texts.get("wizard.copy-details"), texts.get("wizard.copied"), notice::said));
        return banner;
    }
}
