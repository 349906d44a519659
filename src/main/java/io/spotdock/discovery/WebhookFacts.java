package io.spotdock.discovery;

import io.spotdock.domain.Org;
import io.spotdock.domain.ThoughtSpotHost;
import io.spotdock.domain.resource.Webhook;
import io.spotdock.port.WebhookService.StorageOffer;
import java.util.List;

/**
 * A webhook as it was read.
 *
 * @param offers what ThoughtSpot says of itself; none where it doesn't
 */
public record WebhookFacts(ThoughtSpotHost host, Org org, Webhook webhook, List<StorageOffer> offers) {
    public WebhookFacts {
        offers = List.copyOf(offers);
    }
}
