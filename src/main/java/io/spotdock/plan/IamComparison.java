package io.spotdock.plan;

import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import io.spotdock.domain.KmsKeyArn;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.policy.SelfTestStatement;
import io.spotdock.domain.resource.IdentityProvider;
import io.spotdock.domain.resource.PermissionsPolicy;
import io.spotdock.domain.resource.ResourceId;
import io.spotdock.domain.resource.ResourceKind;
import io.spotdock.domain.resource.TrustPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The role, who may assume it, what it may do, and the identity provider it may need. */
final class IamComparison {
    private static final PolicyDocument NOTHING = PolicyDocument.of();

    private final Wanted wanted;
    private final Consent consent;

    IamComparison(Wanted wanted, Consent consent) {
        this.wanted = wanted;
        this.consent = consent;
    }

    /** Others may rely on a provider of the account, so it is only ever added to. */
    Change identityProvider(IdentityProvider target, Optional<IdentityProvider> found) {
        if (found.isEmpty())
            return new Change.Create(
                    target,
                    List.of(new Difference(
                            "field.client-ids", List.of(), List.copyOf(target.clientIds()), Optional.empty())));
        IdentityProvider present = found.get();
        if (present.clientIds().containsAll(target.clientIds())) return new Change.Keep(present);
        Set<String> more = new TreeSet<>(present.clientIds());
        more.addAll(target.clientIds());
        return new Change.Update(
                present,
                new IdentityProvider(present.partition(), present.account(), more, present.tags()),
                List.of(new Difference(
                        "field.client-ids",
                        List.copyOf(new TreeSet<>(present.clientIds())),
                        List.copyOf(more),
                        Optional.empty())));
    }

    /** The role, its trust policy and its permissions policy: three changes. */
    List<Change> role(Optional<Observed.RoleSight> found, Optional<KmsKeyArn> bucketKey) {
        TrustPolicy trust = wanted.trust();
        PermissionsPolicy permissions = wanted.permissions(bucketKey);
        if (found.isEmpty())
            return List.of(
                    new Change.Create(
                            wanted.role(),
                            List.of(Differences.added(
                                    "field.arn", wanted.role().arn().toString()))),
                    new Change.Create(trust, PolicyComparison.trust(NOTHING, trust.document())),
                    created(permissions));
        Observed.RoleSight present = found.get();
        return List.of(
                new Change.Keep(present.role()),
                Planner.decided(trust(trust, present.trust()), consent),
                permissions(permissions, present));
    }

    private Change trust(TrustPolicy target, PolicyDocument present) {
        TrustPolicy before = new TrustPolicy(target.role(), present);
        if (present.means(target.document())) return new Change.Keep(before);
        List<Difference> differences = PolicyComparison.trust(present, target.document());
        PolicyDocument lasting = SelfTestStatement.without(present);
        // All that is wrong with it is what a self-test forgot: the rest stays as it is written.
        if (lasting.means(target.document()))
            return new Change.Update(before, new TrustPolicy(target.role(), lasting), differences);
        Set<String> strangers = PolicyComparison.otherPrincipals(lasting, target.document());
        boolean ours = consent.made()
                .contains(new ResourceId(ResourceKind.ROLE, target.role().value()));
        if (ours || strangers.isEmpty()) return new Change.Update(before, target, differences);
        Failure failure = new Failure.Conflict(
                "role " + target.role(),
                Fault.of("fault.role.used-by", target.role(), String.join(", ", strangers)),
                "");
        return new Change.Conflict(Optional.of(before), target, differences, failure);
    }

    private static Change created(PermissionsPolicy permissions) {
        return new Change.Create(permissions, PolicyComparison.permissions(NOTHING, permissions.document()));
    }

    private Change permissions(PermissionsPolicy target, Observed.RoleSight present) {
        for (Map.Entry<String, PolicyDocument> inline : present.inline().entrySet())
            if (inline.getValue().means(target.document()))
                return new Change.Keep(new PermissionsPolicy(target.role(), inline.getKey(), inline.getValue()));
        PolicyDocument sameName = present.inline().get(target.policyName());
        if (sameName == null) return created(target);
        return new Change.Update(
                new PermissionsPolicy(target.role(), target.policyName(), sameName),
                target,
                PolicyComparison.permissions(sameName, target.document()));
    }
}
