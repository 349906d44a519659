package io.spotdock.gui.control;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * What is known, as labels and values. {@link #lined} has a line between its rows, an explanation or a copy button in
 * them; {@link #plain} stands in an inset, in two columns.
 */
public final class FactsTable extends VBox {
    private static final PseudoClass FIRST = PseudoClass.getPseudoClass("first");

    private FactsTable(String style) {
        getStyleClass().addAll("facts", style);
    }

    /** Rows of 40 with lines between; labels are this wide, explanations take what is left of the row's half. */
    public static FactsTable lined(double labelWidth, List<Fact> facts) {
        FactsTable table = new FactsTable("facts-lined");
        boolean explained = facts.stream().anyMatch(fact -> !fact.explanation().isEmpty());
        for (Fact fact : facts) {
            GridPane row = new GridPane();
            row.getStyleClass().add("fact-row");
            row.getColumnConstraints().add(fixed(labelWidth));
            row.getColumnConstraints().add(growing());
            if (explained) {
                row.getColumnConstraints().get(1).setPercentWidth(34);
                row.getColumnConstraints().add(growing());
                row.add(Labels.muted(fact.explanation()), 2, 0);
            }
            row.add(label(fact), 0, 0);
            row.add(value(fact), 1, 0);
            fact.end().ifPresent(end -> {
                ColumnConstraints last = new ColumnConstraints();
                last.setHalignment(HPos.RIGHT);
                row.getColumnConstraints().add(last);
                row.add(end, row.getColumnConstraints().size() - 1, 0);
            });
            speak(row, fact);
            row.pseudoClassStateChanged(FIRST, table.getChildren().isEmpty());
            table.getChildren().add(row);
        }
        return table;
    }

    /** The same with a line above the first row too: under a card's heading. */
    public FactsTable ruled() {
        getStyleClass().add("facts-ruled");
        return this;
    }

    /** Two columns of facts on a subtle ground, read row by row. */
    public static FactsTable plain(double labelWidth, List<Fact> facts) {
        FactsTable table = new FactsTable("facts-plain");
        for (int i = 0; i < facts.size(); i += 2) {
            HBox row = new HBox();
            row.getStyleClass().add("fact-pair");
            for (Fact fact : facts.subList(i, Math.min(i + 2, facts.size())))
                row.getChildren().add(cell(labelWidth, fact));
            if (row.getChildren().size() == 1) row.getChildren().add(half(new Region()));
            table.getChildren().add(row);
        }
        return table;
    }

    private static Node cell(double labelWidth, Fact fact) {
        Region label = label(fact);
        label.setMinWidth(labelWidth);
        Region value = value(fact);
        HBox.setHgrow(value, Priority.ALWAYS);
        HBox cell = new HBox(label, value);
        cell.getStyleClass().add("fact-cell");
        speak(cell, fact);
        return half(cell);
    }

    private static Region half(Region region) {
        region.setPrefWidth(0);
        HBox.setHgrow(region, Priority.ALWAYS);
        return region;
    }

    private static Label label(Fact fact) {
        return Labels.muted(fact.label());
    }

    private static Region value(Fact fact) {
        Label value = fact.mono() ? Labels.mono(fact.value()) : Labels.body(fact.value());
        value.setMinWidth(0);
        return value;
    }

    private static void speak(Node row, Fact fact) {
        Copying.onShortcut(row, fact::value);
        row.setAccessibleRole(AccessibleRole.TEXT);
        row.setAccessibleText(A11y.sentence(fact.label() + ": " + fact.value(), fact.explanation()));
    }

    private static ColumnConstraints fixed(double width) {
        return new ColumnConstraints(width);
    }

    private static ColumnConstraints growing() {
        ColumnConstraints column = new ColumnConstraints();
        column.setHgrow(Priority.ALWAYS);
        column.setMinWidth(0);
        return column;
    }
}
