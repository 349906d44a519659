package io.spotdock.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.domain.ExternalId;
import io.spotdock.domain.KeyPrefix;
import io.spotdock.domain.resource.StorageDestination;
import io.spotdock.domain.resource.Webhook;
import io.spotdock.domain.resource.WebhookAuthentication;
import io.spotdock.domain.resource.WebhookSignature;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A webhook as it stood before a change, or after it. Secrets are not known, and of headers only the names are kept. */
final class WebhookJson {
    private WebhookJson() {}

    static ObjectNode write(Webhook webhook) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        webhook.serverId().ifPresent(id -> node.put("id", id));
        node.put("name", webhook.name()).put("url", webhook.url());
        webhook.description().ifPresent(text -> node.put("description", text));
        ObjectNode params = node.putObject("urlParams");
        new TreeMap<>(webhook.urlParams()).forEach(params::put);
        var headers = node.putArray("headers");
        webhook.headers().keySet().stream().sorted().forEach(headers::add);
        node.set("authentication", authentication(webhook.authentication()));
        webhook.signature().ifPresent(signature -> node.put("signatureHeader", signature.header()));
        webhook.storage().ifPresent(storage -> {
            ObjectNode s = node.putObject("storage");
            s.put("bucket", storage.bucket()).put("region", storage.region()).put("roleArn", storage.roleArn());
            storage.externalId().ifPresent(id -> s.put("externalId", id.value()));
            s.put("prefix", storage.prefix().value());
        });
        webhook.enabled().ifPresent(enabled -> node.put("enabled", enabled));
        return node;
    }

    static Webhook read(JsonNode node) {
        Map<String, String> params = new TreeMap<>();
        node.path("urlParams")
                .properties()
                .forEach(entry -> params.put(entry.getKey(), entry.getValue().asText()));
        Map<String, String> headers = new TreeMap<>();
        node.path("headers").forEach(name -> headers.put(name.asText(), ""));
        return new Webhook(
                optional(node, "id"),
                node.path("name").asText(),
                node.path("url").asText(),
                optional(node, "description"),
                params,
                authentication(node.path("authentication")),
                optional(node, "signatureHeader").map(header -> new WebhookSignature(header, Optional.empty())),
                headers,
                node.has("storage") ? Optional.of(storage(node.get("storage"))) : Optional.empty(),
                node.has("enabled") ? Optional.of(node.get("enabled").asBoolean()) : Optional.empty());
    }

    private static StorageDestination storage(JsonNode node) {
        return new StorageDestination(
                node.path("bucket").asText(),
                node.path("region").asText(),
                node.path("roleArn").asText(),
                optional(node, "externalId").map(ExternalId::new),
                new KeyPrefix(node.path("prefix").asText("")));
    }

    private static ObjectNode authentication(WebhookAuthentication authentication) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        return switch (authentication) {
            case WebhookAuthentication.None _ -> node.put("type", "none");
            case WebhookAuthentication.ApiKey a -> node.put("type", "api-key").put("key", a.key());
            case WebhookAuthentication.Basic a -> node.put("type", "basic").put("username", a.username());
            case WebhookAuthentication.BearerToken _ -> node.put("type", "bearer-token");
            case WebhookAuthentication.OAuth2 a ->
                node.put("type", "oauth2").put("url", a.authorizationUrl()).put("clientId", a.clientId());
        };
    }

    private static WebhookAuthentication authentication(JsonNode node) {
        return switch (node.path("type").asText()) {
            case "api-key" -> new WebhookAuthentication.ApiKey(node.path("key").asText(), Optional.empty());
            case "basic" ->
                new WebhookAuthentication.Basic(node.path("username").asText(), Optional.empty());
            case "bearer-token" -> new WebhookAuthentication.BearerToken(Optional.empty());
            case "oauth2" ->
                new WebhookAuthentication.OAuth2(
                        node.path("url").asText(), node.path("clientId").asText(), Optional.empty());
            default -> new WebhookAuthentication.None();
        };
    }

    private static Optional<String> optional(JsonNode node, String field) {
        return Optional.ofNullable(node.get(field)).filter(JsonNode::isTextual).map(JsonNode::asText);
    }
}
