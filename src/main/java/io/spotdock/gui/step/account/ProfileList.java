package io.spotdock.gui.step.account;

import io.spotdock.gui.control.Action;
import io.spotdock.gui.control.Buttons;
import io.spotdock.gui.control.CardList;
import io.spotdock.gui.control.Labels;
import io.spotdock.gui.control.RadioGroup;
import io.spotdock.gui.control.RadioRow;
import io.spotdock.gui.control.Section;
import io.spotdock.text.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import org.kordamp.ikonli.feather.Feather;

/** The ways to sign in, to choose from. */
final class ProfileList {
    private final AccountModel model;
    private final Texts texts;
    private final RadioGroup<Way> group = new RadioGroup<>();
    private final CardList list = new CardList();
    private final Section section;
    private final Button again;

    ProfileList(AccountModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        again = Buttons.icon(Feather.REFRESH_CW, texts.get("wizard.account.look-again"));
        again.setOnAction(_ -> model.look());
        section = new Section(
                texts.get("wizard.account.profiles"),
                list,
                Labels.hint(texts.get(model.inSandbox() ? "wizard.account.from-sandbox" : "wizard.account.from")));
        section.setEnd(again);
        model.ways().subscribe(this::fill);
        model.chosen().subscribe(way -> group.setValue(way.orElse(null)));
        group.valueProperty().subscribe(way -> {
            if (way != null) model.choose(way);
        });
    }

    private void fill(List<Way> ways) {
        boolean first = list.getChildren().isEmpty() && again.isFocused();
        boolean focused = first || list.getChildren().stream().anyMatch(Node::isFocused);
        group.clear();
        list.getChildren().clear();
        for (Way way : ways) {
            RadioRow row = group.add(way, new RadioRow(texts.of(way.name()), texts.of(way.line())));
            if (way.signedOutOf().isPresent()) row.setEnd(signIn(way));
            list.getChildren().add(row);
        }
        list.setVisible(!ways.isEmpty());
        group.setValue(model.chosen().get().orElse(null));
        if (focused) group.requestFocus();
    }

    private Node signIn(Way way) {
        Hyperlink link = Buttons.link(new Action(texts.get("wizard.account.sign-in-link"), () -> model.choose(way)));
        link.getStyleClass().add("small-link");
        return link;
    }

    Section section() {
        return section;
    }

    /** The chosen row, or else the first one. */
    Node firstFocus() {
        return list.getChildren().stream()
                .filter(row -> row instanceof RadioRow radio && radio.isSelected())
                .findFirst()
                .or(() -> list.getChildren().stream().findFirst())
                .orElse(again);
    }
}
