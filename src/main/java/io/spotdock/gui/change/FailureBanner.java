package io.spotdock.gui.change;

import io.spotdock.domain.Failure;
import io.spotdock.gui.control.Banner;
import io.spotdock.gui.control.Buttons;
import io.spotdock.gui.control.CopyButton;
import io.spotdock.text.FailureText;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Button;

/** A failure as a banner: what happened, why, what to do, the other side's own text on demand, and the way out. */
public final class FailureBanner {
    private FailureBanner() {}

    public static Banner of(ChangeTexts words, Failure failure, Optional<WayOut> way) {
        FailureText told = words.of(failure);
        String below = Stream.of(told.cause().orElse(""), told.remedy())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        Banner banner = new Banner(Banner.Kind.DANGER, told.sentence(), below);
        way.ifPresent(out -> banner.setButtons(button(words, out)));
        if (!failure.said().isBlank())
            banner.setDetails(
                    words.texts().get("wizard.details"),
                    failure.said(),
                    CopyButton.withText(
                            words.texts().get("wizard.copy-details"),
                            words.texts().get("wizard.copied"),
                            failure::said));
        return banner;
    }

    /** Of the size that banners have. */
    public static Button button(ChangeTexts words, WayOut way) {
        Button button = Buttons.compact(words.texts().of(way.label()));
        button.setOnAction(_ -> way.run().run());
        return button;
    }
}
