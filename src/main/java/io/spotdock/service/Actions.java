package io.spotdock.service;

import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.resource.Bucket;
import io.spotdock.domain.resource.BucketPolicy;
import io.spotdock.domain.resource.ChannelPreference;
import io.spotdock.domain.resource.IdentityProvider;
import io.spotdock.domain.resource.PermissionsPolicy;
import io.spotdock.domain.resource.Resource;
import io.spotdock.domain.resource.Role;
import io.spotdock.domain.resource.TrustPolicy;
import io.spotdock.domain.resource.Webhook;
import io.spotdock.journal.Undoing;
import io.spotdock.plan.Change;
import io.spotdock.plan.Secrets;
import java.util.Optional;

/**
 * The writing calls, one action for each kind of change. An action says how it will be taken back before it acts, and
 * once more afterwards, when the outside has told it what it made. Each may be repeated.
 */
final class Actions {
    private final BucketActions buckets;
    private final IamActions iam;
    private final ThoughtSpotActions thoughtSpot;

    Actions(Session session, PolicyDocument trustOfNewRole, Secrets secrets) {
        this.buckets = new BucketActions(session);
        this.iam = new IamActions(session, trustOfNewRole);
        this.thoughtSpot = new ThoughtSpotActions(session.thoughtSpot(), secrets);
    }

    /** One change, ready to be made. */
    interface Action {
        /** How to take it back, as far as is known before it is made. */
        Undoing undoing();

        /** Makes it; returns how to take it back, as is known now. */
        Undoing perform();

        /** Whether something was made although {@link #perform} failed. */
        default boolean halfDone() {
            return false;
        }

        /** Whether {@link #perform} failed because somebody else has made the very same meanwhile: it is theirs. */
        default boolean standsAnyway() {
            return false;
        }
    }

    /** @return empty for a change that writes nothing */
    Optional<Action> of(Change change) {
        return switch (change) {
            case Change.Keep _, Change.Conflict _ -> Optional.empty();
            case Change.Create create -> Optional.of(create(create.wanted()));
            case Change.Update update -> Optional.of(update(update.found(), update.wanted()));
            case Change.Delete delete -> Optional.of(delete(delete.found()));
        };
    }

    private Action create(Resource wanted) {
        return switch (wanted) {
            case Bucket bucket -> buckets.create(bucket);
            case BucketPolicy policy -> buckets.putPolicy(policy, Optional.empty());
            case IdentityProvider provider -> iam.createProvider(provider);
            case Role role -> iam.createRole(role);
            case TrustPolicy trust -> iam.trustOfNewRole(trust);
            case PermissionsPolicy permissions -> iam.putPermissions(permissions, Optional.empty());
            case Webhook webhook -> thoughtSpot.create(webhook);
            case ChannelPreference preference -> thoughtSpot.setChannels(preference, preference);
        };
    }

    private Action update(Resource found, Resource wanted) {
        return switch (wanted) {
            case Bucket bucket -> buckets.mend(bucket, (Bucket) found);
            case BucketPolicy policy -> buckets.putPolicy(policy, Optional.of(((BucketPolicy) found).document()));
            case IdentityProvider provider -> iam.addClientIds(provider, (IdentityProvider) found);
            case Role _ -> throw new IllegalStateException("a role is made or kept; its policies are changed");
            case TrustPolicy trust -> iam.putTrust(trust, ((TrustPolicy) found).document());
            case PermissionsPolicy permissions ->
                iam.putPermissions(permissions, Optional.of(((PermissionsPolicy) found).document()));
            case Webhook webhook -> thoughtSpot.update(webhook, (Webhook) found);
            case ChannelPreference preference -> thoughtSpot.setChannels(preference, (ChannelPreference) found);
        };
    }

    private Action delete(Resource found) {
        if (found instanceof Webhook webhook) return thoughtSpot.delete(webhook);
        throw new IllegalStateException("nothing but a webhook is deleted by a plan: " + found.id());
    }

    /** An action out of its two halves. */
    static Action action(Undoing undoing, java.util.function.Supplier<Undoing> perform) {
        return new Action() {
            @Override
            public Undoing undoing() {
                return undoing;
            }

            @Override
            public Undoing perform() {
                return perform.get();
            }
        };
    }
}
