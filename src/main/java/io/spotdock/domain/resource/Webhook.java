package io.spotdock.domain.resource;

import io.spotdock.domain.Telltales;
import io.spotdock.domain.WebhookUrl;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    /** The same webhook with these fields as another one has them. */
    public Webhook with(Set<WebhookField> fields, Webhook other) {
        return new Webhook(
                serverId,
                fields.contains(WebhookField.NAME) ? other.name : name,
                fields.contains(WebhookField.URL) ? other.url : url,
                fields.contains(WebhookField.DESCRIPTION) ? other.description : description,
                fields.contains(WebhookField.URL_PARAMS) ? other.urlParams : urlParams,
                fields.contains(WebhookField.AUTHENTICATION) ? other.authentication : authentication,
                fields.contains(WebhookField.SIGNATURE) ? other.signature : signature,
                fields.contains(WebhookField.HEADERS) ? other.headers : headers,
                fields.contains(WebhookField.STORAGE) ? other.storage : storage,
                fields.contains(WebhookField.ENABLED) ? other.enabled : enabled);
    }

    public Webhook withHeaders(Map<String, String> others) {
        return new Webhook(
                serverId, name, url, description, urlParams, authentication, signature, others, storage, enabled);
    }

    public Webhook withEnabled(boolean on) {
        return withEnabled(Optional.of(on));
    }

    public Webhook withEnabled(Optional<Boolean> as) {
        return new Webhook(
                serverId, name, url, description, urlParams, authentication, signature, headers, storage, as);
    }

    /** As much of it as may be written down: no values of headers, and no parameter that is likely to be a secret. */
    public Webhook discreet() {
        Map<String, String> names = new HashMap<>();
        headers.keySet().forEach(name -> names.put(name, ""));
        return new Webhook(
                serverId,
                name,
                Telltales.hideInAddress(url),
                description,
                Telltales.hideIn(urlParams),
                authentication,
                signature,
                names,
                storage,
                enabled);
    }

    /** Whether its address or a parameter of it was hidden by {@link #discreet}. */
    public boolean isAddressHidden() {
        return Telltales.isHiddenIn(url) || urlParams.containsValue(Telltales.HIDDEN);
    }

    /** Whether its files go to Google Cloud Storage, which Spotdock does not set up. */
    public boolean isStoredByGoogle() {
        return storage.filter(StorageDestination::isGoogles).isPresent();
    }

    @Override
    public ResourceId id() {
        return new ResourceId(ResourceKind.WEBHOOK, name);
    }
}
