package io.spotdock.domain.resource;

import io.spotdock.domain.WebhookUrl;
import java.util.Map;
import java.util.Optional;

/**
 * The Liveboard webhook of an Org; ThoughtSpot allows one per Org.
 *
 * @param serverId ThoughtSpot's own ID; empty before it is made
 * @param url as registered; {@link WebhookUrl} is what Spotdock itself registers
 * @param enabled empty where ThoughtSpot never set it, which counts as enabled
 */
public record Webhook(
        Optional<String> serverId,
        String name,
        String url,
        Optional<String> description,
        Map<String, String> urlParams,
        WebhookAuthentication authentication,
        Optional<WebhookSignature> signature,
        Map<String, String> headers,
        Optional<StorageDestination> storage,
        Optional<Boolean> enabled)
        implements Resource {
    public Webhook {
        urlParams = Map.copyOf(urlParams);
        headers = Map.copyOf(headers);
    }

    public boolean isDisabled() {
        return enabled.isPresent() && !enabled.get();
    }

    @Override
    public ResourceId id() {
        return new ResourceId(ResourceKind.WEBHOOK, name);
    }
}
