package io.spotdock.domain;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The customer's URL that ThoughtSpot calls after a delivery: https, with a host and no user information (ThoughtSpot,
 * "Webhooks for Liveboard schedule events"). Plain http is accepted for this computer only.
 */
public record WebhookUrl(URI value) {
    public WebhookUrl {
        IllegalValueException.unlessNull(rule(value.toString()));
    }

    public static Parsed<WebhookUrl> parse(String text) {
        return Parsed.of(text.strip(), WebhookUrl::rule, t -> new WebhookUrl(URI.create(t)));
    }

    private static @Nullable Fault rule(String text) {
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            return Fault.of("fault.webhook-url");
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (uri.getHost() == null || uri.getRawFragment() != null || Unseen.in(text))
            return Fault.of("fault.webhook-url");
        if (uri.getRawUserInfo() != null) return Fault.of("fault.webhook-url.user");
        boolean allowed = scheme.equals("https") || scheme.equals("http") && Loopback.names(uri.getHost());
        return allowed ? null : Fault.of("fault.webhook-url.https");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
