package io.spotdock.gui.step.done;

import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import io.spotdock.export.Format;
import io.spotdock.gui.control.Action;
import io.spotdock.gui.control.Banner;
import io.spotdock.gui.control.Buttons;
import io.spotdock.gui.control.CardList;
import io.spotdock.gui.control.Icons;
import io.spotdock.gui.control.Labels;
import io.spotdock.gui.control.Section;
import io.spotdock.gui.control.Tone;
import io.spotdock.gui.look.Grid;
import io.spotdock.gui.step.Handover.Outcome;
import io.spotdock.gui.step.Notice;
import io.spotdock.text.Texts;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The files that the setup can be handed on as, each by itself or all at once. */
final class ExportList {
    private final DoneModel model;
    private final Texts texts;
    private final VBox outcome = new VBox(Grid.STEP);
    private final Section section;

    ExportList(DoneModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        Button all = Buttons.with(Feather.DOWNLOAD, Buttons.compact(texts.get("wizard.done.export-all")));
        all.setId("export-all");
        all.setOnAction(_ -> export(EnumSet.allOf(Format.class)));
        section = new Section(
                texts.get("wizard.done.export"),
                new VBox(
                        Grid.STEP,
                        new CardList(
                                row(Feather.FILE_TEXT, "handoff", Format.HANDOFF),
                                row(Feather.SHIELD, "policies", Format.POLICIES),
                                row(Feather.TERMINAL, "cli", Format.CLI),
                                row(Feather.LAYERS, "cloudformation", Format.CLOUDFORMATION),
                                row(Feather.BOX, "terraform", Format.TERRAFORM)),
                        outcome));
        section.setEnd(all);
        model.handedOver().subscribe(this::show);
    }

    Node node() {
        return section;
    }

    private Node row(Feather glyph, String id, Format format) {
        String name = texts.get("wizard.done.file." + id);
        VBox words = new VBox(Labels.body(name), Labels.hint(texts.get("wizard.done.form." + id)));
        HBox.setHgrow(words, Priority.ALWAYS);
        Button save = Buttons.icon(Feather.DOWNLOAD, texts.get("wizard.done.export-one", name));
        save.setOnAction(_ -> export(EnumSet.of(format)));
        HBox row = new HBox(12, Icons.of(glyph, Tone.MUTED), words, save);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setPadding(new Insets(Grid.STEP, Grid.STEP, Grid.STEP, Grid.FIELDS));
        return row;
    }

    private void export(Set<Format> formats) {
        model.export(formats, texts.get("wizard.done.export.folder"), texts::get);
    }

    private void show(Outcome ended) {
        List<Node> told = switch (ended) {
            case Outcome.None _ -> List.of();
            case Outcome.Saved(Fault where) -> List.of(new Banner(Banner.Kind.SUCCESS, "", texts.of(where)));
            case Outcome.Exists(Fault which, Runnable replace) ->
                List.of(
                        new Banner(Banner.Kind.WARNING, "", texts.of(which)),
                        Buttons.link(new Action(texts.get("wizard.done.export.replace"), replace)));
            case Outcome.Failed(Failure failure) -> {
                Notice notice = Notice.of(failure);
                yield List.of(new Banner(Banner.Kind.DANGER, texts.of(notice.title()), texts.of(notice.text())));
            }
        };
        outcome.getChildren().setAll(told);
        outcome.setVisible(!told.isEmpty());
        outcome.setManaged(!told.isEmpty());
    }
}
