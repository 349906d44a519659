package io.spotdock.gui.step.access;

import io.spotdock.gui.control.Buttons;
import io.spotdock.gui.control.CodePair;
import io.spotdock.gui.control.CodeView;
import io.spotdock.gui.control.CopyButton;
import io.spotdock.gui.control.Labels;
import io.spotdock.gui.control.Token;
import io.spotdock.gui.look.Grid;
import io.spotdock.settings.Field;
import io.spotdock.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** Both policies as they come about, with what comes from the entries marked. */
final class PoliciesPane {
    private final AccessModel model;
    private final Texts texts;
    private final CodeView trust;
    private final CodeView permissions;
    private final CodePair pair;
    private final ObjectProperty<Optional<Field>> focused = new SimpleObjectProperty<>(Optional.empty());

    PoliciesPane(AccessModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        trust = new CodeView(texts.get("wizard.access.trust"), texts.get("wizard.access.trust.says"));
        permissions = new CodeView(texts.get("wizard.access.permissions"), texts.get("wizard.access.permissions.says"));
        pair = new CodePair(trust, permissions);
        buttons(trust, "wizard.access.trust.", "trust-policy.json", model::trustJson);
        buttons(permissions, "wizard.access.permissions.", "permissions-policy.json", model::permissionsJson);
        model.policies().subscribe(this::show);
        focused.subscribe(this::show);
    }

    /** What is copied and saved is the document itself, not this layout of it. */
    private void buttons(CodeView view, String key, String file, Supplier<Optional<String>> json) {
        CopyButton copy = new CopyButton(
                texts.get(key + "copy"),
                texts.get("wizard.copied"),
                () -> json.get().orElse(""));
        Button save = Buttons.icon(Feather.SAVE, texts.get(key + "save"));
        save.setOnAction(_ -> model.save(json.get(), texts.get(key + "save"), file));
        model.policies().subscribe(() -> enable(json, copy, save));
        enable(json, copy, save);
        view.setButtons(copy, save);
    }

    private static void enable(Supplier<Optional<String>> json, Button... buttons) {
        for (Button button : buttons) button.setDisable(json.get().isEmpty());
    }

    private void show() {
        Policies now = model.policies().get();
        trust.setLines(tokens(now.trustLines()));
        permissions.setLines(tokens(now.permissionsLines()));
    }

    private List<List<Token>> tokens(List<List<Piece>> lines) {
        return lines.stream()
                .map(line -> line.stream().map(this::token).toList())
                .toList();
    }

    private Token token(Piece piece) {
        return switch (piece) {
            case Piece.Key(String text) -> Token.key(text);
            case Piece.Plain(String text) -> Token.plain(text);
            case Piece.Entered(Field field, String text) ->
                focused.get().equals(Optional.of(field)) ? Token.fromFocused(text) : Token.fromForm(text);
        };
    }

    CodePair pair() {
        return pair;
    }

    /** Marks what comes from a field in another way while its control has the keyboard. */
    void follow(Field field, Node control) {
        control.focusedProperty().subscribe(has -> {
            if (has) focused.set(Optional.of(field));
            else if (focused.get().equals(Optional.of(field))) focused.set(Optional.empty());
        });
    }

    Node legend() {
        Label value = new Label(texts.get("wizard.access.legend.value"));
        value.getStyleClass().addAll("code", "code-form");
        HBox legend = new HBox(Grid.STEP, value, Labels.hint(texts.get("wizard.access.legend.says")));
        legend.setAlignment(Pos.CENTER_LEFT);
        return legend;
    }
}
