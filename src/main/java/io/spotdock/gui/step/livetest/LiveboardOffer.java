package io.spotdock.gui.step.livetest;

import io.spotdock.check.LiveboardChecks;
import io.spotdock.domain.Failure;
import io.spotdock.gui.control.Banner;
import io.spotdock.gui.control.Buttons;
import io.spotdock.gui.control.Countdown;
import io.spotdock.gui.control.Icons;
import io.spotdock.gui.control.Labels;
import io.spotdock.gui.control.Section;
import io.spotdock.gui.control.Spinner;
import io.spotdock.gui.control.TextEntry;
import io.spotdock.gui.look.Grid;
import io.spotdock.gui.step.Notice;
import io.spotdock.gui.step.Telling;
import io.spotdock.service.LiveboardProposal;
import io.spotdock.text.Remaining;
import io.spotdock.text.Texts;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** After a test that went well: the offer to see a real report arrive, and what that takes. */
final class LiveboardOffer {
    private final LiveTestModel model;
    private final LiveboardModel offer;
    private final Texts texts;
    private final CheckWords words;
    private final Section section;
    private final Button open;
    private final TextEntry entry;
    private final Label next = Labels.body("");
    private final Label reason = Labels.hint("");
    private final Countdown countdown = new Countdown();
    private final VBox waiting = new VBox(Grid.STEP, reason, countdown);

    LiveboardOffer(LiveTestModel model, Texts texts, CheckWords words) {
        this.model = model;
        this.offer = model.liveboard();
        this.texts = texts;
        this.words = words;
        section = new Section(texts.get("wizard.livetest.liveboard.title"));
        section.setId("liveboard-offer");
        open = Buttons.compact(texts.get("wizard.livetest.liveboard.open"));
        open.setId("test-liveboard");
        open.setOnAction(_ -> model.settings().ifPresent(offer::open));
        entry = new TextEntry(
                texts.get("wizard.livetest.liveboard.field"), texts.get("wizard.livetest.liveboard.hint"));
        entry.control().setId("liveboard");
        entry.textProperty().bindBidirectional(offer.entry().text());
        entry.control().focusedProperty().subscribe((was, is) -> {
            if (was && !is) offer.entry().left();
        });
        offer.entry().fault().subscribe(fault -> entry.setMessage(new Telling(texts).error(fault)));
        offer.next().subscribe(this::count);
        offer.state().subscribe(this::show);
        model.phase().subscribe(this::appear);
        model.progress().subscribe(_ -> tick());
        model.now().subscribe(_ -> tick());
    }

    Node node() {
        return section;
    }

    private void appear(Phase phase) {
        boolean underWay = phase instanceof Phase.Running && model.deliversLiveboard();
        section.setVisible(underWay || phase.isReadyForLiveboard());
        section.setManaged(section.isVisible());
        if (!section.isVisible()) offer.close();
        if (underWay) {
            section.setEnd();
            section.setContent(waiting);
        } else show(offer.state().get());
    }

    /** The row that waits stands far below; here its countdown is in sight. */
    private void tick() {
        Optional<Line.Pause> pause = model.progress().get().pauseOf(LiveboardChecks.RAN);
        reason.setText(pause.map(Line.Pause::why)
                .map(texts::of)
                .orElseGet(() -> texts.get("wizard.livetest.liveboard.takes")));
        countdown.setVisible(pause.isPresent());
        Instant now = model.now().get();
        pause.ifPresent(wait -> countdown.show(wait.share(now), words.left(wait.remaining(now))));
    }

    private void show(LiveboardModel.State state) {
        section.setEnd();
        switch (state) {
            case LiveboardModel.State.Closed _ -> {
                section.setEnd(open);
                section.setContent(Labels.hint(texts.get("wizard.livetest.liveboard.takes")));
            }
            case LiveboardModel.State.Looking _ -> section.setContent(looking());
            case LiveboardModel.State.Open(LiveboardProposal proposal) -> ask(proposal);
            case LiveboardModel.State.NotConnected _ -> {
                section.setEnd(open);
                tell(new Banner(Banner.Kind.INFO, "", texts.get("wizard.livetest.liveboard.not-connected")));
            }
            case LiveboardModel.State.Failed(Failure failure) -> {
                section.setEnd(open);
                tell(new Telling(texts).banner(Notice.of(failure)));
            }
        }
    }

    private Node looking() {
        HBox line = new HBox(
                Grid.STEP, new Spinner(Icons.NORMAL), Labels.hint(texts.get("wizard.livetest.liveboard.looking")));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void ask(LiveboardProposal proposal) {
        Button close = Buttons.outlined(texts.get("wizard.livetest.liveboard.close"));
        close.setOnAction(_ -> {
            offer.close();
            open.requestFocus();
        });
        Button start = Buttons.outlined(texts.get("wizard.livetest.liveboard.start"));
        start.setId("start-liveboard");
        start.setOnAction(_ -> {
            model.runLiveboard();
            if (offer.entry().fault().get().isPresent()) entry.focusControl();
        });
        HBox buttons = new HBox(close, start);
        buttons.getStyleClass().add("button-row");
        VBox says = new VBox(
                Grid.STEP / 2.0,
                next,
                Labels.body(texts.get(mail(proposal.mail()), proposal.recipient())),
                Labels.body(texts.get("wizard.livetest.liveboard.stays", proposal.bucket() + "/" + proposal.prefix())));
        section.setContent(new VBox(Grid.FIELDS, entry, says, buttons));
        Platform.runLater(entry::focusControl);
    }

    private static String mail(LiveboardProposal.Mail mail) {
        return switch (mail) {
            case YES -> "wizard.livetest.liveboard.mail";
            case NO -> "wizard.livetest.liveboard.no-mail";
            case PERHAPS -> "wizard.livetest.liveboard.perhaps-mail";
        };
    }

    private void count(LiveboardModel.Next run) {
        String time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(texts.locale())
                .format(run.at().at());
        next.setText(texts.get("wizard.livetest.liveboard.next", time, Remaining.of(run.left())));
    }

    private void tell(Banner banner) {
        section.setContent(banner);
        Platform.runLater(banner::requestFocus);
    }
}
