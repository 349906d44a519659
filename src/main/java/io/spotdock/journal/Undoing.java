package io.spotdock.journal;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.BucketName;
import io.spotdock.domain.KeyPrefix;
import io.spotdock.domain.ObjectKey;
import io.spotdock.domain.Partition;
import io.spotdock.domain.RegionName;
import io.spotdock.domain.RoleName;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.resource.Bucket;
import io.spotdock.domain.resource.ChannelPreference;
import io.spotdock.domain.resource.Webhook;
import io.spotdock.domain.resource.WebhookField;
import java.time.Instant;
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

    /**
     * A role.
     *
     * @param uniqueId by which a later role of the same name is told from ours; empty until AWS has answered
     * @param trust that it was made with, by which others are told who have come to use it; empty in lines of an earlier
     *     version
     */
    record RoleMade(RoleName name, Optional<String> uniqueId, Optional<PolicyDocument> trust) implements Undoing {}

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

    /**
     * A webhook.
     *
     * @param serverId empty until ThoughtSpot has answered
     * @param wanted what was asked for, as long as there is no ID to tell it from another of its name; without header
     *     values. Empty in lines of an earlier version
     */
    record WebhookMade(Optional<String> serverId, String name, Optional<Webhook> wanted) implements Undoing {
        public WebhookMade {
            wanted = wanted.map(Webhook::discreet);
        }

        public WebhookMade(Optional<String> serverId, String name) {
            this(serverId, name, Optional.empty());
        }
    }

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

    /** A file that is there for the length of a test. */
    sealed interface TestFile extends Undoing {
        BucketName bucket();

        RegionName region();
    }

    /** One that a test wrote, or was about to write. */
    record TestFileWritten(BucketName bucket, RegionName region, ObjectKey key) implements TestFile {}

    /**
     * The file that ThoughtSpot writes when it is asked to try the webhook, under a name of its own.
     *
     * @param since when it was asked, by this computer's clock
     */
    record TestFileAwaited(BucketName bucket, RegionName region, KeyPrefix prefix, Instant since) implements TestFile {}

    record ChannelSet(ChannelPreference before, ChannelPreference after) implements Undoing {}

    /** Nothing of its own to take back: it goes with something else. */
    record WithAnother() implements Undoing {}
}
