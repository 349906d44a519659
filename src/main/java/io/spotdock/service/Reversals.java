package io.spotdock.service;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.BucketName;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Ownership;
import io.spotdock.domain.RegionName;
import io.spotdock.domain.RoleName;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.policy.PolicyJson;
import io.spotdock.domain.policy.SelfTestStatement;
import io.spotdock.domain.resource.IdentityProvider;
import io.spotdock.journal.Entry;
import io.spotdock.journal.Undoing;
import io.spotdock.plan.Outcome;
import io.spotdock.port.Buckets;
import io.spotdock.port.Buckets.Located;
import io.spotdock.port.Cloud;
import io.spotdock.port.IdentityProviders;
import io.spotdock.port.Roles;
import io.spotdock.port.Schedules;
import io.spotdock.port.WebhookService;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** How each kind of change is taken back, and when it must not be. */
final class Reversals {
    private static final Outcome DONE = new Outcome.Changed();
    private static final Outcome GONE = new Outcome.AlreadyRight();

    private final AccountId account;
    private final Cloud cloud;
    private final Reliance reliance;
    private final Optional<WebhookReversals> thoughtSpot;
    private final Optional<Schedules> schedules;

    /** @param journal all of its entries */
    Reversals(SignedIn signedIn, List<Entry> journal) {
        this.reliance = new Reliance(signedIn, journal);
        this.account = signedIn.settings().aws().accountId();
        this.cloud = signedIn.cloud();
        this.schedules = signedIn.thoughtSpot().map(WebhookService::schedules);
        this.thoughtSpot = signedIn.thoughtSpot()
                .map(service ->
                        new WebhookReversals(service, signedIn.settings().webhook()));
    }

    /** @param entry with an undoing */
    Outcome takeBack(Entry entry) {
        return reliance.on(entry)
                .<Outcome>map(Outcome.Left::new)
                .orElseGet(() -> takeBack(entry.undoing().orElseThrow(), entry.state() == Entry.State.DONE));
    }

    /** @param certain whether it is known to have been made: without that the program ended on its way */
    private Outcome takeBack(Undoing undoing, boolean certain) {
        return switch (undoing) {
            case Undoing.BucketMade made -> deleteBucket(made, certain);
            case Undoing.BucketProtected changed ->
                onBucket(changed.name(), changed.region(), bucket -> {
                    cloud.buckets().protect(bucket, changed.before());
                    return DONE;
                });
            case Undoing.BucketPolicySet set ->
                onBucket(set.name(), set.region(), bucket -> restorePolicy(bucket, set));
            case Undoing.ProviderMade made -> deleteProvider(made);
            case Undoing.ClientIdAdded added -> removeClientId(added);
            case Undoing.RoleMade made -> deleteRole(made);
            case Undoing.TrustSet set -> restoreTrust(set);
            case Undoing.StatementAdded added ->
                new TemporaryStatement(cloud.roles(), added.role()).takeOut(TemporaryStatement.of(added.sid()))
                        ? DONE
                        : GONE;
            case Undoing.InlinePolicySet set -> restoreInline(set);
            case Undoing.WebhookMade made -> onThoughtSpot(webhook -> webhook.remove(made));
            case Undoing.WebhookChanged changed -> onThoughtSpot(webhook -> webhook.restore(changed));
            case Undoing.WebhookDeleted deleted -> onThoughtSpot(webhook -> webhook.makeAgain(deleted.before()));
            case Undoing.ScheduleMade made -> deleteSchedule(made);
            case Undoing.TestFile file ->
                onBucket(file.bucket(), file.region(), bucket -> new ForgottenFiles(cloud).remove(bucket, file));
            case Undoing.ChannelSet set -> onThoughtSpot(webhook -> webhook.restoreChannel(set));
            case Undoing.WithAnother _ -> DONE;
        };
    }

    private Outcome onBucket(BucketName name, RegionName region, Function<Located, Outcome> reversal) {
        return switch (cloud.buckets().look(name, account)) {
            case Buckets.Lookup.Absent _ -> GONE;
            case Buckets.Lookup.Foreign _ -> left("undo.bucket-foreign", name);
            case Buckets.Lookup.Ours(Located bucket) ->
                bucket.region().equals(region) ? reversal.apply(bucket) : left("undo.bucket-elsewhere", name);
        };
    }

    private Outcome deleteBucket(Undoing.BucketMade made, boolean certain) {
        return onBucket(made.name(), made.region(), bucket -> {
            Map<String, String> tags = cloud.buckets().tags(bucket);
            // Tags are put on it after it is made, and the program may have ended in between.
            boolean halfMade = !certain && tags.isEmpty();
            if (!Ownership.isOurs(tags) && !halfMade) return left("undo.bucket-untagged", made.name());
            if (!cloud.buckets().isEmpty(bucket)) return left("undo.bucket-not-empty", made.name());
            cloud.buckets().delete(bucket);
            return DONE;
        });
    }

