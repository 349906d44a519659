package io.spotdock.thoughtspot;

import com.fasterxml.jackson.databind.JsonNode;
import io.spotdock.domain.ExternalId;
import io.spotdock.domain.KeyPrefix;
import io.spotdock.domain.resource.StorageDestination;
import io.spotdock.domain.resource.Webhook;
import io.spotdock.domain.resource.WebhookAuthentication;
import io.spotdock.domain.resource.WebhookSignature;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a webhook. What cannot be said in our words, such as a prefix that no key may have, is rendered so that it
 * shows as a difference rather than passing for right.
 */
final class WebhookReader {
    private WebhookReader() {}

    /** Empty when it has neither an ID nor a name. */
    static Optional<Webhook> webhook(JsonNode json) {
        Optional<String> name = Json.text(json.path("name"));
        // ThoughtSpot takes either where it asks for a webhook.
        Optional<String> id = Json.text(json.path("id")).or(() -> name);
        return id.map(serverId -> new Webhook(
                Optional.of(serverId),
                name.orElse(serverId),
                Json.text(json.path("url")).orElse(""),
                Json.text(json.path("description")),
                urlParams(json.path("url_params")),
                authentication(json.path("authentication")),
                signature(json.path("signature_verification")),
                headers(json.path("additional_headers")),
                storage(json.path("storage_destination")),
                enabled(json.path("status"))));
    }

    private static Map<String, String> urlParams(JsonNode node) {
        Map<String, String> params = new HashMap<>();
        node.properties().forEach(param -> params.put(param.getKey(), plain(param.getValue())));
        return params;
    }

    private static Map<String, String> headers(JsonNode node) {
        Map<String, String> headers = new HashMap<>();
        for (JsonNode each : Json.list(node))
            Json.text(each.path("key")).ifPresent(key -> headers.put(key, plain(each.path("value"))));
        return headers;
    }

    private static String plain(JsonNode value) {
        return value.isNull() || value.isMissingNode() ? "" : value.isValueNode() ? value.asText() : value.toString();
    }

    private static WebhookAuthentication authentication(JsonNode node) {
        for (Map.Entry<String, JsonNode> each : node.properties()) {
            JsonNode value = each.getValue();
            if (value.isNull()) continue;
            return switch (each.getKey()) {
                case "API_KEY" -> new WebhookAuthentication.ApiKey(plain(value.path("key")), Optional.empty());
                case "BASIC_AUTH" -> new WebhookAuthentication.Basic(plain(value.path("username")), Optional.empty());
                case "BEARER_TOKEN" -> new WebhookAuthentication.BearerToken(Optional.empty());
                case "OAUTH2" ->
                    new WebhookAuthentication.OAuth2(
                            plain(value.path("authorization_url")), plain(value.path("client_id")), Optional.empty());
                // A way that we don't know is still no lack of one.
                default -> new WebhookAuthentication.ApiKey(each.getKey(), Optional.empty());
            };
        }
        return new WebhookAuthentication.None();
    }

    private static Optional<WebhookSignature> signature(JsonNode node) {
        return node.isObject() && !node.isEmpty()
                ? Optional.of(new WebhookSignature(plain(node.path("header")), Optional.empty()))
                : Optional.empty();
    }

    private static Optional<StorageDestination> storage(JsonNode node) {
        if (!node.isObject() || node.isEmpty()) return Optional.empty();
        JsonNode config = node.path("storage_config");
        JsonNode google = config.path("gcp_gcs_config");
        if (google.isObject()) return Optional.of(StorageDestination.ofGoogle(plain(google.path("bucket_name"))));
        JsonNode s3 = config.path("aws_s3_config");
        return Optional.of(new StorageDestination(
                plain(s3.path("bucket_name")),
                plain(s3.path("region")),
                plain(s3.path("role_arn")),
                Json.text(s3.path("external_id")).map(WebhookReader::externalId),
                prefix(plain(s3.path("path_prefix")))));
    }

    private static ExternalId externalId(String text) {
        // Not parsed, which would strip it: a space at its end is a difference.
        String legal = escape(text, "A-Za-z0-9_+=,.@:/-", "=");
        if (legal.length() > 1224) return new ExternalId(legal.substring(0, 1224));
        return new ExternalId(legal.length() < 2 ? "=" + legal + "=" : legal);
    }

    private static KeyPrefix prefix(String text) {
        String shown = text.startsWith("/") ? "%2F" + text.substring(1) : text;
        return KeyPrefix.parse(shown)
                .good()
                .or(() -> KeyPrefix.parse(escape(shown, "A-Za-z0-9_./%-", "%")).good())
                .orElse(new KeyPrefix("%"));
    }

    /** Each character outside {@code legal} as {@code mark} and its code in hexadecimal. */
    private static String escape(String text, String legal, String mark) {
        StringBuilder escaped = new StringBuilder();
        for (char c : text.toCharArray())
            escaped.append(
                    String.valueOf(c).matches("[" + legal + "]") ? String.valueOf(c) : mark + Integer.toHexString(c));
        return escaped.toString();
    }

    private static Optional<Boolean> enabled(JsonNode node) {
        return Json.text(node).map(status -> !status.strip().equalsIgnoreCase("DISABLED"));
    }
}
