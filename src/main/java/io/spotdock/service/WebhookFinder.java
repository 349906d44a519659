package io.spotdock.service;

import io.spotdock.discovery.WebhookFacts;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Org;
import io.spotdock.domain.ThoughtSpotHost;
import io.spotdock.domain.resource.Webhook;
import io.spotdock.port.WebhookService;
import io.spotdock.port.WebhookService.StorageOffer;
import java.util.List;
import java.util.stream.Collectors;

/** Finds a registered webhook, for settings to be made of it. Changes nothing. */
public final class WebhookFinder {
    /** The option that asks for it, for messages. */
    public static final String ASKED = "--from-webhook";

    private final ThoughtSpotHost host;
    private final WebhookService service;

    public WebhookFinder(ThoughtSpotHost host, WebhookService service) {
        this.host = host;
        this.service = service;
    }

    /**
     * Finds the webhook of this ID, or else of this name.
     *
     * @throws FailureException Invalid when there is none, or when it sends its files to Google Cloud Storage
     */
    public WebhookFacts find(String idOrName) {
        Org org = service.user().currentOrg();
        List<Webhook> all = service.webhooks();
        Webhook found = all.stream()
                .filter(webhook -> webhook.serverId().orElse("").equals(idOrName))
                .findFirst()
                .or(() -> all.stream()
                        .filter(webhook -> webhook.name().equals(idOrName))
                        .findFirst())
                .orElseThrow(() -> missing(idOrName, org, all));
        if (found.isStoredByGoogle())
            throw invalid(Fault.of(
                    "fault.discovery.webhook-google",
                    found.name(),
                    found.storage().orElseThrow().bucket()));
        return new WebhookFacts(host, org, found, offers());
    }

    private static FailureException missing(String idOrName, Org org, List<Webhook> all) {
        if (all.isEmpty()) return invalid(Fault.of("fault.discovery.webhook-none", org.name()));
        String there = all.stream()
                .map(webhook -> webhook.name()
                        + webhook.serverId().map(id -> " (" + id + ")").orElse(""))
                .collect(Collectors.joining(", "));
        return invalid(Fault.of("fault.discovery.webhook-missing", idOrName, org.name(), there));
    }

    private static FailureException invalid(Fault fault) {
        return new FailureException(new Failure.Invalid(ASKED, fault, ""));
    }

    /** An older cluster does not tell, and nor does one to a person who may not ask. */
    private List<StorageOffer> offers() {
        try {
            return service.storageOffers();
        } catch (FailureException e) {
            if (e.failure() instanceof Failure.Missing || e.failure() instanceof Failure.Denied) return List.of();
            throw e;
        }
    }
}
