package io.spotdock.journal;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.BucketName;
import io.spotdock.domain.Partition;
import io.spotdock.domain.RegionName;
import io.spotdock.domain.RoleName;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.resource.Bucket;
import io.spotdock.domain.resource.ChannelPreference;
import io.spotdock.domain.resource.Webhook;
import io.spotdock.domain.resource.WebhookField;
import java.util.Optional;
import java.util.Set;

/** How one change is taken back: what was made, or what stood there before. */
public sealed interface Undoing {
    record BucketMade(BucketName name, RegionName region) implements Undoing {}

    record BucketProtected(BucketName name, RegionName region, Bucket.Protection before) implements Undoing {}

    /** @param after what Spotdock put there; someone else's later change is not undone */
    record BucketPolicySet(BucketName name, RegionName region, Optional<PolicyDocument> before, PolicyDocument after)
            implements Undoing {}

    record ProviderMade(Partition partition, AccountId account) implements Undoing {}

    record ClientIdAdded(Partition partition, AccountId account, String clientId) implements Undoing {}

    /** @param uniqueId by which a later role of the same name is told from ours; empty until AWS has answered */
    record RoleMade(RoleName name, Optional<String> uniqueId) implements Undoing {}

    record TrustSet(RoleName role, PolicyDocument before, PolicyDocument after) implements Undoing {}

    /**
     * A statement that was put in for the length of a self-test.
     *
     * @param sid by which it alone is taken out again, whatever others have changed beside it
     * @param before the trust policy as it stood, to tell afterwards whether it stands so again
     */
    record StatementAdded(RoleName role, String sid, PolicyDocument before) implements Undoing {}

    record InlinePolicySet(RoleName role, String policyName, Optional<PolicyDocument> before, PolicyDocument after)
            implements Undoing {}

    /** @param serverId empty until ThoughtSpot has answered */
    record WebhookMade(Optional<String> serverId, String name) implements Undoing {}

    /**
     * An update.
     *
     * @param before without the values of its headers, which may hold secrets and are not kept
     * @param after what Spotdock made of it, likewise; someone else's later change is not undone
     */
    record WebhookChanged(String serverId, Webhook before, Webhook after, Set<WebhookField> fields) implements Undoing {
        public WebhookChanged {
            before = before.discreet();
            after = after.discreet();
            fields = Set.copyOf(fields);
        }
    }

    /**
     * A deletion, asked for by a person.
     *
     * @param before without secrets, and without the values of its headers
     */
    record WebhookDeleted(Webhook before) implements Undoing {
        public WebhookDeleted {
            before = before.discreet();
        }
    }

    /**
     * A schedule that was made to test with a real Liveboard.
     *
     * @param serverId empty until ThoughtSpot has answered
     * @param name that no other schedule has
     */
    record ScheduleMade(Optional<String> serverId, String name) implements Undoing {}

    record ChannelSet(ChannelPreference before, ChannelPreference after) implements Undoing {}

    /** Nothing of its own to take back: it goes with something else. */
    record WithAnother() implements Undoing {}
}
