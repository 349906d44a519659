package io.spotdock.thoughtspot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.SecretReference;
import io.spotdock.domain.resource.StorageDestination;
import io.spotdock.domain.resource.Webhook;
import io.spotdock.domain.resource.WebhookAuthentication;
import io.spotdock.domain.resource.WebhookField;
import io.spotdock.domain.resource.WebhookSignature;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The body of {@code webhooks/create} and of an update, with exactly the documented fields and nothing null. Pure: it
 * needs no server, so an export hands out the very body that is sent.
 */
public final class WebhookRequest {
    static final String EVENT = "LIVEBOARD_SCHEDULE";

    private WebhookRequest() {}

    /**
     * The body of {@code POST /api/rest/2.0/webhooks/create}, for people to read and to send.
     *
     * @param placeholders what stands in a secret's place, such as {@code ${RECEIVER_TOKEN}}
     */
    public static String document(Webhook wanted, Function<SecretReference, String> placeholders) {
        return Json.pretty(create(wanted, placeholders)) + "\n";
    }

    static ObjectNode create(Webhook wanted, Function<SecretReference, String> secrets) {
        ObjectNode body = Json.object().put("name", wanted.name());
        wanted.description().filter(text -> !text.isEmpty()).ifPresent(text -> body.put("description", text));
        body.put("url", wanted.url());
        if (!wanted.urlParams().isEmpty()) body.set("url_params", urlParams(wanted));
        body.putArray("events").add(EVENT);
        authentication(wanted, secrets).ifPresent(node -> body.set("authentication", node));
        wanted.signature().ifPresent(s -> body.set("signature_verification", signature(s, secrets)));
        if (!wanted.headers().isEmpty()) body.set("additional_headers", headers(wanted));
        wanted.storage().ifPresent(s -> body.set("storage_destination", storage(s)));
        wanted.enabled().ifPresent(enabled -> body.put("status", status(enabled)));
        return body;
    }

    static ObjectNode update(Webhook wanted, Set<WebhookField> fields, Function<SecretReference, String> secrets) {
        ObjectNode body = Json.object();
        ArrayNode reset = Json.object().arrayNode();
        for (WebhookField field : WebhookField.values()) {
            if (!fields.contains(field)) continue;
            switch (field) {
                case NAME -> body.put("name", wanted.name());
                case URL -> body.put("url", wanted.url());
                case DESCRIPTION -> body.put("description", wanted.description().orElse(""));
                case URL_PARAMS -> body.set("url_params", urlParams(wanted));
                case HEADERS -> body.set("additional_headers", headers(wanted));
                case AUTHENTICATION ->
                    authentication(wanted, secrets)
                            .ifPresentOrElse(
                                    node -> body.set("authentication", node), () -> reset.add("AUTHENTICATION"));
                case SIGNATURE ->
                    wanted.signature()
                            .ifPresentOrElse(
                                    s -> body.set("signature_verification", signature(s, secrets)),
                                    () -> reset.add("SIGNATURE_VERIFICATION"));
                case STORAGE ->
                    wanted.storage()
                            .ifPresentOrElse(
                                    s -> body.set("storage_destination", storage(s)),
                                    () -> reset.add("STORAGE_DESTINATION"));
                case ENABLED -> body.put("status", status(!wanted.isDisabled()));
            }
        }
        if (!reset.isEmpty()) body.set("reset_options", reset);
        return body;
    }

    private static Optional<ObjectNode> authentication(Webhook wanted, Function<SecretReference, String> secrets) {
        String field = "webhook.authentication";
        ObjectNode node = Json.object();
        switch (wanted.authentication()) {
            case WebhookAuthentication.None _ -> {
                return Optional.empty();
            }
            case WebhookAuthentication.ApiKey(String key, Optional<SecretReference> value) ->
                node.putObject("API_KEY").put("key", key).put("value", secret(field, value, secrets));
            case WebhookAuthentication.Basic(String username, Optional<SecretReference> password) ->
                node.putObject("BASIC_AUTH")
                        .put("username", username)
                        .put("password", secret(field, password, secrets));
            case WebhookAuthentication.BearerToken(Optional<SecretReference> token) ->
                node.put("BEARER_TOKEN", secret(field, token, secrets));
            case WebhookAuthentication.OAuth2(String url, String clientId, Optional<SecretReference> clientSecret) ->
                node.putObject("OAUTH2")
                        .put("authorization_url", url)
                        .put("client_id", clientId)
                        .put("client_secret", secret(field, clientSecret, secrets));
        }
        return Optional.of(node);
    }

    private static ObjectNode signature(WebhookSignature signature, Function<SecretReference, String> secrets) {
        return Json.object()
                .put("type", "HMAC_SHA256")
                .put("header", signature.header())
                .put("algorithm", "SHA256")
                .put("secret", secret("webhook.signature", signature.secret(), secrets));
    }

    private static ObjectNode storage(StorageDestination storage) {
        if (storage.isGoogles())
            throw new FailureException(
                    new Failure.Invalid("webhook", Fault.of("fault.webhook.google-sent", storage.bucket()), ""));
        ObjectNode node = Json.object().put("storage_type", "AWS_S3");
        ObjectNode s3 = node.putObject("storage_config")
                .putObject("aws_s3_config")
                .put("bucket_name", storage.bucket())
                .put("region", storage.region())
                .put("role_arn", storage.roleArn());
        storage.externalId().ifPresent(id -> s3.put("external_id", id.value()));
        if (!storage.prefix().value().isEmpty())
            s3.put("path_prefix", storage.prefix().value());
        return node;
    }

    private static ObjectNode urlParams(Webhook wanted) {
        ObjectNode node = Json.object();
        new TreeMap<>(wanted.urlParams()).forEach(node::put);
        return node;
    }

    private static ArrayNode headers(Webhook wanted) {
        ArrayNode list = Json.object().arrayNode();
        for (Map.Entry<String, String> header : new TreeMap<>(wanted.headers()).entrySet())
            list.addObject().put("key", header.getKey()).put("value", header.getValue());
        return list;
    }

    private static String status(boolean enabled) {
        return enabled ? "ENABLED" : "DISABLED";
    }

    /** A webhook read from ThoughtSpot has its secrets redacted, and cannot be sent back as it is. */
    private static String secret(
            String field, Optional<SecretReference> reference, Function<SecretReference, String> secrets) {
        return secrets.apply(reference.orElseThrow(
                () -> new FailureException(new Failure.Invalid(field, Fault.of("fault.webhook-secret.missing"), ""))));
    }
}
