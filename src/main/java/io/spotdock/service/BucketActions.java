package io.spotdock.service;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.resource.Bucket;
import io.spotdock.domain.resource.BucketPolicy;
import io.spotdock.journal.Undoing;
import io.spotdock.port.Buckets;
import io.spotdock.port.Buckets.Located;
import java.util.Optional;

/** Changes of the bucket and its policy. */
final class BucketActions {
    private final Session session;
    private final Buckets buckets;

    BucketActions(Session session) {
        this.session = session;
        this.buckets = session.cloud().buckets();
    }

    Actions.Action create(Bucket wanted) {
        Undoing undoing = new Undoing.BucketMade(wanted.name(), wanted.region());
        return Actions.action(undoing, () -> {
            Located located = located(wanted);
            try {
                buckets.create(located, wanted.tags());
            } catch (FailureException e) {
                // The plan saw no bucket of this name, so one of ours is from a try of this very call that got no
                // answer.
                boolean ours = e.failure() instanceof Failure.AlreadyThere
                        && buckets.look(wanted.name(), located.owner()) instanceof Buckets.Lookup.Ours
                        && buckets.isEmpty(located);
                if (!ours) throw e;
                buckets.putTags(located, wanted.tags());
            }
            // AWS protects a new bucket by itself; an organisation may have changed that default.
            if (!buckets.protection(located).equals(wanted.protection())) buckets.protect(located, wanted.protection());
            return undoing;
        });
    }

    /** Puts our own bucket back to what it should be. */
    Actions.Action mend(Bucket wanted, Bucket found) {
        Undoing undoing = new Undoing.BucketProtected(wanted.name(), wanted.region(), found.protection());
        return Actions.action(undoing, () -> {
            Located located = located(wanted);
            if (!found.protection().equals(wanted.protection())) buckets.protect(located, wanted.protection());
            if (!found.tags().entrySet().containsAll(wanted.tags().entrySet()))
                buckets.putTags(located, merged(found, wanted));
            return undoing;
        });
    }

    Actions.Action putPolicy(BucketPolicy wanted, Optional<PolicyDocument> before) {
        Undoing undoing = new Undoing.BucketPolicySet(
                wanted.bucket(), session.settings().aws().region(), before, wanted.document());
        return Actions.action(undoing, () -> {
            Located located = new Located(
                    wanted.bucket(),
                    session.settings().aws().region(),
                    session.settings().aws().accountId());
            buckets.putPolicy(located, wanted.document());
            return undoing;
        });
    }

    private static java.util.Map<String, String> merged(Bucket found, Bucket wanted) {
        java.util.Map<String, String> tags = new java.util.HashMap<>(found.tags());
        tags.putAll(wanted.tags());
        return tags;
    }

    private Located located(Bucket bucket) {
        return new Located(
                bucket.name(), bucket.region(), session.settings().aws().accountId());
    }
}
