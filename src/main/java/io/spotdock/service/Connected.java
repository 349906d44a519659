package io.spotdock.service;

import io.spotdock.domain.Cluster;
import io.spotdock.domain.Failure;
import io.spotdock.domain.ThoughtSpotHost;
import io.spotdock.port.WebhookService.SessionUser;
import io.spotdock.port.WebhookService.StorageOffer;
import io.spotdock.port.WebhookService.TokenLife;
import java.util.List;
import java.util.Optional;

/**
 * Signed in to ThoughtSpot.
 *
 * @param tokenLife empty where ThoughtSpot doesn't tell
 * @param cluster what it can do
 * @param offers what it says of its hosting
 * @param notTold why it doesn't say: an older cluster, or a sign-in without the privilege
 */
public record Connected(
        ThoughtSpotHost host,
        SessionUser user,
        Optional<TokenLife> tokenLife,
        Cluster cluster,
        List<StorageOffer> offers,
        Optional<Failure> notTold) {
    public Connected {
        offers = List.copyOf(offers);
    }

    public Optional<StorageOffer.AwsToS3> onAws() {
        return first(StorageOffer.AwsToS3.class);
    }

    public Optional<StorageOffer.GcpToS3> onGcp() {
        return first(StorageOffer.GcpToS3.class);
    }

    private <T extends StorageOffer> Optional<T> first(Class<T> type) {
        return offers.stream().filter(type::isInstance).map(type::cast).findFirst();
    }
}
