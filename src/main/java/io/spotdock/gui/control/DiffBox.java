package io.spotdock.gui.control;

import java.util.List;
import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What changes, field by field, and a sentence on what the difference means. A field's name stands once. */
public final class DiffBox extends VBox {
    public DiffBox(List<DiffLine> lines, String note) {
        getStyleClass().add("diff");
        CardList box = new CardList();
        box.getStyleClass().setAll("diff-box");
        String before = "";
        for (DiffLine line : lines) {
            box.getChildren().add(row(line, line.field().equals(before) ? "" : line.field()));
            before = line.field();
        }
        getChildren().add(box);
        if (!note.isEmpty()) getChildren().add(Labels.hint(note));
    }

    private static HBox row(DiffLine line, String shownField) {
        Label field = Labels.hint(shownField);
        field.getStyleClass().add("diff-field");
        Label sign = Labels.mono(line.sign().shown);
        sign.getStyleClass().add("diff-sign");
        Label value = line.mono() ? Labels.mono(line.value()) : Labels.hint(line.value());
        value.getStyleClass().add("diff-value");
        value.setMinWidth(0);
        HBox.setHgrow(value, Priority.ALWAYS);
        HBox row = new HBox(field, sign, value);
        row.getStyleClass().addAll("diff-line", "diff-" + line.sign().name().toLowerCase(Locale.ROOT));
        row.setAccessibleRole(AccessibleRole.TEXT);
        row.setAccessibleText(A11y.sentence(line.signWord(), line.field(), line.value(), line.aside()));
        return row;
    }
}
