package io.spotdock.service;

import io.spotdock.domain.BucketName;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Org;
import io.spotdock.domain.RoleName;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.policy.PolicyJson;
import io.spotdock.domain.policy.SelfTestStatement;
import io.spotdock.domain.resource.ResourceKind.Group;
import io.spotdock.domain.resource.StorageDestination;
import io.spotdock.domain.resource.Webhook;
import io.spotdock.journal.Entry;
import io.spotdock.journal.Ledger;
import io.spotdock.journal.Undoing;
import io.spotdock.plan.PolicyComparison;
import io.spotdock.port.Roles;
import io.spotdock.port.WebhookService;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether something else relies by now on what Spotdock made, so that taking it back would break that. A role then stays
 * with all that is on it, and a bucket with its policy. Each is looked at once, before anything of it is taken back.
 */
final class Reliance {
    private final SignedIn signedIn;
    private final List<Entry> standing;
    private final List<Undoing.RoleMade> everMade;
    private final Map<RoleName, Optional<Fault>> roles = new HashMap<>();
    private final Map<BucketName, Optional<Fault>> buckets = new HashMap<>();
    private boolean asked;
    private Optional<Org> org = Optional.empty();
    private @Nullable List<Webhook> strangers;

    /** @param journal all of its entries */
    Reliance(SignedIn signedIn, List<Entry> journal) {
        this.signedIn = signedIn;
        this.standing = new Ledger(journal).standing();
        // Also of roles that are gone by now: whom they let in is who writes to the bucket.
        this.everMade = journal.stream()
                .flatMap(entry -> entry.undoing().stream())
                .filter(Undoing.RoleMade.class::isInstance)
                .map(Undoing.RoleMade.class::cast)
                .toList();
    }

    /** Why what an entry is about must stay. */
    Optional<Fault> on(Entry entry) {
        if (isElsewhere(entry))
            return Optional.of(
                    Fault.of("undo.other-org", entry.org().orElseThrow().name()));
        return switch (entry.undoing().orElseThrow()) {
            case Undoing.RoleMade u -> onRole(u.name());
            case Undoing.TrustSet u -> onRole(u.role());
            case Undoing.InlinePolicySet u -> onRole(u.role());
            case Undoing.BucketMade u -> onBucket(u.name());
            case Undoing.BucketPolicySet u -> onBucket(u.name());
            case Undoing.BucketProtected u -> onBucket(u.name());
            case Undoing.ProviderMade _,
                    Undoing.ClientIdAdded _,
                    Undoing.StatementAdded _,
                    Undoing.WebhookMade _,
                    Undoing.WebhookChanged _,
                    Undoing.WebhookDeleted _,
                    Undoing.ScheduleMade _,
                    Undoing.TestFile _,
                    Undoing.ChannelSet _,
                    Undoing.WithAnother _ -> Optional.empty();
        };
    }

    /** Whether it is in another Org than the one that is signed in to, from where it can't be seen. */
    private boolean isElsewhere(Entry entry) {
        return entry.org()
                .filter(place -> here().filter(here -> here.id() != place.id()).isPresent())
                .isPresent();
    }

    private Optional<Org> here() {
        if (!asked) org = signedIn.thoughtSpot().map(service -> service.user().currentOrg());
        asked = true;
        return org;
    }

    private Optional<Org> otherOrg() {
        return standing.stream()
                .filter(entry -> entry.resource().kind().group() == Group.THOUGHTSPOT)
                .filter(this::isElsewhere)
                .flatMap(entry -> entry.org().stream())
                .findFirst();
    }

    private Optional<Fault> onRole(RoleName name) {
        return roles.computeIfAbsent(name, this::lookAtRole);
    }

    private Optional<Fault> lookAtRole(RoleName name) {
        Optional<Undoing.RoleMade> made =
                made(Undoing.RoleMade.class, role -> role.name().equals(name));
        Optional<Roles.WithTrust> found =
                made.flatMap(_ -> signedIn.cloud().roles().find(name));
        // Only what Spotdock made is ever taken away; of others' roles what stood there before comes back.
        if (found.isEmpty()) return Optional.empty();
        String arn = found.get().role().arn().toString();
        return otherPolicy(name)
                .or(() -> seen(() -> signedIn.cloud().roles().instanceProfiles(name)).stream()
                        .findFirst()
                        .map(profile -> Fault.of("undo.role-in-profile", name, profile)))
                .or(() -> stranger(made.orElseThrow(), found.get().trust())
                        .map(principal -> Fault.of("undo.role-trusts", name, principal)))
                .or(() -> webhook(storage -> storage.roleArn().equals(arn))
                        .map(webhook -> Fault.of("undo.role-of-webhook", name, webhook.name())))
                .or(() -> otherOrg().map(other -> Fault.of("undo.role-of-org", name, other.name())));
    }

