package io.spotdock.service;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.resource.Bucket;
import io.spotdock.domain.resource.BucketPolicy;
import io.spotdock.journal.Undoing;
import io.spotdock.port.Buckets;
import io.spotdock.port.Buckets.Located;
import java.util.HashMap;
import java.util.Map;
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
        return new Creation(wanted);
    }

    /** A bucket takes several calls, any of which may fail after the first has made it. */
    private final class Creation implements Actions.Action {
        private final Bucket wanted;
        private final Located located;
        private boolean made;

        Creation(Bucket wanted) {
            this.wanted = wanted;
            this.located = located(wanted);
        }

        @Override
        public Undoing undoing() {
            return new Undoing.BucketMade(wanted.name(), wanted.region());
        }

        @Override
        public boolean halfDone() {
            return made;
        }

        @Override
        public Undoing perform() {
            if (!made) make();
            made = true;
            buckets.putTags(located, wanted.tags());
            // AWS protects a new bucket by itself; an organisation may have changed that default.
            if (!buckets.protection(located).equals(wanted.protection())) buckets.protect(located, wanted.protection());
            return undoing();
        }

        private void make() {
            try {
                buckets.create(located);
            } catch (FailureException e) {
                // The plan saw no bucket of this name, so an empty one of ours is from a try that got no answer.
                boolean ours = e.failure() instanceof Failure.AlreadyThere
                        && buckets.look(wanted.name(), located.owner()) instanceof Buckets.Lookup.Ours
                        && buckets.isEmpty(located);
                if (!ours) throw e;
            }
        }
    }

    /** Puts our own bucket back to what it should be. */
    Actions.Action mend(Bucket wanted, Bucket found) {
        return new Mending(wanted, found);
    }

    /** It takes several calls too, as does the writing of the protection. */
    private final class Mending implements Actions.Action {
        private final Bucket wanted;
        private final Bucket found;
        private boolean begun;

        Mending(Bucket wanted, Bucket found) {
            this.wanted = wanted;
            this.found = found;
        }

        @Override
        public Undoing undoing() {
            return new Undoing.BucketProtected(wanted.name(), wanted.region(), found.protection());
        }

        @Override
        public boolean halfDone() {
            return begun;
        }

        @Override
        public Undoing perform() {
            Located located = located(wanted);
            boolean differs = !found.protection().equals(wanted.protection());
            begun |= differs;
            if (differs) buckets.protect(located, wanted.protection());
            if (!found.tags().entrySet().containsAll(wanted.tags().entrySet()))
                buckets.putTags(located, merged(found, wanted));
            return undoing();
        }
    }

    Actions.Action putPolicy(BucketPolicy wanted, Optional<PolicyDocument> before) {
        Undoing undoing = new Undoing.BucketPolicySet(
                wanted.bucket(), session.settings().aws().region(), before, wanted.document());
        return Actions.action(undoing, () -> {
            Located located = new Located(
                    wanted.bucket(),
                    session.settings().aws().region(),
                    session.settings().aws().accountId());
            refuseIfChanged(located, wanted, before);
            buckets.putPolicy(located, wanted.document());
            return undoing;
        });
    }

    /** S3 replaces a policy whole, so that one which came since the plan, from an organisation say, would be lost. */
    private void refuseIfChanged(Located located, BucketPolicy wanted, Optional<PolicyDocument> before) {
        Optional<PolicyDocument> now = buckets.policy(located);
        boolean same = now.isEmpty()
                ? before.isEmpty()
                : now.get().means(wanted.document())
                        || before.filter(now.get()::means).isPresent();
        if (!same)
            throw new FailureException(new Failure.AlreadyThere(wanted.id().toString(), ""));
    }

    private static Map<String, String> merged(Bucket found, Bucket wanted) {
        Map<String, String> tags = new HashMap<>(found.tags());
        tags.putAll(wanted.tags());
        return tags;
    }

    private Located located(Bucket bucket) {
        return new Located(
                bucket.name(), bucket.region(), session.settings().aws().accountId());
    }
}
