package io.spotdock.thoughtspot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.domain.Secret;
import io.spotdock.domain.SecretReference;
import io.spotdock.domain.Telltales;
import io.spotdock.domain.resource.Webhook;
import io.spotdock.domain.resource.WebhookAuthentication;
import io.spotdock.domain.signature.Signature;
import io.spotdock.port.Receivers.Header;
import io.spotdock.port.Receivers.Trial;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A call as ThoughtSpot documents its own ("Webhooks for Liveboard schedule events", payload of a webhook with storage), of
 * a Liveboard that says it is none. Where a file lies is left out: there is none, and that part's shape is not published.
 */
final class TrialCall {
    private static final String NAME = "Spotdock test, not a real Liveboard";
    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";
    private static final String HIDDEN = Telltales.HIDDEN;

    private TrialCall() {}

    static Trial prepare(Webhook webhook, Instant now) {
        return new Trial(
                webhook,
                url(webhook),
                headers(webhook.withHeaders(Telltales.hideIn(webhook.headers())), _ -> HIDDEN, HIDDEN),
                body(now).toString());
    }

    /** Empty where a header can't be sent; why would quote it, and with it a secret. */
    static Optional<HttpRequest> request(Trial trial, Function<SecretReference, Secret> secrets) {
        String signature = trial.webhook()
                .signature()
                .flatMap(signing -> signing.secret())
                .map(reference -> signature(reference, trial, secrets))
                .orElse("");
        try {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(trial.url()).POST(BodyPublishers.ofString(trial.body()));
            headers(trial.webhook(), reference -> read(reference, secrets), signature)
                    .forEach(header -> request.setHeader(header.name(), header.shown()));
            return Optional.of(request.build());
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String signature(SecretReference reference, Trial trial, Function<SecretReference, Secret> secrets) {
        try (Secret secret = secrets.apply(reference)) {
            return Signature.of(secret, trial.body().getBytes(StandardCharsets.UTF_8))
                    .hex();
        }
    }

    private static String read(SecretReference reference, Function<SecretReference, Secret> secrets) {
        try (Secret secret = secrets.apply(reference)) {
            return secret.use(Function.identity());
        }
    }

    private static List<Header> headers(Webhook webhook, Function<SecretReference, String> secrets, String signature) {
        List<Header> headers = new ArrayList<>();
        headers.add(new Header("User-Agent", "Spotdock"));
        headers.add(new Header("Content-Type", "application/json"));
        new TreeMap<>(webhook.headers()).forEach((name, value) -> headers.add(new Header(name, value)));
        authentication(webhook.authentication(), secrets).ifPresent(headers::add);
        webhook.signature().ifPresent(signing -> headers.add(new Header(signing.header(), signature)));
        return headers;
    }

    /** OAuth 2.0 is left out: how ThoughtSpot asks for its token is not published. */
    private static Optional<Header> authentication(
            WebhookAuthentication authentication, Function<SecretReference, String> secrets) {
        return switch (authentication) {
            case WebhookAuthentication.None _, WebhookAuthentication.OAuth2 _ -> Optional.empty();
            case WebhookAuthentication.ApiKey(String key, Optional<SecretReference> value) ->
                value.map(reference -> new Header(key, secrets.apply(reference)));
            case WebhookAuthentication.BearerToken(Optional<SecretReference> token) ->
                token.map(reference -> new Header("Authorization", "Bearer " + secrets.apply(reference)));
            case WebhookAuthentication.Basic(String username, Optional<SecretReference> password) ->
                password.map(reference -> basic(username, secrets.apply(reference)));
        };
    }

    private static Header basic(String username, String password) {
        if (password.equals(HIDDEN)) return new Header("Authorization", "Basic " + HIDDEN);
        byte[] pair = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new Header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    private static URI url(Webhook webhook) {
        String query = new TreeMap<>(webhook.urlParams())
                .entrySet().stream()
                        .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                        .collect(Collectors.joining("&"));
        if (query.isEmpty()) return URI.create(webhook.url());
        return URI.create(webhook.url() + (webhook.url().contains("?") ? "&" : "?") + query);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static ObjectNode body(Instant now) {
        ObjectNode body = Json.object()
                .put("eventId", "n." + UUID.randomUUID())
                .put("timestamp", now.toString())
                .put("eventType", WebhookRequest.EVENT)
                .put("schemaVersion", "1.0");
        body.putObject("source")
                .put("applicationName", "Spotdock test")
                .put("applicationUrl", "")
                .put("instanceId", NOBODY)
                .put("orgId", "0");
        body.putObject("actor").put("actorType", "SYSTEM");
        body.putObject("metadataObject")
                .put("objectType", "LIVEBOARD")
                .put("id", NOBODY)
                .put("name", NAME)
                .put("url", "");
        ObjectNode data = body.putObject("data");
        ObjectNode schedule = data.putObject("scheduleDetails")
                .put("scheduleId", NOBODY)
                .put("name", NAME)
                .put("creationTime", now.toString())
                .put("description", NAME)
                .put("authorId", NOBODY);
        schedule.putArray("userIds");
        schedule.putArray("groupIds");
        schedule.put("runId", NOBODY)
                .put("exportRequest", "")
                .put("fileFormat", "pdf")
                .put("status", "SCHEDULED");
        schedule.putArray("emailIds");
        data.putArray("recipients");
        data.put("msgUniqueId", NOBODY)
                .put("channelID", NOBODY)
                .put("channelType", "webhook")
                .put("communicationType", "LiveboardSchedules");
        return body;
    }
}
