package io.spotdock.gui.step.done;

import io.spotdock.check.CheckResult.Status;
import io.spotdock.gui.change.Undo;
import io.spotdock.gui.control.Action;
import io.spotdock.gui.control.Buttons;
import io.spotdock.gui.control.Columns;
import io.spotdock.gui.control.Icons;
import io.spotdock.gui.control.Labels;
import io.spotdock.gui.control.PaneHeader;
import io.spotdock.gui.control.Prose;
import io.spotdock.gui.control.Section;
import io.spotdock.gui.control.Tone;
import io.spotdock.gui.look.Grid;
import io.spotdock.gui.step.StepView;
import io.spotdock.service.Known.Tested;
import io.spotdock.settings.StepId;
import io.spotdock.text.Texts;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What was set up, what to hand on, and what next. */
public final class DoneView implements StepView {
    /** Of the files, beside the values. */
    private static final double FILES = 280;

    private final DoneModel model;
    private final Texts texts;
    private final ZoneId zone;
    private final PaneHeader header = new PaneHeader("", "");
    private final Button goOn = Buttons.compact("");
    private final SheetCard sheet;
    private final Columns columns;
    private final Section deliveries;
    private final Section next;
    private final Prose arrival = new Prose("", "hint");
    private final List<Region> hints;
    private final GridPane row = new GridPane(Grid.COLUMNS, Grid.FIELDS);
    private final VBox content;

    public DoneView(DoneModel model, Texts texts) {
        this(model, texts, ZoneId.systemDefault());
    }

    DoneView(DoneModel model, Texts texts, ZoneId zone) {
        this.model = model;
        this.texts = texts;
        this.zone = zone;
        sheet = new SheetCard(model, texts);
        columns = Columns.restAndSide(sheet.node(), new ExportList(model, texts).node(), FILES);
        Hyperlink undo = Buttons.link(new Action(texts.get("wizard.undo"), model::askUndo));
        undo.setId("ask-undo");
        hints = List.of(
                hint(Feather.CALENDAR, "wizard.done.schedule", arrival),
                hint(Feather.ACTIVITY, "wizard.done.later", new Prose(texts.get("wizard.done.later.text"), "hint")),
                hint(
                        Feather.ROTATE_CCW,
                        "wizard.done.take-back",
                        new Prose(texts.get("wizard.done.take-back.text") + " ", "hint").with(undo)));
        next = new Section(texts.get("wizard.done.next"));
        goOn.setId("go-on");
        goOn.setOnAction(_ -> model.goOn());
        deliveries = new DeliveriesCard(model, texts, zone).node();
        content = new VBox(Grid.SECTIONS, header, columns, next, deliveries);
        setNarrow(false);
        model.state().subscribe(this::show);
        Node takingBack = new TakingBack(model.undoing(), texts).node();
        model.undoing().phase().subscribe(phase -> {
            boolean idle = phase instanceof Undo.Phase.Idle;
            next.setTitle(texts.get(idle ? "wizard.done.next" : "wizard.done.take-back"));
            next.setContent(idle ? row : takingBack);
        });
    }

    private Region hint(Feather glyph, String title, Prose sentence) {
        VBox words = new VBox(Labels.strong(texts.get(title)), sentence);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox hint = new HBox(12, Icons.of(glyph, Tone.ACCENT), words);
        HBox.setHgrow(hint, Priority.ALWAYS);
        return hint;
    }

    private void show(State state) {
        header.setTitle(texts.get(title(state)));
        header.setExplanation(sentence(state));
        state.next().ifPresent(step -> goOn.setText(texts.get("wizard.done.go-to", name(step))));
        header.setButtons(state.next().isPresent() ? new Node[] {goOn} : new Node[0]);
        deliveries.setVisible(state.isSetUp());
        deliveries.setManaged(state.isSetUp());
        arrival.setSentence(
                model.prefix().isEmpty()
                        ? texts.get("wizard.done.schedule.text.bucket")
                        : texts.get("wizard.done.schedule.text", "`" + model.prefix() + "`"));
    }

    private static String title(State state) {
        return switch (state) {
            case State.Proven _ -> "wizard.done.title.proven";
            case State.Untested _, State.TestedInPart _, State.Faulty _ -> "wizard.done.title.set-up";
            case State.WithoutWebhook _, State.NotApplied _, State.Incomplete _ -> "wizard.done.title.not-yet";
        };
    }

    private String sentence(State state) {
        return switch (state) {
            case State.Proven(Tested tested) -> tested(tested);
            case State.Untested _ -> texts.get("wizard.done.untested");
            case State.TestedInPart _ -> texts.get("wizard.done.in-part");
            case State.Faulty faulty -> texts.get("wizard.done.faulty", faulty.failed());
            case State.WithoutWebhook _ -> texts.get("wizard.done.without-webhook");
            case State.NotApplied _ -> texts.get("wizard.done.not-applied");
            case State.Incomplete _ -> texts.get("wizard.done.incomplete");
        };
    }

    private String tested(Tested tested) {
        ZonedDateTime at = tested.at().atZone(zone);
        String date = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(texts.locale())
                .format(at);
        String time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(texts.locale())
                .format(at);
        long passed = tested.count(Status.PASSED);
        long warned = tested.count(Status.WARNED);
        return warned == 0
                ? texts.get("wizard.done.tested", date, time, passed)
                : texts.get("wizard.done.tested.look", date, time, passed, passed + warned, warned);
    }

    private String name(StepId step) {
        return texts.get("wizard.step." + step.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public Region content() {
        return content;
    }

    @Override
    public PaneHeader header() {
        return header;
    }

    @Override
    public Node firstFocus() {
        return model.state().get().next().isPresent() ? goOn : sheet.copyAll();
    }

    @Override
    public void setNarrow(boolean narrow) {
        columns.setStacked(narrow);
        row.getChildren().clear();
        for (int i = 0; i < hints.size(); i++) row.add(hints.get(i), narrow ? 0 : i, narrow ? i : 0);
        row.getColumnConstraints().setAll(narrow ? List.of(share(100)) : List.of(share(34), share(33), share(33)));
    }

    private static ColumnConstraints share(double percent) {
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(percent);
        return column;
    }
}
