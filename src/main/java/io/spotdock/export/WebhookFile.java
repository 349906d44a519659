package io.spotdock.export;

import io.spotdock.domain.SecretReference;
import io.spotdock.domain.Telltales;
import io.spotdock.domain.resource.Webhook;
import io.spotdock.settings.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The request that registers the webhook, with placeholders for what is secret. */
final class WebhookFile {
    static final String NAME = "webhook-request.json";

    private final Blueprint blueprint;
    private final WebhookDocument document;

    WebhookFile(Blueprint blueprint, WebhookDocument document) {
        this.blueprint = blueprint;
        this.document = document;
    }

    Optional<ExportFile> file() {
        return request().map(request -> ExportFile.of(NAME, request));
    }

    /** The body of the request. */
    Optional<String> request() {
        return blueprint
                .wanted()
                .webhook(blueprint.role().arn())
                .map(WebhookFile::discreet)
                .map(webhook -> document.of(webhook, WebhookFile::placeholder));
    }

    /** The placeholders that have to be filled in before the request is sent. */
    List<String> placeholders() {
        Optional<Settings.Webhook> webhook = blueprint.settings().webhook();
        if (webhook.isEmpty()) return List.of();
        TreeSet<String> all = new TreeSet<>();
        webhook.get().secrets().forEach(reference -> all.add(placeholder(reference)));
        all.addAll(telltales(webhook.get().urlParams()).values());
        all.addAll(telltales(webhook.get().headers()).values());
        return List.copyOf(all);
    }

    private static Webhook discreet(Webhook webhook) {
        return new Webhook(
                webhook.serverId(),
                webhook.name(),
                Telltales.hideInAddress(webhook.url()),
                webhook.description(),
                hidden(webhook.urlParams()),
                webhook.authentication(),
                webhook.signature(),
                hidden(webhook.headers()),
                webhook.storage(),
                webhook.enabled());
    }

    private static Map<String, String> hidden(Map<String, String> values) {
        Map<String, String> discreet = new LinkedHashMap<>(values);
        discreet.putAll(telltales(values));
        return discreet;
    }

    private static Map<String, String> telltales(Map<String, String> values) {
        Map<String, String> placeholders = new TreeMap<>();
        for (String name : values.keySet()) if (Telltales.isName(name)) placeholders.put(name, "<" + name + ">");
        return placeholders;
    }

    private static String placeholder(SecretReference reference) {
        return switch (reference) {
            case SecretReference.Environment(String name) -> "<" + name + ">";
            case SecretReference.File(String path) -> "<" + path.replaceFirst(".*[/\\\\](?=.)", "") + ">";
            case SecretReference.Entered(String name) -> "<" + name + ">";
        };
    }
}
