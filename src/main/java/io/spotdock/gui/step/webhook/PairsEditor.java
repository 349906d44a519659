package io.spotdock.gui.step.webhook;

import io.spotdock.gui.control.A11y;
import io.spotdock.gui.control.Buttons;
import io.spotdock.gui.control.Labels;
import io.spotdock.gui.control.Tone;
import io.spotdock.gui.look.Grid;
import io.spotdock.text.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Rows of a name and a value, each with a button that takes it away, and one below that adds one. */
final class PairsEditor extends VBox {
    private final Pairs pairs;
    private final Texts texts;
    private final String title;
    private final VBox rows = new VBox(Grid.STEP);
    private final Map<Pairs.Pair, Node> shown = new HashMap<>();
    private final Button add;

    PairsEditor(Pairs pairs, Texts texts, String titleKey, String addKey) {
        super(Grid.STEP);
        this.pairs = pairs;
        this.texts = texts;
        title = texts.get(titleKey);
        add = Buttons.with(Feather.PLUS, Buttons.text(texts.get(addKey)));
        add.setOnAction(_ -> {
            pairs.add();
            focusLast();
        });
        getChildren().addAll(Labels.strong(title), rows, add);
        pairs.rows().addListener((ListChangeListener<Pairs.Pair>) _ -> show());
        show();
    }

    /** Rows that stay keep their nodes, so that the keyboard does. */
    private void show() {
        shown.keySet().retainAll(pairs.rows());
        List<Node> nodes = new ArrayList<>();
        for (Pairs.Pair pair : pairs.rows()) nodes.add(shown.computeIfAbsent(pair, this::row));
        rows.getChildren().setAll(nodes.isEmpty() ? List.of(Labels.muted(texts.get("wizard.webhook.none"))) : nodes);
    }

    private Node row(Pairs.Pair pair) {
        TextField name = field("wizard.webhook.pair.name");
        name.textProperty().bindBidirectional(pair.name());
        TextField value = field("wizard.webhook.pair.value");
        value.textProperty().bindBidirectional(pair.value());
        Button remove = Buttons.icon(Feather.X, texts.get("wizard.webhook.pair.remove", ""));
        pair.name().subscribe(now -> A11y.name(remove, texts.get("wizard.webhook.pair.remove", now)));
        remove.setOnAction(_ -> {
            pair.remove();
            add.requestFocus();
        });
        HBox line = new HBox(Grid.STEP, name, value, remove);
        line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        Label fault = Labels.hint("");
        fault.getStyleClass().add(Tone.DANGER.styleClass());
        pair.fault().subscribe(now -> {
            String why = now.map(texts::of).orElse("");
            fault.setText(why);
            fault.setManaged(!why.isEmpty());
            A11y.help(name, why);
        });
        return new VBox(line, fault);
    }

    private TextField field(String nameKey) {
        TextField field = new TextField();
        field.setMinWidth(0);
        HBox.setHgrow(field, Priority.ALWAYS);
        A11y.name(field, texts.get(nameKey, title));
        return field;
    }

    /** Where the keyboard goes for the first row that is wrong, or for a new one. */
    Node control() {
        return pairs.rows().stream()
                .filter(pair -> pair.fault().get().isPresent())
                .findFirst()
                .map(this::name)
                .orElse(add);
    }

    private void focusLast() {
        name(pairs.rows().getLast()).requestFocus();
    }

    /** The control for a pair's name. */
    private Node name(Pairs.Pair pair) {
        VBox row = (VBox) shown.computeIfAbsent(pair, this::row);
        return ((HBox) row.getChildren().getFirst()).getChildren().getFirst();
    }
}
