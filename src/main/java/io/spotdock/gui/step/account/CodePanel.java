package io.spotdock.gui.step.account;

import io.spotdock.gui.control.Buttons;
import io.spotdock.gui.control.Card;
import io.spotdock.gui.control.Section;
import io.spotdock.gui.control.TextEntry;
import io.spotdock.gui.look.Grid;
import io.spotdock.gui.step.Telling;
import io.spotdock.text.Texts;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Where the code of an MFA device is entered. */
final class CodePanel {
    private static final double LABEL = 24;

    private final TextEntry code;
    private final Section section;

    CodePanel(SignInModel model, Texts texts) {
        code = new TextEntry("", texts.get("wizard.account.code.hint"));
        code.setMono(true);
        code.textProperty().bindBidirectional(model.code().text());
        Telling telling = new Telling(texts);
        model.code().fault().subscribe(fault -> {
            code.setMessage(telling.error(fault));
            if (fault.isPresent()) code.focusControl();
        });
        // An ARN ends with the device's name, which is what a person knows it by.
        model.device()
                .subscribe(device -> code.setLabel(texts.get(
                        "wizard.account.code",
                        device.substring(device.lastIndexOf('/') + 1).replace("_", "__"))));
        Button signIn = Buttons.primary(texts.get("wizard.account.sign-in"));
        signIn.disableProperty()
                .bind(model.code().text().isEmpty().or(model.signingIn().running()));
        signIn.setOnAction(_ -> model.enterCode());
        ((TextField) code.control()).setOnAction(_ -> model.enterCode());
        HBox.setHgrow(code, Priority.ALWAYS);
        HBox.setMargin(signIn, new Insets(LABEL, 0, 0, 0));
        section = new Section("", new Card(new HBox(Grid.FIELDS, code, signIn)));
        model.way()
                .subscribe(way -> section.setTitle(texts.get(
                        "wizard.account.code.title",
                        way.map(it -> texts.of(it.name())).orElse(""))));
    }

    Section section() {
        return section;
    }

    void focus() {
        code.focusControl();
    }
}
