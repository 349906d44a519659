package io.spotdock.gui.step.account;

import io.spotdock.gui.control.Buttons;
import io.spotdock.gui.control.CardList;
import io.spotdock.gui.control.Section;
import io.spotdock.gui.control.State;
import io.spotdock.gui.control.StatusRow;
import io.spotdock.gui.step.Telling;
import io.spotdock.text.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** What one may do: rows that change in place. */
final class RightsList {
    private final RightsModel model;
    private final Texts texts;
    private final CardList list = new CardList();
    private final VBox trouble = new VBox();
    private final Section section;

    RightsList(RightsModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        section = new Section(texts.get("wizard.account.what"), list, trouble);
        model.rights().subscribe(this::show);
        model.trouble().subscribe(notice -> {
            trouble.getChildren().clear();
            trouble.setManaged(notice.isPresent());
            notice.ifPresent(it -> {
                Button again = Buttons.compact(texts.get("wizard.try-again"));
                again.setOnAction(_ -> model.again());
                trouble.getChildren().add(new Telling(texts).banner(it, again));
            });
        });
    }

    private void show(List<Right> rights) {
        section.setNote(rights.isEmpty() ? "" : texts.of(model.summary()));
        List<String> ids = rights.stream().map(Right::id).toList();
        if (!ids.equals(list.getChildren().stream().map(Node::getId).toList()))
            list.getChildren().setAll(rights.stream().map(this::row).toList());
        for (int i = 0; i < rights.size(); i++)
            update((StatusRow) list.getChildren().get(i), rights.get(i));
    }

    private StatusRow row(Right right) {
        StatusRow row = new StatusRow(texts.of(right.name()));
        row.setId(right.id());
        row.setMonoLabel(true);
        row.setLabel(right.actions());
        return row;
    }

    private void update(StatusRow row, Right right) {
        switch (right.state()) {
            case TO_DO -> row.setState(State.TODO, texts.get("wizard.account.state.to-do"));
            case RUNNING -> row.setState(State.RUNNING, texts.get("wizard.account.state.running"));
            case ALLOWED -> row.setState(State.PASSED, texts.get("wizard.account.state.allowed"));
            case REFUSED -> row.setState(State.FAILED, texts.get("wizard.account.state.refused"));
            case UNTOLD -> row.setState(State.SKIPPED, texts.get("wizard.account.state.untold"));
        }
        row.setEvidence(right.said().map(texts::of).orElse(""));
    }

    Section section() {
        return section;
    }
}