    private Optional<Fault> otherPolicy(RoleName name) {
        Set<String> others =
                new HashSet<>(signedIn.cloud().roles().inlinePolicies(name).keySet());
        others.removeIf(policy -> made(
                        Undoing.InlinePolicySet.class,
                        set -> set.role().equals(name) && set.policyName().equals(policy))
                .isPresent());
        return Stream.concat(others.stream().sorted(), signedIn.cloud().roles().attachedPolicies(name).stream())
                .findFirst()
                .map(policy -> Fault.of("undo.role-in-use", name, policy));
    }

    /** Somebody whom the trust policy lets in, and did not when Spotdock last wrote it. */
    private Optional<String> stranger(Undoing.RoleMade made, PolicyDocument trust) {
        if (made.trust().isEmpty()) return Optional.empty();
        PolicyDocument lasting = SelfTestStatement.without(trust);
        Set<String> others = new TreeSet<>(
                PolicyComparison.otherPrincipals(lasting, made.trust().get()));
        for (Entry entry : standing)
            if (entry.undoing().orElse(null) instanceof Undoing.TrustSet set
                    && set.role().equals(made.name()))
                others.retainAll(PolicyComparison.otherPrincipals(lasting, set.after()));
        return others.stream().findFirst();
    }

    private static Set<String> principals(PolicyDocument document) {
        Set<String> all = new HashSet<>();
        document.statements().stream()
                .flatMap(statement -> statement.principals().stream())
                .forEach(principals -> principals.byType().values().forEach(all::addAll));
        return all;
    }

    private Optional<Fault> onBucket(BucketName name) {
        return buckets.computeIfAbsent(name, this::lookAtBucket);
    }

    private Optional<Fault> lookAtBucket(BucketName name) {
        if (made(Undoing.BucketMade.class, bucket -> bucket.name().equals(name)).isEmpty()) return Optional.empty();
        return webhook(storage -> storage.bucket().equals(name.value()))
                .map(webhook -> Fault.of("undo.bucket-of-webhook", name, webhook.name()))
                .or(() -> otherOrg().map(other -> Fault.of("undo.bucket-of-org", name, other.name())))
                .or(() -> otherRole(name));
    }

    /** A role by which ThoughtSpot writes to the bucket as well, from another Org say. */
    private Optional<Fault> otherRole(BucketName name) {
        Pattern named = Pattern.compile(":s3:::" + Pattern.quote(name.value()) + "[\"/*]");
        try {
            for (String principal : thoughtSpot())
                for (RoleName role : signedIn.cloud().roles().trusting(principal))
                    if (writes(role, named)) return Optional.of(Fault.of("undo.bucket-in-use", name, role));
            return Optional.empty();
        } catch (FailureException e) {
            if (e.failure() instanceof Failure.Denied denied)
                return Optional.of(Fault.of("undo.bucket-unseen", name, denied.action()));
            throw e;
        }
    }

    /** Whom the roles that Spotdock made let in. */
    private Set<String> thoughtSpot() {
        Set<String> principals = new HashSet<>();
        everMade.forEach(made -> made.trust().ifPresent(trust -> principals.addAll(principals(trust))));
        return principals;
    }

    private boolean writes(RoleName role, Pattern named) {
        if (made(Undoing.RoleMade.class, made -> made.name().equals(role)).isPresent()
                && onRole(role).isEmpty()) return false;
        Roles all = signedIn.cloud().roles();
        return Stream.concat(
                        seen(() -> List.copyOf(all.inlinePolicies(role).values())).stream(),
                        seen(() -> all.attachedPolicies(role)).stream()
                                .flatMap(arn -> seen(() -> List.of(all.managedPolicy(arn))).stream()))
                .anyMatch(policy -> named.matcher(PolicyJson.compact(policy)).find());
    }

    private Optional<Webhook> webhook(Predicate<StorageDestination> uses) {
        return strangers().stream()
                .filter(webhook -> webhook.storage().filter(uses).isPresent())
                .findFirst();
    }

    /** The Org's webhooks that are not Spotdock's to take back. */
    private List<Webhook> strangers() {
        List<Webhook> known = strangers;
        if (known == null)
            known = signedIn.thoughtSpot().map(WebhookService::webhooks).orElse(List.of()).stream()
                    .filter(webhook -> made(
                                    Undoing.WebhookMade.class,
                                    made -> made.serverId().equals(webhook.serverId())
                                            || made.serverId().isEmpty()
                                                    && made.name().equals(webhook.name()))
                            .isEmpty())
                    .filter(webhook -> made(
                                    Undoing.WebhookChanged.class,
                                    changed -> webhook.serverId().equals(Optional.of(changed.serverId())))
                            .isEmpty())
                    .toList();
        strangers = known;
        return known;
    }

    private <U extends Undoing> Optional<U> made(Class<U> kind, Predicate<U> which) {
        return standing.stream()
                .flatMap(entry -> entry.undoing().stream())
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(which)
                .findFirst();
    }

    /** Nothing where it is gone or may not be looked at: AWS itself keeps what is in use from being deleted. */
    private static <T> List<T> seen(Supplier<List<T>> read) {
        try {
            return read.get();
        } catch (FailureException e) {
            if (e.failure() instanceof Failure.Denied || e.failure() instanceof Failure.Missing) return List.of();
            throw e;
        }
    }
}
