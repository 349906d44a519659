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
        return of(words, words.of(failure).sentence(), failure, way);
    }

    /** The same with another bold sentence; the failure's own is then the first below it. */
    public static Banner of(ChangeTexts words, String bold, Failure failure, Optional<WayOut> way) {
        FailureText told = words.of(failure);
        String sentence = bold.equals(told.sentence()) ? "" : told.sentence();
        String below = Stream.of(sentence, told.cause().orElse(""), told.remedy())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        Banner banner = new Banner(Banner.Kind.DANGER, bold, below);
        way.ifPresent(out -> {
            Button button = Buttons.compact(words.texts().of(out.label()));
            button.setOnAction(_ -> out.run().run());
            banner.setButtons(button);
        });
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
}
