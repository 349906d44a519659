package io.spotdock.gui.step.account;

import io.spotdock.gui.control.A11y;
import io.spotdock.gui.control.Buttons;
import io.spotdock.gui.control.Card;
import io.spotdock.gui.control.CopyButton;
import io.spotdock.gui.control.Inset;
import io.spotdock.gui.control.Labels;
import io.spotdock.gui.control.Section;
import io.spotdock.gui.control.Spinner;
import io.spotdock.gui.look.Grid;
import io.spotdock.gui.step.Notice;
import io.spotdock.gui.step.Telling;
import io.spotdock.port.SsoSignIn.DeviceCode;
import io.spotdock.text.Texts;
import java.time.Duration;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The code to compare on AWS's page, and the way there. */
final class SsoPanel {
    private final SsoModel model;
    private final Texts texts;
    private final Telling telling;
    private final Section section = new Section("");
    private final VBox content = new VBox(Grid.COLUMNS);
    private final Card card = new Card(content);
    private final Label waiting = Labels.muted("");

    SsoPanel(SsoModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        telling = new Telling(texts);
        model.profile().subscribe(name -> section.setTitle(texts.get("wizard.account.sso.title", name)));
        model.left().subscribe(left -> waiting.setText(texts.get("wizard.account.sso.waiting", words(left))));
        model.code().subscribe(this::show);
        model.notice().subscribe(this::tell);
    }

    /** What came in the way stands under the code, or in its place when that is spent. */
    private void tell(Optional<Notice> notice) {
        if (notice.isEmpty()) section.setContent(card);
        else if (model.code().get().isPresent()) section.setContent(card, telling.banner(notice.get()));
        else {
            Button again = Buttons.compact(texts.get("wizard.account.sso.again"));
            again.setOnAction(_ -> model.again());
            section.setContent(telling.banner(notice.get(), again));
            again.requestFocus();
        }
    }

    private String words(Duration left) {
        return left.toMinutes() > 0
                ? texts.get("wizard.account.sso.left", left.toMinutes(), left.toSecondsPart())
                : texts.get("wizard.account.sso.left-seconds", left.toSeconds());
    }

    private void show(Optional<DeviceCode> code) {
        if (code.isEmpty()) {
            content.getChildren().setAll(line(texts.get("wizard.account.sso.asking")));
            return;
        }
        Button open = Buttons.with(Feather.EXTERNAL_LINK, Buttons.primary(texts.get("wizard.account.sso.open")));
        open.setOnAction(_ -> model.open());
        CopyButton copy = CopyButton.withText(
                texts.get("wizard.account.sso.copy"),
                texts.get("wizard.copied"),
                () -> model.code().get().map(it -> it.page().toString()).orElse(""));
        HBox progress = new HBox(12, new Spinner(16), waiting);
        progress.setAlignment(Pos.CENTER_LEFT);
        content.getChildren()
                .setAll(
                        Labels.body(texts.get("wizard.account.sso.text")),
                        code(code.get().userCode()),
                        new HBox(Grid.STEP, open, copy),
                        progress);
        open.requestFocus();
    }

    private Node code(String text) {
        Label code = Labels.mono(text);
        code.getStyleClass().add("device-code");
        A11y.name(code, text.replace("", " ").strip());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(
                code,
                gap,
                new CopyButton(texts.get("wizard.account.sso.copy-code"), texts.get("wizard.copied"), () -> text));
        line.setAlignment(Pos.CENTER_LEFT);
        return new Inset(line);
    }

    private static Node line(String text) {
        HBox line = new HBox(12, new Spinner(16), Labels.muted(text));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    Section section() {
        return section;
    }
}
