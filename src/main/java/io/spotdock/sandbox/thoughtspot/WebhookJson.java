package io.spotdock.sandbox.thoughtspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A webhook as it is answered: every field, null where not set, and no secret. */
final class WebhookJson {
    private static final String REDACTED = "***";

    private WebhookJson() {}

    static ObjectNode of(StoredWebhook webhook) {
        ObjectNode answer = Replies.object();
        ObjectNode fields = webhook.fields();
        answer.put("id", webhook.id());
        copy(fields, answer, "name", "description");
        answer.putObject("org")
                .put("id", String.valueOf(webhook.org().id()))
                .put("name", webhook.org().name());
        copy(fields, answer, "url", "url_params", "events");
        answer.set("authentication", authentication(fields.path("authentication")));
        answer.set("signature_verification", hidden(fields.path("signature_verification"), "secret"));
        copy(fields, answer, "additional_headers");
        answer.put("creation_time_in_millis", webhook.created().toEpochMilli());
        answer.put("modification_time_in_millis", webhook.modified().toEpochMilli());
        answer.set("created_by", user(webhook.createdBy()));
        answer.set("last_modified_by", user(webhook.modifiedBy()));
        answer.set("storage_destination", storage(fields.path("storage_destination")));
        copy(fields, answer, "status");
        return answer;
    }

    static ObjectNode user(User user) {
        return Replies.object().put("id", user.id()).put("name", user.name());
    }

    private static void copy(JsonNode from, ObjectNode to, String... names) {
        for (String name : names) {
            JsonNode value = from.get(name);
            if (value == null) to.putNull(name);
            else to.set(name, value.deepCopy());
        }
    }

    private static JsonNode authentication(JsonNode given) {
        if (!given.isObject()) return Replies.object().nullNode();
        ObjectNode answer = Replies.object();
        answer.set("API_KEY", hidden(given.path("API_KEY"), "value"));
        answer.set("BASIC_AUTH", hidden(given.path("BASIC_AUTH"), "password"));
        answer.put("BEARER_TOKEN", given.has("BEARER_TOKEN") ? REDACTED : null);
        answer.set("OAUTH2", hidden(given.path("OAUTH2"), "client_secret"));
        return answer;
    }

    private static JsonNode hidden(JsonNode given, String secret) {
        if (!(given instanceof ObjectNode object)) return Replies.object().nullNode();
        return object.deepCopy().put(secret, REDACTED);
    }

    private static JsonNode storage(JsonNode given) {
        if (!(given instanceof ObjectNode object)) return Replies.object().nullNode();
        ObjectNode answer = object.deepCopy();
        ObjectNode config = (ObjectNode) answer.path("storage_config");
        ObjectNode s3 = (ObjectNode) config.path("aws_s3_config");
        for (String name : List.of("external_id", "path_prefix")) if (!s3.has(name)) s3.putNull(name);
        config.putNull("gcp_gcs_config");
        return answer;
    }
}
