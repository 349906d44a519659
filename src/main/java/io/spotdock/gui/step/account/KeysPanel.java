package io.spotdock.gui.step.account;

import io.spotdock.domain.Secret;
import io.spotdock.gui.control.Buttons;
import io.spotdock.gui.control.Card;
import io.spotdock.gui.control.Labels;
import io.spotdock.gui.control.SecretEntry;
import io.spotdock.gui.control.Section;
import io.spotdock.gui.control.TextEntry;
import io.spotdock.gui.look.Grid;
import io.spotdock.gui.step.Telling;
import io.spotdock.text.Texts;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Where access keys are typed. */
final class KeysPanel {
    private final SignInModel model;
    private final TextEntry id;
    private final SecretEntry secret;
    private final SecretEntry session;
    private final Section section;

    KeysPanel(SignInModel model, Texts texts) {
        this.model = model;
        id = new TextEntry(texts.get("wizard.account.keys.id"), "");
        id.setMono(true);
        secret = secret(texts, "wizard.account.keys.secret");
        session = secret(texts, "wizard.account.keys.session");
        session.setAside(texts.get("wizard.account.keys.optional"));
        KeysForm form = model.keys();
        id.textProperty().bindBidirectional(form.id().text());
        Telling telling = new Telling(texts);
        form.id().fault().subscribe(fault -> id.setMessage(telling.error(fault)));
        id.control().focusedProperty().subscribe((was, is) -> {
            if (was && !is) form.id().left();
        });
        secret.textProperty().subscribe(text -> form.secretEntered().set(!text.isEmpty()));
        Button signIn = Buttons.primary(texts.get("wizard.account.sign-in"));
        signIn.disableProperty().bind(form.complete().not().or(model.signingIn().running()));
        signIn.setOnAction(_ -> signIn());
        for (TextEntry field : List.of(id, secret, session))
            ((TextField) field.control()).setOnAction(_ -> {
                if (!signIn.isDisabled()) signIn();
            });
        model.ask().subscribe(now -> {
            if (now != SignInModel.Ask.KEYS) forget();
        });
        section = new Section(
                texts.get("wizard.account.keys.title"),
                new Card(new VBox(
                        Grid.FIELDS,
                        Labels.muted(texts.get("wizard.account.keys.text")),
                        id,
                        secret,
                        session,
                        signIn)));
    }

    private static SecretEntry secret(Texts texts, String label) {
        return new SecretEntry(
                texts.get(label),
                texts.get("wizard.account.keys.hint"),
                texts.get("wizard.show"),
                texts.get("wizard.hide"));
    }

    private void signIn() {
        model.enterKeys(of(secret), of(session));
    }

    private static Secret of(SecretEntry field) {
        return Secret.of(Objects.requireNonNullElse(field.getText(), ""));
    }

    private void forget() {
        secret.clear();
        session.clear();
    }

    Section section() {
        return section;
    }

    void focus() {
        id.focusControl();
    }
}
