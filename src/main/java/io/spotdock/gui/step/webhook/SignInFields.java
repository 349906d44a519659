package io.spotdock.gui.step.webhook;

import io.spotdock.gui.control.Choice;
import io.spotdock.gui.control.Columns;
import io.spotdock.gui.control.Field;
import io.spotdock.gui.control.SecretEntry;
import io.spotdock.gui.look.Grid;
import io.spotdock.settings.SignInWay;
import io.spotdock.text.Texts;
import java.util.List;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** How ThoughtSpot signs in to the URL: the way, and beside it what that way takes. */
final class SignInFields extends VBox {
    private final WebhookFields fields;
    private final Texts texts;
    private final StackPane beside = new StackPane();
    private final Columns columns;

    SignInFields(Form form, WebhookFields fields, Texts texts) {
        this.fields = fields;
        this.texts = texts;
        Choice<SignInWay> way = new Choice<>(
                texts.get("wizard.webhook.authentication"),
                texts.get("wizard.webhook.authentication.hint"),
                this::words);
        way.items().setAll(SignInWay.values());
        form.way().subscribe(way::setValue);
        way.valueProperty().subscribe(chosen -> {
            if (chosen != null) form.choose(chosen);
        });
        columns = Columns.sideAndRest(Grid.SIDE_COLUMN, way, beside);
        form.way().subscribe(this::show);
        getChildren().add(columns);
    }

    private String words(SignInWay way) {
        return texts.get(
                switch (way) {
                    case NONE -> "wizard.webhook.way.none";
                    case API_KEY -> "wizard.webhook.way.api-key";
                    case BASIC -> "wizard.webhook.way.basic";
                    case BEARER -> "wizard.webhook.way.bearer";
                    case OAUTH2 -> "wizard.webhook.way.oauth2";
                });
    }

    private void show(SignInWay way) {
        List<Field> wanted = way.fields().stream().map(fields::of).toList();
        VBox all = new VBox(Grid.FIELDS);
        // Two beside each other, and a third one below.
        if (wanted.size() > 1) all.getChildren().add(Columns.halves(wanted.get(wanted.size() - 2), wanted.getLast()));
        if (wanted.size() == 1) all.getChildren().add(wanted.getFirst());
        if (wanted.size() > 2) all.getChildren().addFirst(wanted.getFirst());
        beside.getChildren().setAll(all);
    }

    void setNarrow(boolean narrow) {
        columns.setStacked(narrow);
    }

    /** A field for a secret, which says where it goes. */
    static SecretEntry secret(Texts texts, String label) {
        return new SecretEntry(
                texts.get(label),
                texts.get("wizard.webhook.secret.hint"),
                texts.get("wizard.webhook.show"),
                texts.get("wizard.webhook.hide"));
    }
}
