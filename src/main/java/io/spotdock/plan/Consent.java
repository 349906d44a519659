package io.spotdock.plan;

import io.spotdock.domain.resource.ResourceId;
import io.spotdock.domain.resource.ResourceKind;
import io.spotdock.domain.resource.Webhook;
import java.util.Set;

/**
 * What Spotdock may touch.
 *
 * @param made what the journal says Spotdock made
 * @param webhooks the webhooks that it says Spotdock made, or changed on a person's word: by ThoughtSpot's ID, or by name
 *     where an earlier version ended before it knew that
 * @param attempted the webhooks that Spotdock was about to make when it ended, so that they may be there, just so
 * @param overwrite the conflicts that a person decided: change it anyway
 */
public record Consent(
        Set<ResourceId> made,
        Set<String> webhooks,
        Set<Webhook> attempted,
        Set<ResourceKind> overwrite,
        Secrets secrets) {
    public static final Consent NONE = new Consent(Set.of(), Set.of(), Set.of(), Set.of(), Secrets.TYPED);

    public Consent {
        made = Set.copyOf(made);
        webhooks = Set.copyOf(webhooks);
        attempted = Set.copyOf(attempted);
        overwrite = Set.copyOf(overwrite);
    }

    /** Whether it is Spotdock's to change. A name alone tells nothing: others may have chosen it too. */
    public boolean owns(Webhook webhook) {
        return webhook.serverId().filter(webhooks::contains).isPresent()
                || webhooks.contains(webhook.name())
                || attempted.stream().anyMatch(tried -> WebhookComparison.isMadeAs(tried, webhook));
    }

    /** Whether a conflict over a thing of this kind is decided. */
    boolean decided(ResourceKind kind) {
        return overwrite.contains(kind);
    }
}
