package io.spotdock.gui.step.webhook;

import io.spotdock.gui.control.Field;
import io.spotdock.gui.control.SecretEntry;
import io.spotdock.gui.control.TextEntry;
import io.spotdock.gui.step.DraftEntry;
import io.spotdock.gui.step.Remarks;
import io.spotdock.gui.step.Telling;
import io.spotdock.text.Texts;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;

/** The controls of the form, one for each field of the settings, tied to what the model knows of it. */
final class WebhookFields {
    private final Map<io.spotdock.settings.Field, Field> all = new EnumMap<>(io.spotdock.settings.Field.class);
    private final Form form;
    private final Texts texts;

    WebhookFields(WebhookModel model, Texts texts) {
        this.form = model.form();
        this.texts = texts;
        for (io.spotdock.settings.Field field : io.spotdock.settings.Field.values())
            switch (field) {
                case WEBHOOK_NAME -> line(field, "wizard.webhook.name", "wizard.webhook.name.hint");
                case WEBHOOK_URL -> url(model);
                case DESCRIPTION -> line(field, "wizard.webhook.description", "");
                case BEARER_TOKEN -> secret(field, "wizard.webhook.token");
                case API_KEY_NAME -> line(field, "wizard.webhook.api-key", "wizard.webhook.api-key.hint");
                case API_KEY_VALUE -> secret(field, "wizard.webhook.api-key.value");
                case BASIC_USERNAME -> line(field, "wizard.webhook.user", "");
                case BASIC_PASSWORD -> secret(field, "wizard.webhook.password");
                case OAUTH2_URL -> line(field, "wizard.webhook.oauth2.url", "wizard.webhook.oauth2.url.hint");
                case OAUTH2_CLIENT -> line(field, "wizard.webhook.oauth2.client", "");
                case OAUTH2_SECRET -> secret(field, "wizard.webhook.oauth2.secret");
                case SIGNATURE_HEADER -> line(field, "wizard.webhook.sign.header", "");
                case SIGNATURE_SECRET -> secret(field, "wizard.webhook.sign.secret");
                case HOSTING,
                        HOST,
                        ORG,
                        THOUGHTSPOT_ACCOUNT,
                        SERVICE_ACCOUNT,
                        ACCOUNT,
                        PROFILE,
                        REGION,
                        BUCKET_NAME,
                        PREFIX,
                        CREATE,
                        TLS_ONLY,
                        KMS_KEY,
                        ROLE_NAME,
                        ROLE_ARN,
                        EXTERNAL_ID,
                        GOOGLE_PROVIDER,
                        URL_PARAMS,
                        HEADERS,
                        ENABLED -> {}
            }
        of(io.spotdock.settings.Field.DESCRIPTION).setAside(texts.get("wizard.webhook.optional"));
    }

    private TextEntry line(io.spotdock.settings.Field field, String label, String hint) {
        TextEntry entry = new TextEntry(texts.get(label), hint.isEmpty() ? "" : texts.get(hint));
        DraftEntry line = form.line(field);
        entry.textProperty().bindBidirectional(line.text());
        Remarks.watch(entry.control(), line);
        Telling telling = new Telling(texts);
        line.told().subscribe(fault -> entry.setMessage(telling.error(fault)));
        all.put(field, entry);
        return entry;
    }

    private void url(WebhookModel model) {
        TextEntry entry = line(io.spotdock.settings.Field.WEBHOOK_URL, "wizard.webhook.url", "wizard.webhook.url.hint");
        new Remarks(texts).show(model.urlRemark(), entry);
    }

    private void secret(io.spotdock.settings.Field field, String label) {
        SecretEntry entry = SignInFields.secret(texts, label);
        SecretAnswer answer = form.secret(field);
        entry.textProperty().bindBidirectional(answer.text());
        new Remarks(texts).show(answer.remark(), entry);
        all.put(field, entry);
    }

    Field of(io.spotdock.settings.Field field) {
        Field control = all.get(field);
        if (control == null) throw new IllegalArgumentException("not in this form: " + field);
        return control;
    }

    Optional<Node> control(io.spotdock.settings.Field field) {
        return Optional.ofNullable(all.get(field)).map(Field::control);
    }
}
