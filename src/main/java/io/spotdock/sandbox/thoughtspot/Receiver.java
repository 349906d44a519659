package io.spotdock.sandbox.thoughtspot;

import com.fasterxml.jackson.databind.JsonNode;
import io.spotdock.domain.Loopback;
import io.spotdock.sandbox.control.Faults;
import io.spotdock.sandbox.wire.CallSignature;
import io.spotdock.sandbox.wire.SigV4;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * Calls a webhook's URL. A URL on this computer is really called and must answer 2xx within 5 seconds; any other is
 * imitated as answering 200, since nothing may leave this computer.
 */
final class Receiver {
    private final OutgoingHttp http;
    private final Faults faults;
    private final Duration limit;

    /** @param limit within which the URL must answer */
    Receiver(OutgoingHttp http, Faults faults, Duration limit) {
        this.http = http;
        this.faults = faults;
        this.limit = limit;
    }

    Step.Connection call(StoredWebhook webhook, Message message) throws InterruptedException {
        Optional<String> fault = ThoughtSpotFault.RECEIVER.value(faults);
        if (fault.isPresent()) return imitated(fault.get());
        URI url = url(webhook);
        if (!Loopback.names(url.getHost())) return answered(200);
        try {
            return answered(http.client()
                    .send(request(webhook, url, message), HttpResponse.BodyHandlers.discarding())
                    .statusCode());
        } catch (HttpTimeoutException _) {
            return imitated("slow");
        } catch (ConnectException _) {
            return imitated("refused");
        } catch (IllegalArgumentException e) { // a header that java.net.http does not let anybody set
            return failed("Invalid request: " + e.getMessage());
        } catch (IOException e) {
            return failed("Connection failed: " + e.getClass().getSimpleName());
        }
    }

    private Step.Connection imitated(String fault) {
        return switch (fault) {
            case "slow" -> failed("Read timed out: no answer within " + limit.toMillis() + " ms");
            case "refused" -> failed("Connection refused");
            case "redirect" -> answered(302);
            default -> answered(fault.matches("[1-5][0-9]{2}") ? Integer.parseInt(fault) : 500);
        };
    }

    private static Step.Connection failed(String error) {
        return new Step.Connection(Optional.empty(), Optional.of(error));
    }

    private static Step.Connection answered(int status) {
        boolean good = status / 100 == 2;
        return new Step.Connection(
                Optional.of(status),
                good ? Optional.empty() : Optional.of("Webhook endpoint answered with HTTP status " + status));
    }

    private static URI url(StoredWebhook webhook) {
        StringJoiner query = new StringJoiner("&");
        for (var parameter : webhook.fields().path("url_params").properties())
            query.add(SigV4.encode(parameter.getKey(), true) + "="
                    + SigV4.encode(parameter.getValue().asText(), true));
        if (query.length() == 0) return URI.create(webhook.url());
        return URI.create(webhook.url() + (webhook.url().contains("?") ? "&" : "?") + query);
    }

    private HttpRequest request(StoredWebhook webhook, URI url, Message message) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .timeout(limit)
                .header("Content-Type", message.contentType())
                .POST(HttpRequest.BodyPublishers.ofByteArray(message.body()));
        for (JsonNode header : webhook.fields().path("additional_headers"))
            request.setHeader(header.path("key").asText(), header.path("value").asText());
        signIn(request, webhook.fields().path("authentication"));
        JsonNode signature = webhook.fields().path("signature_verification");
        if (signature.isObject()) {
            byte[] secret = signature.path("secret").asText().getBytes(StandardCharsets.UTF_8);
            request.setHeader(signature.path("header").asText(), written(CallSignature.of(secret, message.body())));
        }
        return request.build();
    }

    /** How is not published, so that a receiver's author may want to try both. */
    private String written(byte[] digest) {
        return ThoughtSpotFault.SIGN_BASE64.isOn(faults)
                ? Base64.getEncoder().encodeToString(digest)
                : HexFormat.of().formatHex(digest);
    }

    /** OAuth 2 is left out: its token would come from a server that is not on this computer. */
    private static void signIn(HttpRequest.Builder request, JsonNode authentication) {
        JsonNode key = authentication.path("API_KEY");
        if (key.isObject())
            request.setHeader(key.path("key").asText(), key.path("value").asText());
        JsonNode basic = authentication.path("BASIC_AUTH");
        if (basic.isObject()) {
            String pair = basic.path("username").asText() + ":"
                    + basic.path("password").asText();
            String encoded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
            request.setHeader("Authorization", "Basic " + encoded);
        }
        if (authentication.has("BEARER_TOKEN"))
            request.setHeader(
                    "Authorization",
                    "Bearer " + authentication.path("BEARER_TOKEN").asText());
    }
}
