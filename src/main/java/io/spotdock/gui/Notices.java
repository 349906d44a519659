package io.spotdock.gui;

import io.spotdock.domain.Failure;
import io.spotdock.gui.control.Banner;
import io.spotdock.gui.control.CopyButton;
import io.spotdock.text.FailureText;
import io.spotdock.text.Texts;

/** What the window as a whole has to say, over the current step. */
final class Notices {
    private final Texts texts;

    Notices(Texts texts) {
        this.texts = texts;
    }

    Banner resumed() {
        return new Banner(Banner.Kind.INFO, texts.get("wizard.resumed.title"), texts.get("wizard.resumed.sentence"));
    }

    /** @param problems how many entries of the file are wrong */
    Banner settingsWithProblems(String file, int problems) {
        return new Banner(
                Banner.Kind.WARNING,
                texts.get("wizard.settings-problems.title", file, problems),
                texts.get("wizard.settings-problems.sentence"));
    }

    Banner failed(Failure failure) {
        FailureText text = texts.of(failure);
        String details = String.join("\n", text.sentence(), text.cause().orElse(""), failure.said())
                .strip();
        Banner banner = new Banner(
                Banner.Kind.DANGER,
                text.sentence(),
                text.cause().map(cause -> cause + " ").orElse("") + text.remedy());
        banner.setDetails(
                texts.get("wizard.details"),
                details,
                CopyButton.withText(texts.get("wizard.copy-details"), texts.get("wizard.copied"), () -> details));
        return banner;
    }
}
