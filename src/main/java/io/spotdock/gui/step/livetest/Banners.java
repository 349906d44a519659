package io.spotdock.gui.step.livetest;

import io.spotdock.domain.Failure;
import io.spotdock.domain.ObjectKey;
import io.spotdock.gui.control.Banner;
import io.spotdock.gui.control.Buttons;
import io.spotdock.gui.control.CopyButton;
import io.spotdock.gui.step.Notice;
import io.spotdock.text.Texts;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;

/** What a test comes to, in a banner. */
final class Banners {
    private final LiveTestModel model;
    private final Texts texts;

    Banners(LiveTestModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    /** Failures of checks stand in their rows. */
    Optional<Banner> of(Phase phase) {
        return switch (phase) {
            case Phase.Before before ->
                before.outOfDate()
                        ? Optional.of(new Banner(Banner.Kind.INFO, "", texts.get("wizard.livetest.old")))
                        : Optional.empty();
            case Phase.Running _ -> Optional.empty();
            case Phase.Cancelled _ -> {
                Tally tally = model.progress().get().tally();
                yield Optional.of(new Banner(
                        Banner.Kind.INFO,
                        texts.get("wizard.livetest.cancelled.title"),
                        texts.get("wizard.livetest.cancelled.sentence", tally.good(), tally.all())));
            }
            case Phase.Broken(Failure failure) -> Optional.of(broken(failure));
            case Phase.Ended ended -> of(ended.finding());
        };
    }

    private Optional<Banner> of(Phase.Finding finding) {
        return switch (finding) {
            case PASSED ->
                Optional.of(new Banner(
                        Banner.Kind.SUCCESS,
                        texts.get("wizard.livetest.passed.title"),
                        texts.get(
                                model.deliversLiveboard()
                                        ? "wizard.livetest.passed.liveboard"
                                        : "wizard.livetest.passed.sentence")));
            case WARNED ->
                Optional.of(new Banner(
                        Banner.Kind.WARNING,
                        texts.get(
                                "wizard.livetest.warned.title",
                                model.progress().get().tally().warned()),
                        texts.get("wizard.livetest.warned.sentence")));
            case PARTLY ->
                Optional.of(new Banner(
                        Banner.Kind.WARNING,
                        texts.get("wizard.livetest.partly.title"),
                        texts.get("wizard.livetest.partly.sentence")));
            case FAILED -> Optional.empty();
        };
    }

    private Banner broken(Failure failure) {
        Notice told = Notice.of(failure);
        Banner banner = new Banner(Banner.Kind.DANGER, texts.of(told.title()), texts.of(told.text()));
        model.mendingOf(failure).ifPresent(mending -> {
            Button signIn = Buttons.compact(texts.get("wizard.livetest.broken.sign-in"));
            signIn.setOnAction(_ -> model.goTo(mending));
            banner.setButtons(signIn);
        });
        if (!failure.said().isBlank())
            banner.setDetails(
                    texts.get("wizard.details"),
                    failure.said(),
                    CopyButton.withText(texts.get("wizard.copy-details"), texts.get("wizard.copied"), failure::said));
        return banner;
    }

    /** Test files that are still in the bucket. */
    Optional<Banner> leftBehind(List<ObjectKey> files) {
        if (files.isEmpty()) return Optional.empty();
        boolean one = files.size() == 1;
        String title = one
                ? texts.get("wizard.livetest.left.title", files.getFirst())
                : texts.get("wizard.livetest.left.title.more", files.size());
        String sentence = texts.get(one ? "wizard.livetest.left.sentence" : "wizard.livetest.left.sentence.more");
        boolean refused = model.removalRefused().get();
        Banner banner =
                new Banner(Banner.Kind.WARNING, title, refused ? texts.get("wizard.livetest.left.refused") : sentence);
        Button remove =
                Buttons.compact(texts.get(one ? "wizard.livetest.left.remove" : "wizard.livetest.left.remove.more"));
        remove.disableProperty().bind(model.removing());
        remove.setOnAction(_ -> model.removeLeftBehind());
        banner.setButtons(remove);
        return Optional.of(banner);
    }
}
