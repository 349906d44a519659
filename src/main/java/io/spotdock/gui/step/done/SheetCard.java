package io.spotdock.gui.step.done;

import io.spotdock.export.HandoffRow;
import io.spotdock.gui.control.CardList;
import io.spotdock.gui.control.CopyButton;
import io.spotdock.gui.control.Fact;
import io.spotdock.gui.control.FactsTable;
import io.spotdock.gui.control.Labels;
import io.spotdock.gui.control.Section;
import io.spotdock.gui.look.Grid;
import io.spotdock.text.Texts;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** The values to hand on, each to be copied, or all of them. */
final class SheetCard {
    private static final double LABELS = 112;

    private final Texts texts;
    private final VBox table = new VBox();
    private final Section section;
    private final CopyButton copyAll;

    SheetCard(DoneModel model, Texts texts) {
        this.texts = texts;
        copyAll = CopyButton.withText(
                texts.get("wizard.done.copy-all"),
                texts.get("wizard.copied"),
                () -> asText(model.sheet().get()));
        copyAll.getStyleClass().add("compact");
        table.setPadding(new Insets(Grid.HALF, Grid.STEP, Grid.HALF, Grid.FIELDS));
        section = new Section(
                texts.get("wizard.done.sheet"),
                new VBox(Grid.STEP, new CardList(table), Labels.hint(texts.get("wizard.done.sheet.safe"))));
        section.setEnd(copyAll);
        model.sheet().subscribe(this::show);
    }

    Node node() {
        return section;
    }

    CopyButton copyAll() {
        return copyAll;
    }

    private void show(List<HandoffRow> rows) {
        table.getChildren()
                .setAll(FactsTable.lined(LABELS, rows.stream().map(this::fact).toList()));
    }

    private Fact fact(HandoffRow row) {
        String label = texts.get(row.label());
        if (!row.verbatim()) return Fact.inWords(label, value(row));
        return new Fact(label, row.value())
                .withEnd(new CopyButton(
                        texts.get("wizard.done.copy-one", label), texts.get("wizard.copied"), row::value));
    }

    private String value(HandoffRow row) {
        return row.verbatim() ? row.value() : texts.get(row.value());
    }

    private String asText(List<HandoffRow> rows) {
        return rows.stream()
                .map(row -> texts.get(row.label()) + ": " + value(row) + "\n")
                .collect(Collectors.joining());
    }
}
