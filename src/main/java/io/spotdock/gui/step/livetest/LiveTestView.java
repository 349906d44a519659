package io.spotdock.gui.step.livetest;

import io.spotdock.gui.control.Banner;
import io.spotdock.gui.control.Buttons;
import io.spotdock.gui.control.CheckOption;
import io.spotdock.gui.control.Outcome;
import io.spotdock.gui.control.PaneHeader;
import io.spotdock.gui.control.ProgressLine;
import io.spotdock.gui.control.StatusRow;
import io.spotdock.gui.look.Grid;
import io.spotdock.gui.step.StepView;
import io.spotdock.text.Texts;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The checks, before, during and after they are run. */
public final class LiveTestView implements StepView {
    private final LiveTestModel model;
    private final Texts texts;
    private final Banners banners;
    private final PaneHeader header;
    private final Button save;
    private final Button again;
    private final VBox notices = new VBox(Grid.FIELDS);
    private final ProgressLine total = new ProgressLine();
    private final CheckOption selfTest;
    private final CheckList list;
    private final LiveboardOffer offer;
    private final VBox content;
    private Optional<Banner> banner = Optional.empty();

    public LiveTestView(LiveTestModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        banners = new Banners(model, texts);
        CheckWords words = new CheckWords(texts);
        list = new CheckList(model, texts, words);
        header = new PaneHeader(texts.get("wizard.livetest.title"), texts.get("wizard.livetest.explanation"));
        header.setHelp(
                texts.get("wizard.what-is-this"),
                texts.get("wizard.hide-this"),
                List.of(texts.get("wizard.livetest.help")));
        save = Buttons.with(Feather.DOWNLOAD, Buttons.compact(texts.get("wizard.livetest.save-report")));
        save.setId("save-report");
        save.setOnAction(_ -> model.saveReport(
                texts.get("wizard.livetest.save-report.title"),
                new ReportWords(texts, ZoneId.systemDefault())::content));
        again = Buttons.with(Feather.REFRESH_CW, Buttons.compact(texts.get("wizard.livetest.run-again")));
        again.setId("run-again");
        again.setOnAction(_ -> model.run());
        selfTest = new CheckOption(texts.get("wizard.livetest.self-test"), "");
        selfTest.setId("self-test");
        selfTest.selectedProperty().bindBidirectional(model.selfTest());
        model.roleMadeElsewhere()
                .subscribe(elsewhere -> selfTest.setSecondLine(texts.get(
                        elsewhere ? "wizard.livetest.self-test.elsewhere" : "wizard.livetest.self-test.says")));
        offer = new LiveboardOffer(model, texts, words);
        VBox body = new VBox(Grid.FIELDS, notices, offer.node(), selfTest, total, list.node());
        content = new VBox(Grid.SECTIONS, header, body);
        model.phase().subscribe(this::show);
        model.progress().subscribe(this::progressed);
        model.took().subscribe(time -> total.setNote(texts.get("wizard.livetest.seconds", time.toSeconds())));
        model.leftBehind().subscribe(_ -> notices());
        model.removalRefused().subscribe(_ -> notices());
    }

    private void show(Phase phase) {
        banner = banners.of(phase);
        notices();
        header.setButtons(buttons(phase));
        selfTest.setDisable(phase instanceof Phase.Running);
        boolean counting = switch (phase) {
            case Phase.Running _ -> true;
            case Phase.Ended ended -> ended.finding() == Phase.Finding.FAILED;
            case Phase.Before _, Phase.Cancelled _, Phase.Broken _ -> false;
        };
        total.setVisible(counting);
        total.setManaged(counting);
        progressed(model.progress().get());
        if (phase instanceof Phase.Ended || phase instanceof Phase.Broken || phase instanceof Phase.Cancelled)
            outcome().ifPresent(Node::requestFocus);
    }

    private Node[] buttons(Phase phase) {
        if (!(phase instanceof Phase.Ended ended)) return new Node[0];
        return ended.finding() == Phase.Finding.FAILED ? new Node[] {save} : new Node[] {save, again};
    }

    private void notices() {
        Stream<Banner> left = banners.leftBehind(model.leftBehind().get()).stream();
        notices.getChildren().setAll(Stream.concat(banner.stream(), left).toList());
        notices.setVisible(!notices.getChildren().isEmpty());
        notices.setManaged(notices.isVisible());
    }

    private void progressed(Progress progress) {
        Tally tally = progress.tally();
        list.show(progress, !(model.phase().get() instanceof Phase.Running));
        total.setSentence(
                tally.failed() == 0
                        ? texts.get("wizard.livetest.total.passed", tally.good(), tally.all())
                        : texts.get("wizard.livetest.total.failed", tally.good(), tally.all(), tally.failed()));
        total.setProgress(tally.share());
        total.setOutcome(tally.failed() > 0 ? Outcome.FAILED : Outcome.RUNNING);
    }

    /** What a screen reader is to hear when a test has ended. */
    private Optional<Node> outcome() {
        Optional<StatusRow> failed = list.firstFailed(model.progress().get());
        return failed.isPresent() ? failed.map(Node.class::cast) : banner.map(Node.class::cast);
    }

    @Override
    public Region content() {
        return content;
    }

    @Override
    public Node firstFocus() {
        return outcome().orElse(header);
    }

    @Override
    public PaneHeader header() {
        return header;
    }

    CheckList list() {
        return list;
    }
}