    private Outcome restorePolicy(Located bucket, Undoing.BucketPolicySet set) {
        Optional<PolicyDocument> now = cloud.buckets().policy(bucket);
        if (sameAs(now, set.before())) return GONE;
        if (now.isEmpty() || !now.get().means(set.after())) return left("undo.changed-since.bucket-policy");
        set.before()
                .ifPresentOrElse(
                        before -> cloud.buckets().putPolicy(bucket, before),
                        () -> cloud.buckets().deletePolicy(bucket));
        return DONE;
    }

    private Outcome deleteProvider(Undoing.ProviderMade made) {
        IdentityProviders providers = cloud.identityProviders();
        Optional<IdentityProvider> found = providers.find(made.partition(), made.account());
        if (found.isEmpty()) return GONE;
        if (!Ownership.isOurs(found.get().tags()))
            return left("undo.provider-untagged", found.get().arn());
        return unlessTrusted(found.get(), _ -> true, () -> providers.delete(found.get()));
    }

    private Outcome removeClientId(Undoing.ClientIdAdded added) {
        IdentityProviders providers = cloud.identityProviders();
        Optional<IdentityProvider> found = providers.find(added.partition(), added.account());
        if (found.isEmpty() || !found.get().clientIds().contains(added.clientId())) return GONE;
        // An audience stands in a trust policy as the text it is.
        return unlessTrusted(
                found.get(),
                trust -> PolicyJson.compact(trust).contains("\"" + added.clientId() + "\""),
                () -> providers.removeClientId(found.get(), added.clientId()));
    }

    /** A role of the account may be anybody's; whoever can't see them all leaves what they may need. */
    private Outcome unlessTrusted(IdentityProvider provider, Predicate<PolicyDocument> needs, Runnable reversal) {
        try {
            for (RoleName other : cloud.roles().trusting(provider.arn()))
                if (cloud.roles()
                        .find(other)
                        .map(Roles.WithTrust::trust)
                        .filter(needs)
                        .isPresent()) return left("undo.provider-in-use", other);
        } catch (FailureException e) {
            if (e.failure() instanceof Failure.Denied denied)
                return left("undo.provider-unseen", provider.arn(), denied.action());
            throw e;
        }
        reversal.run();
        return DONE;
    }

    private Outcome deleteRole(Undoing.RoleMade made) {
        Roles roles = cloud.roles();
        Optional<Roles.WithTrust> found = roles.find(made.name());
        if (found.isEmpty()) return GONE;
        boolean ours = made.uniqueId().isPresent()
                ? made.uniqueId().equals(found.get().role().uniqueId())
                : Ownership.isOurs(found.get().role().tags());
        if (!ours) return left("undo.role-other", made.name());
        Set<String> inline = roles.inlinePolicies(made.name()).keySet();
        List<String> attached = roles.attachedPolicies(made.name());
        if (!inline.isEmpty() || !attached.isEmpty())
            return left(
                    "undo.role-in-use",
                    made.name(),
                    inline.isEmpty() ? attached.getFirst() : inline.iterator().next());
        roles.delete(made.name());
        return DONE;
    }

    /** What a self-test forgot goes as well, and does not count as somebody's change. */
    private Outcome restoreTrust(Undoing.TrustSet set) {
        Optional<PolicyDocument> found = cloud.roles().find(set.role()).map(Roles.WithTrust::trust);
        if (found.isEmpty() || found.get().means(set.before())) return GONE;
        PolicyDocument lasting = SelfTestStatement.without(found.get());
        if (!lasting.means(set.before()) && !lasting.means(set.after())) return left("undo.changed-since.trust-policy");
        cloud.roles().putTrust(set.role(), set.before());
        return DONE;
    }

    private Outcome restoreInline(Undoing.InlinePolicySet set) {
        if (cloud.roles().find(set.role()).isEmpty()) return GONE;
        Optional<PolicyDocument> now =
                Optional.ofNullable(cloud.roles().inlinePolicies(set.role()).get(set.policyName()));
        if (sameAs(now, set.before())) return GONE;
        if (now.isEmpty() || !now.get().means(set.after())) return left("undo.changed-since.permissions-policy");
        set.before()
                .ifPresentOrElse(
                        before -> cloud.roles().putInlinePolicy(set.role(), set.policyName(), before),
                        () -> cloud.roles().deleteInlinePolicy(set.role(), set.policyName()));
        return DONE;
    }

    private Outcome deleteSchedule(Undoing.ScheduleMade made) {
        if (schedules.isEmpty()) return left("undo.not-connected");
        return new ScheduleRemoval(schedules.get()).remove(made) ? DONE : GONE;
    }

    private Outcome onThoughtSpot(Function<WebhookReversals, Outcome> reversal) {
        return thoughtSpot.map(reversal).orElseGet(() -> left("undo.not-connected"));
    }

    private static boolean sameAs(Optional<PolicyDocument> now, Optional<PolicyDocument> before) {
        if (now.isEmpty() || before.isEmpty()) return now.isEmpty() && before.isEmpty();
        return now.get().means(before.get());
    }

    private static Outcome left(String key, Object... arguments) {
        return new Outcome.Left(Fault.of(key, arguments));
    }
}
