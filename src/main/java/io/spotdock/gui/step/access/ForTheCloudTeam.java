package io.spotdock.gui.step.access;

import io.spotdock.export.Format;
import io.spotdock.gui.control.Action;
import io.spotdock.gui.control.Buttons;
import io.spotdock.gui.control.Card;
import io.spotdock.gui.control.CardList;
import io.spotdock.gui.control.Icons;
import io.spotdock.gui.control.Labels;
import io.spotdock.gui.control.Tone;
import io.spotdock.gui.look.Grid;
import io.spotdock.gui.step.Handover;
import io.spotdock.text.Texts;
import java.util.Set;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What a person who may not touch IAM does instead: files for those who may, and the way to their role's ARN. */
final class ForTheCloudTeam {
    private static final Set<Format> ALL =
            Set.of(Format.POLICIES, Format.CLI, Format.CLOUDFORMATION, Format.TERRAFORM, Format.HANDOFF);

    private final AccessModel model;
    private final Texts texts;
    private final VBox outcome = new VBox(Grid.HALF);
    private final Region offer;
    private final Region offerNarrow;
    private final Region files;

    ForTheCloudTeam(AccessModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        offer = Card.small(new VBox(
                12,
                new VBox(
                        Grid.HALF,
                        Labels.strong(texts.get("wizard.access.no-iam")),
                        Labels.muted(texts.get("wizard.access.no-iam.says"))),
                ways()));
        offerNarrow = new VBox(Grid.HALF, Labels.strong(texts.get("wizard.access.no-iam")), ways());
        files = new VBox(Grid.FIELDS, list(), endings());
        model.handedOver().subscribe(this::show);
    }

    /** While the role is to be made here. */
    Region offer(boolean narrow) {
        return narrow ? offerNarrow : offer;
    }

    /** While others make it. */
    Region files() {
        return files;
    }

    /** How the last writing ended. */
    Node outcome() {
        return outcome;
    }

    private Node ways() {
        Button arn = Buttons.text(texts.get("wizard.access.enter-arn"));
        arn.setOnAction(_ -> model.haveItMade());
        return row(exporting("wizard.access.export"), arn);
    }

    private Node endings() {
        Button here = Buttons.text(texts.get("wizard.access.make-here"));
        here.setOnAction(_ -> model.makeItHere());
        return row(exporting("wizard.access.export-all"), here);
    }

    private static Node row(Node... buttons) {
        FlowPane row = new FlowPane(Grid.FIELDS, Grid.STEP, buttons);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setPrefWrapLength(Grid.SIDE_COLUMN - 2 * Grid.FIELDS);
        return row;
    }

    private Button exporting(String key) {
        Button button = Buttons.with(Feather.DOWNLOAD, Buttons.outlined(texts.get(key)));
        button.setOnAction(_ -> export(ALL));
        model.exportable().subscribe(now -> button.setDisable(!now));
        return button;
    }

    private void export(Set<Format> formats) {
        model.export(formats, texts.get("wizard.access.folder"), texts::get);
    }

    private Node list() {
        VBox heading = new VBox(
                Grid.HALF,
                Labels.strong(texts.get("wizard.access.team")),
                Labels.muted(texts.get("wizard.access.team.says")));
        heading.setPadding(new Insets(Grid.FIELDS));
        return new CardList(
                heading,
                file(Feather.TERMINAL, Format.CLI, "wizard.access.team.cli", "wizard.access.team.cli.form"),
                file(
                        Feather.LAYERS,
                        Format.CLOUDFORMATION,
                        "wizard.access.team.cloudformation",
                        "wizard.access.team.cloudformation.form"),
                file(
                        Feather.BOX,
                        Format.TERRAFORM,
                        "wizard.access.team.terraform",
                        "wizard.access.team.terraform.form"),
                file(
                        Feather.SHIELD,
                        Format.POLICIES,
                        "wizard.access.team.policies",
                        "wizard.access.team.policies.form"));
    }

    private Node file(Feather glyph, Format format, String key, String formKey) {
        Label form = Labels.hint(texts.get(formKey));
        HBox name = new HBox(Grid.HALF, Labels.body(texts.get(key)), form);
        name.setAlignment(Pos.BASELINE_LEFT);
        name.setMaxHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(name, Priority.ALWAYS);
        Button save = Buttons.icon(Feather.DOWNLOAD, texts.get("wizard.access.team.export", texts.get(key)));
        save.setOnAction(_ -> export(Set.of(format)));
        model.exportable().subscribe(now -> save.setDisable(!now));
        HBox row = new HBox(12, Icons.of(glyph, Tone.MUTED), name, save);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setPadding(new Insets(Grid.HALF, Grid.STEP, Grid.HALF, Grid.FIELDS));
        return row;
    }

    private void show(Handover.Outcome ended) {
        outcome.getChildren().clear();
        switch (ended) {
            case Handover.Outcome.None _ -> {}
            case Handover.Outcome.Saved(var where) -> say(Feather.CHECK, Tone.SUCCESS, texts.of(where));
            case Handover.Outcome.Exists(var which, var replace) -> {
                say(Feather.ALERT_TRIANGLE, Tone.WARNING, texts.of(which));
                outcome.getChildren().add(Buttons.link(new Action(texts.get("wizard.access.replace"), replace)));
            }
            case Handover.Outcome.Failed(var failure) -> {
                say(Feather.ALERT_CIRCLE, Tone.DANGER, texts.get("wizard.access.unsaved"));
                texts.of(failure)
                        .cause()
                        .ifPresent(cause -> outcome.getChildren().add(Labels.hint(cause)));
            }
        }
        boolean something = !outcome.getChildren().isEmpty();
        outcome.setVisible(something);
        outcome.setManaged(something);
    }

    private void say(Feather glyph, Tone tone, String sentence) {
        Label words = Labels.hint(sentence);
        words.getStyleClass().add(tone.styleClass());
        HBox line = new HBox(Grid.HALF, Icons.of(glyph, Icons.SMALL, tone), words);
        HBox.setHgrow(words, Priority.ALWAYS);
        outcome.getChildren().add(line);
    }
}
