package io.spotdock.gui.step.webhook;

import static io.spotdock.settings.Field.DESCRIPTION;
import static io.spotdock.settings.Field.SIGNATURE_HEADER;
import static io.spotdock.settings.Field.SIGNATURE_SECRET;

import io.spotdock.gui.control.Card;
import io.spotdock.gui.control.CheckOption;
import io.spotdock.gui.control.Columns;
import io.spotdock.gui.control.Disclosure;
import io.spotdock.gui.look.Grid;
import io.spotdock.settings.Field;
import io.spotdock.text.Texts;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** What few webhooks need: URL parameters, headers, a signature, a description. Closed, it says how much of it there is. */
final class AdvancedFields extends VBox {
    private final Disclosure disclosure;
    private final PairsEditor urlParams;
    private final PairsEditor headers;
    private final Columns pairs;
    private final Columns signature;

    AdvancedFields(WebhookModel model, WebhookFields fields, Texts texts) {
        Form form = model.form();
        disclosure = new Disclosure(texts.get("wizard.webhook.advanced"));
        urlParams =
                new PairsEditor(form.urlParams(), texts, "wizard.webhook.url-params", "wizard.webhook.add-parameter");
        headers = new PairsEditor(form.headers(), texts, "wizard.webhook.headers", "wizard.webhook.add-header");
        pairs = Columns.halves(urlParams, headers);
        CheckOption sign = new CheckOption(texts.get("wizard.webhook.sign"), texts.get("wizard.webhook.sign.hint"));
        form.signing().subscribe(sign::setSelected);
        sign.selectedProperty().subscribe(form::sign);
        signature = Columns.halves(fields.of(SIGNATURE_SECRET), fields.of(SIGNATURE_HEADER));
        signature.visibleProperty().bind(sign.selectedProperty());
        signature.managedProperty().bind(sign.selectedProperty());
        SignatureHelp help = new SignatureHelp(form.line(SIGNATURE_HEADER).text(), texts);
        help.visibleProperty().bind(sign.selectedProperty());
        help.managedProperty().bind(sign.selectedProperty());
        disclosure.setContent(new Card(
                new VBox(Grid.COLUMNS, pairs, new VBox(Grid.FIELDS, sign, signature, help), fields.of(DESCRIPTION))));
        model.footer().subscribe(_ -> disclosure.setSummary(texts.of(form.summary())));
        getChildren().add(disclosure);
    }

    /** Opens where a field is wanted that is in here. */
    Optional<Node> open(Field field) {
        Optional<Node> editor = switch (field) {
            case URL_PARAMS -> Optional.of(urlParams.control());
            case HEADERS -> Optional.of(headers.control());
            default -> Optional.empty();
        };
        if (editor.isPresent() || field == DESCRIPTION || field == SIGNATURE_HEADER || field == SIGNATURE_SECRET)
            disclosure.openProperty().set(true);
        return editor;
    }

    void setNarrow(boolean narrow) {
        pairs.setStacked(narrow);
        signature.setStacked(narrow);
    }
}
