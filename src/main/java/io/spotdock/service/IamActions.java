package io.spotdock.service;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Ownership;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.policy.SelfTestStatement;
import io.spotdock.domain.resource.IdentityProvider;
import io.spotdock.domain.resource.PermissionsPolicy;
import io.spotdock.domain.resource.Role;
import io.spotdock.domain.resource.TrustPolicy;
import io.spotdock.journal.Undoing;
import io.spotdock.port.IdentityProviders;
import io.spotdock.port.Roles;
import java.util.Optional;
import java.util.TreeSet;

/** Changes of the role, its policies and the identity provider. */
final class IamActions {
    private final Roles roles;
    private final IdentityProviders providers;
    private final PolicyDocument trustOfNewRole;

    IamActions(Session session, PolicyDocument trustOfNewRole) {
        this.roles = session.cloud().roles();
        this.providers = session.cloud().identityProviders();
        this.trustOfNewRole = trustOfNewRole;
    }

    Actions.Action createProvider(IdentityProvider wanted) {
        Undoing undoing = new Undoing.ProviderMade(wanted.partition(), wanted.account());
        return Actions.action(undoing, () -> {
            try {
                providers.create(wanted);
            } catch (FailureException e) {
                // The plan saw none: with our tags on it, it is from a try of this very call that got no answer.
                boolean ours = e.failure() instanceof Failure.AlreadyThere
                        && providers
                                .find(wanted.partition(), wanted.account())
                                .filter(found -> Ownership.isOurs(found.tags())
                                        && found.clientIds().equals(wanted.clientIds()))
                                .isPresent();
                if (!ours) throw e;
            }
            return undoing;
        });
    }

    Actions.Action addClientIds(IdentityProvider wanted, IdentityProvider found) {
        TreeSet<String> added = new TreeSet<>(wanted.clientIds());
        added.removeAll(found.clientIds());
        // One delivery has one audience.
        String clientId = added.first();
        Undoing undoing = new Undoing.ClientIdAdded(wanted.partition(), wanted.account(), clientId);
        return Actions.action(undoing, () -> {
            providers.addClientId(found, clientId);
            return undoing;
        });
    }

    /** AWS makes a role with its trust policy in one call. */
    Actions.Action createRole(Role wanted) {
        Undoing.RoleMade undoing =
                new Undoing.RoleMade(wanted.arn().name(), Optional.empty(), Optional.of(trustOfNewRole));
        return Actions.action(undoing, () -> {
            Role made;
            try {
                made = roles.create(wanted, trustOfNewRole);
            } catch (FailureException e) {
                if (!(e.failure() instanceof Failure.AlreadyThere)) throw e;
                // The plan saw none: with our tags and our trust policy it is from a try of this very call.
                Roles.WithTrust there = roles.find(wanted.arn().name())
                        .orElseThrow(() -> new FailureException(
                                new Failure.NotVisibleYet(wanted.id().toString(), "")));
                if (!Ownership.isOurs(there.role().tags()) || !there.trust().means(trustOfNewRole)) throw e;
                made = there.role();
            }
            return new Undoing.RoleMade(wanted.arn().name(), made.uniqueId(), Optional.of(trustOfNewRole));
        });
    }

    /** Came with the role; a change of its own in plans, since it is what people look for. */
    Actions.Action trustOfNewRole(TrustPolicy wanted) {
        Undoing undoing = new Undoing.WithAnother();
        return Actions.action(undoing, () -> {
            if (!wanted.document().means(trustOfNewRole)) roles.putTrust(wanted.role(), wanted.document());
            return undoing;
        });
    }

    /** What a self-test forgot in it is taken out by this, and never put back. */
    Actions.Action putTrust(TrustPolicy wanted, PolicyDocument before) {
        Undoing undoing = new Undoing.TrustSet(wanted.role(), SelfTestStatement.without(before), wanted.document());
        return Actions.action(undoing, () -> {
            roles.putTrust(wanted.role(), wanted.document());
            return undoing;
        });
    }

    Actions.Action putPermissions(PermissionsPolicy wanted, Optional<PolicyDocument> before) {
        Undoing undoing = new Undoing.InlinePolicySet(wanted.role(), wanted.policyName(), before, wanted.document());
        return Actions.action(undoing, () -> {
            roles.putInlinePolicy(wanted.role(), wanted.policyName(), wanted.document());
            return undoing;
        });
    }
}
