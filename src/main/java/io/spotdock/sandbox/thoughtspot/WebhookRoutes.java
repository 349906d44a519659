package io.spotdock.sandbox.thoughtspot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.domain.Capability;
import io.spotdock.domain.Org;
import io.spotdock.sandbox.control.Faults;
import io.spotdock.sandbox.wire.Exchange;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The end points under {@code /webhooks} but {@code storage-config}. */
final class WebhookRoutes {
    private static final Set<String> CLEARED =
            Set.of("AUTHENTICATION", "SIGNATURE_VERIFICATION", "STORAGE_DESTINATION");

    private final boolean gcpHosted;
    private final Directory directory;
    private final Webhooks webhooks;
    private final Faults faults;

    WebhookRoutes(boolean gcpHosted, Directory directory, Webhooks webhooks, Faults faults) {
        this.gcpHosted = gcpHosted;
        this.directory = directory;
        this.webhooks = webhooks;
        this.faults = faults;
    }

    List<Route> routes() {
        return List.of(
                Route.writing("POST", "/webhooks/create", Route.WEBHOOKS, this::create),
                Route.reading("POST", "/webhooks/search", Route.WEBHOOKS, this::search),
                Route.writing("POST", "/webhooks/{id}/update", Route.WEBHOOKS, this::update),
                Route.writing("POST", "/webhooks/delete", Route.WEBHOOKS, this::delete));
    }

    private Exchange.Answer create(Route.Request request) {
        StoredWebhook made = webhooks.add(request.session(), rules().create(request.body()));
        return ThoughtSpotFault.CREATE_204.isOn(faults) ? Replies.noContent() : Replies.ok(json(made));
    }

    private Exchange.Answer search(Route.Request request) {
        Body body = request.body();
        Org org = directory.orgFor(request.session(), body.text("org_identifier"));
        Optional<String> wanted = body.text("webhook_identifier");
        body.oneOf("event_type", WebhookRules.EVENTS);
        Optional<String> status = rules().release().has(Capability.WEBHOOK_STATUS)
                ? body.oneOf("status", Set.of("ENABLED", "DISABLED"))
                : Optional.empty();
        Comparator<StoredWebhook> order =
                body.object("sort_options").map(WebhookRoutes::order).orElseGet(() -> byField("CREATED"));
        Page page = Page.read(body, 50);
        body.done();
        List<StoredWebhook> found = webhooks.of(org).stream()
                .filter(webhook -> wanted.isEmpty() || webhook.answersTo(wanted.get()))
                .filter(webhook ->
                        status.isEmpty() || webhook.isDisabled() == status.get().equals("DISABLED"))
                .sorted(order)
                .toList();
        ObjectNode answer = Replies.object();
        var list = answer.putArray("webhooks");
        page.of(found).forEach(webhook -> list.add(json(webhook)));
        answer.set("pagination", page.json(found.size()));
        return Replies.ok(answer);
    }

    private Exchange.Answer update(Route.Request request) {
        Body body = request.body();
        List<String> reset = body.textsOf("reset_options", CLEARED);
        ObjectNode given = rules().given(body);
        body.done();
        webhooks.change(request.session(), request.id(), fields -> {
            for (String option : reset) {
                String field = option.toLowerCase(java.util.Locale.ROOT);
                if (given.has(field)) throw ApiError.invalid(field + " can't be given and reset in one request");
                fields.remove(field);
            }
            return fields.setAll(given);
        });
        return Replies.noContent();
    }

    private Exchange.Answer delete(Route.Request request) {
        List<String> identifiers = request.body().texts("webhook_identifiers");
        request.body().done();
        if (identifiers.isEmpty()) throw ApiError.invalid("webhook_identifiers must not be empty");
        ObjectNode answer = Replies.object();
        var deleted = Replies.object().putArray("deleted_webhooks");
        var failed = Replies.object().putArray("failed_webhooks");
        for (String identifier : identifiers)
            webhooks.remove(request.session().org(), identifier)
                    .ifPresentOrElse(
                            webhook -> deleted.add(json(webhook)),
                            () -> failed.addObject()
                                    .put("id", identifier)
                                    .put("name", identifier)
                                    .put("error", "Webhook not found"));
        answer.put("deleted_count", deleted.size()).put("failed_count", failed.size());
        answer.set("deleted_webhooks", deleted);
        answer.set("failed_webhooks", failed);
        return Replies.ok(answer);
    }

    private WebhookRules rules() {
        return new WebhookRules(gcpHosted, ReleaseRules.now(faults));
    }

    private ObjectNode json(StoredWebhook webhook) {
        ObjectNode json = WebhookJson.of(webhook);
        if (!rules().release().has(Capability.WEBHOOK_STATUS)) json.remove("status");
        if (!rules().release().has(Capability.ADDITIONAL_HEADERS)) json.remove("additional_headers");
        return json;
    }

    private static Comparator<StoredWebhook> order(Body options) {
        Comparator<StoredWebhook> order = byField(options.oneOf("field_name", Set.of("CREATED", "MODIFIED", "NAME"))
                .orElse("CREATED"));
        boolean descending =
                options.oneOf("order", Set.of("ASC", "DESC")).orElse("ASC").equals("DESC");
        return descending ? order.reversed() : order;
    }

    private static Comparator<StoredWebhook> byField(String field) {
        return switch (field) {
            case "NAME" -> Comparator.comparing(StoredWebhook::name);
            case "MODIFIED" -> Comparator.comparing(StoredWebhook::modified);
            default -> Comparator.comparing(StoredWebhook::created);
        };
    }
}
