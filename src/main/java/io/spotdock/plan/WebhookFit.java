package io.spotdock.plan;

import io.spotdock.domain.Capability;
import io.spotdock.domain.Cluster;
import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import io.spotdock.domain.resource.Webhook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A webhook against what the cluster can do: members that its release does not have would be refused after the first
 * write, so that they are told of before.
 */
public final class WebhookFit {
    private WebhookFit() {}

    /** The webhook as the cluster takes it: one that is to be on is on where it can't be switched. */
    static Webhook fitted(Webhook wanted, Cluster cluster) {
        if (wanted.isDisabled() || !cluster.lacks(Capability.WEBHOOK_STATUS)) return wanted;
        return wanted.withEnabled(Optional.empty());
    }

    /** What a person should know before applying. */
    static List<Fault> notes(Webhook wanted, Cluster cluster) {
        List<Fault> notes = new ArrayList<>();
        if (cluster.lacks(Capability.WEBHOOKS)) notes.add(Fault.of("note.webhooks-off"));
        if (wanted.enabled().isPresent() && cluster.lacks(Capability.WEBHOOK_STATUS))
            notes.add(told(
                    wanted.isDisabled() ? "note.status-unknown" : "note.status-left-out", Capability.WEBHOOK_STATUS));
        if (!wanted.headers().isEmpty() && cluster.lacks(Capability.ADDITIONAL_HEADERS))
            notes.add(told("note.headers-unknown", Capability.ADDITIONAL_HEADERS));
        return notes;
    }

    /** Why the cluster would refuse the webhook; empty when nothing is known to be wrong. */
    public static Optional<Failure> refusal(Webhook wanted, Cluster cluster) {
        if (cluster.lacks(Capability.WEBHOOKS))
            return Optional.of(new Failure.Invalid("webhook", Fault.of("note.webhooks-off"), ""));
        if (wanted.isDisabled() && cluster.lacks(Capability.WEBHOOK_STATUS))
            return Optional.of(
                    new Failure.Invalid("webhook.enabled", told("note.status-unknown", Capability.WEBHOOK_STATUS), ""));
        if (!wanted.headers().isEmpty() && cluster.lacks(Capability.ADDITIONAL_HEADERS))
            return Optional.of(new Failure.Invalid(
                    "webhook.headers", told("note.headers-unknown", Capability.ADDITIONAL_HEADERS), ""));
        return Optional.empty();
    }

    private static Fault told(String key, Capability capability) {
        return Fault.of(key, capability.since());
    }
}
