package io.spotdock.sandbox.thoughtspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.domain.BucketName;
import io.spotdock.domain.Capability;
import io.spotdock.domain.ExternalId;
import io.spotdock.domain.RegionName;
import io.spotdock.domain.RoleArn;
import io.spotdock.domain.WebhookUrl;
import java.util.List;
import java.util.Set;

/**
 * What a webhook's fields may hold (ThoughtSpot, REST API v2, "createWebhookConfiguration").
 *
 * @param gcpHosted an external ID is then refused, and otherwise required with a storage destination
 * @param release which of the fields the cluster has
 */
record WebhookRules(boolean gcpHosted, ReleaseRules release) {
    static final Set<String> EVENTS = Set.of("LIVEBOARD_SCHEDULE");
    private static final List<String> REQUIRED = List.of("name", "url", "events");

    /** The fields of a new webhook. */
    ObjectNode create(Body body) {
        for (String field : REQUIRED) if (!body.has(field)) throw ApiError.invalid(body.at(field) + " is required");
        ObjectNode fields = given(body);
        body.done();
        return fields;
    }

    /** The fields that a request gives; the rest are absent. The caller says when the body is done. */
    ObjectNode given(Body body) {
        ObjectNode fields = Replies.object();
        if (body.has("name")) fields.put("name", body.needText("name"));
        if (body.has("url")) fields.put("url", url(body.needText("url")));
        if (body.has("events")) events(body.textsOf("events", EVENTS)).forEach(fields.putArray("events")::add);
        body.text("description").ifPresent(text -> fields.put("description", text));
        body.anything("url_params").ifPresent(map -> fields.set("url_params", texts(map)));
        body.object("authentication").ifPresent(inner -> fields.set("authentication", authentication(inner)));
        body.object("signature_verification")
                .ifPresent(inner -> fields.set("signature_verification", signature(inner)));
        body.object("storage_destination").ifPresent(inner -> fields.set("storage_destination", storage(inner)));
        if (release.has(Capability.ADDITIONAL_HEADERS) && body.has("additional_headers")) {
            var headers = fields.putArray("additional_headers");
            for (Body header : body.objects("additional_headers"))
                headers.addObject().put("key", header.needText("key")).put("value", header.needText("value"));
        }
        if (release.has(Capability.WEBHOOK_STATUS))
            body.oneOf("status", Set.of("ENABLED", "DISABLED")).ifPresent(status -> fields.put("status", status));
        return fields;
    }

    private static String url(String text) {
        if (WebhookUrl.parse(text).good().isEmpty()) throw ApiError.invalid("url must be a valid HTTPS URL");
        return text;
    }

    private static List<String> events(List<String> events) {
        if (events.isEmpty()) throw ApiError.invalid("events must not be empty");
        return events.stream().distinct().toList();
    }

    private static JsonNode texts(JsonNode map) {
        for (JsonNode value : map)
            if (!value.isValueNode() || value.isNull()) throw ApiError.invalid("url_params must be a map of strings");
        return map;
    }

    private static ObjectNode authentication(Body body) {
        ObjectNode one = Replies.object();
        body.object("API_KEY").ifPresent(inner -> one.set("API_KEY", copied(inner, "key", "value")));
        body.object("BASIC_AUTH").ifPresent(inner -> one.set("BASIC_AUTH", copied(inner, "username", "password")));
        if (body.has("BEARER_TOKEN")) one.put("BEARER_TOKEN", body.needText("BEARER_TOKEN"));
        body.object("OAUTH2")
                .ifPresent(
                        inner -> one.set("OAUTH2", copied(inner, "authorization_url", "client_id", "client_secret")));
        if (one.size() != 1)
            throw ApiError.invalid(
                    "authentication must hold exactly one of API_KEY, BASIC_AUTH, BEARER_TOKEN and OAUTH2");
        return one;
    }

    private static ObjectNode signature(Body body) {
        ObjectNode fields = Replies.object();
        fields.put("type", body.needOneOf("type", Set.of("HMAC_SHA256")));
        fields.put("header", body.needText("header"));
        fields.put("algorithm", body.needOneOf("algorithm", Set.of("SHA256")));
        fields.put("secret", body.needText("secret"));
        return fields;
    }

    private ObjectNode storage(Body body) {
        ObjectNode fields = Replies.object();
        fields.put("storage_type", body.needOneOf("storage_type", Set.of("AWS_S3")));
        Body config = body.needObject("storage_config");
        if (config.has("gcp_gcs_config"))
            throw ApiError.invalid(config.at("gcp_gcs_config") + " does not fit storage_type AWS_S3");
        Body s3 = config.needObject("aws_s3_config");
        ObjectNode inner = fields.putObject("storage_config").putObject("aws_s3_config");
        inner.put("bucket_name", legal(s3, "bucket_name", BucketName::new));
        inner.put("region", legal(s3, "region", RegionName::new));
        String arn = s3.needText("role_arn");
        if (RoleArn.parse(arn).good().isEmpty())
            throw ApiError.invalid(s3.at("role_arn") + " is not valid: \"" + arn + "\"");
        inner.put("role_arn", arn);
        if (gcpHosted && s3.has("external_id"))
            throw ApiError.invalid(s3.at("external_id") + " must not be given on an instance hosted on GCP");
        if (!gcpHosted) inner.put("external_id", legal(s3, "external_id", ExternalId::new));
        s3.text("path_prefix").ifPresent(prefix -> inner.put("path_prefix", prefix));
        return fields;
    }

    private static String legal(Body body, String name, java.util.function.Function<String, ?> rule) {
        String text = body.needText(name);
        Body.legal(body.at(name), text, rule);
        return text;
    }

    private static ObjectNode copied(Body body, String... names) {
        ObjectNode copy = Replies.object();
        for (String name : names) copy.put(name, body.needText(name));
        return copy;
    }
}
