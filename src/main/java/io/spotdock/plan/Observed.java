package io.spotdock.plan;

import io.spotdock.domain.Caller;
import io.spotdock.domain.Cluster;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.RegionName;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.resource.ChannelPreference;
import io.spotdock.domain.resource.IdentityProvider;
import io.spotdock.domain.resource.LastUse;
import io.spotdock.domain.resource.Webhook;
import io.spotdock.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands now.
 *
 * @param thoughtSpot empty when there is no connection, so that nothing can be said about it
 */
public record Observed(
        Caller caller,
        BucketSight bucket,
        Optional<IdentityProvider> identityProvider,
        Optional<RoleSight> role,
        Unseen unseen,
        Optional<ThoughtSpotSight> thoughtSpot) {

    /** The registered webhook that settings name. */
    public Optional<Webhook> registered(Settings settings) {
        return settings.webhook()
                .flatMap(named -> thoughtSpot.flatMap(sight -> sight.webhooks().stream()
                        .filter(webhook -> webhook.name().equals(named.name()))
                        .findFirst()));
    }

    /**
     * What could not be looked at, of what somebody else makes: why the person may not look. Whoever may not touch IAM
     * can still register the webhook.
     *
     * @param failed what could not be read although it is needed
     */
    public record Unseen(
            Optional<Failure.Denied> identityProvider, Optional<Failure.Denied> role, Map<Part, Failure> failed) {
        public static final Unseen NOTHING = new Unseen(Optional.empty(), Optional.empty(), Map.of());

        public Unseen {
            failed = Map.copyOf(failed);
        }

        /** Whether nothing is known of it, not even that it is not there. */
        public boolean hides(Part part) {
            boolean denied = switch (part) {
                case ROLE -> role.isPresent();
                case IDENTITY_PROVIDER -> identityProvider.isPresent();
                case BUCKET, THOUGHTSPOT -> false;
            };
            return denied || failed.containsKey(part);
        }
    }

    /** What is read at once, and fails at once. */
    public enum Part {
        BUCKET,
        ROLE,
        IDENTITY_PROVIDER,
        THOUGHTSPOT
    }

    /**
     * The same, for whom a part that could not be read is the end of it.
     *
     * @throws FailureException the failure of the first of these parts that could not be read
     */
    public Observed with(Part... needed) {
        for (Part part : needed) {
            Failure failure = unseen.failed().get(part);
            if (failure != null) throw new FailureException(failure);
        }
        return this;
    }

    /** What goes by the bucket's name. */
    public sealed interface BucketSight {
        record Absent() implements BucketSight {}

        /** Another account's. */
        record Foreign() implements BucketSight {}

        /** Ours, in another region than the settings say; nothing more was read. */
        record Elsewhere(RegionName region) implements BucketSight {}

        record Ours(io.spotdock.domain.resource.Bucket bucket, Optional<PolicyDocument> policy)
                implements BucketSight {}
    }

    /**
     * A role with its own documents; what else hangs on it a plan leaves alone.
     *
     * @param lastUse empty for a role that nobody has used
     */
    public record RoleSight(
            io.spotdock.domain.resource.Role role,
            PolicyDocument trust,
            Map<String, PolicyDocument> inline,
            Optional<LastUse> lastUse) {
        public RoleSight {
            inline = Map.copyOf(inline);
        }
    }

    /**
     * The Org's side.
     *
     * @param channels empty when the sign-in may not look
     * @param cluster what it can do: a webhook's members come with releases
     */
    public record ThoughtSpotSight(List<Webhook> webhooks, Optional<ChannelPreference> channels, Cluster cluster) {
        public ThoughtSpotSight {
            webhooks = List.copyOf(webhooks);
        }
    }
}
