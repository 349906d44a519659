package io.spotdock.sandbox.aws.access;

import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.policy.PolicyJson;
import io.spotdock.domain.policy.PolicySet;
import io.spotdock.domain.policy.PolicySet.Named;
import io.spotdock.domain.policy.PolicySyntaxException;
import io.spotdock.sandbox.aws.state.Account;
import io.spotdock.sandbox.aws.state.AwsFault;
import io.spotdock.sandbox.aws.state.Grants;
import io.spotdock.sandbox.aws.state.Identity;
import io.spotdock.sandbox.aws.state.Principal;
import io.spotdock.sandbox.aws.state.Tracked.Sight;
import io.spotdock.sandbox.aws.state.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers the policies that bear on a caller; a policy's name begins with its kind, for AWS's sentences. */
final class Bearing {
    static final String IDENTITY = "identity-based policy ";
    static final String RESOURCE = "resource-based policy ";
    static final String BOUNDARY = "permissions boundary ";
    static final String SESSION = "session policy ";
    static final String SCP = "service control policy ";

    private final World world;

    Bearing(World world) {
        this.world = world;
    }

    PolicySet of(Caller caller, Optional<String> resource, Sight sight) {
        Optional<Grants> grants =
                caller.identity().map(identity -> identity.grants().at(sight, world.now()));
        List<Named> identity = new ArrayList<>();
        Optional<Named> boundary = Optional.empty();
        if (grants.isPresent() && caller.account().isPresent()) {
            identity.addAll(identity(caller.account().get(), grants.get()));
            boundary = boundary(caller.account().get(), grants.get());
        }
        caller.identity().flatMap(this::denying).ifPresent(identity::add);
        return new PolicySet(identity, resource.map(text -> named(RESOURCE, text)), boundary, session(caller));
    }

    List<Named> identity(Account account, Grants grants) {
        List<Named> all = new ArrayList<>();
        grants.inline().forEach((name, text) -> all.add(new Named(IDENTITY + name, parse(text))));
        for (String arn : grants.attached()) managed(account, arn, IDENTITY).ifPresent(all::add);
        return all;
    }

    Optional<Named> boundary(Account account, Grants grants) {
        return grants.boundary()
                .map(arn -> managed(account, arn, BOUNDARY).orElse(new Named(BOUNDARY + arn, PolicyDocument.of())));
    }

    /** What the fault {@code deny} adds to the administrator's policies. */
    Optional<Named> denying(Identity identity) {
        boolean administrator = world.administrator()
                .map(admin -> world.account(admin.account()).users().get(admin.name()))
                .filter(user -> user != null && user.arn().equals(identity.arn()))
                .isPresent();
        return administrator
                ? denying(AwsFault.DENY).map(document -> new Named(IDENTITY + "denied-by-the-cloud-team", document))
                : Optional.empty();
    }

    /** The organisation's policy for the caller's account, in which everything else is allowed. */
    Optional<Named> organisation(Caller caller) {
        boolean ours = world.administrator()
                .map(Principal.User::account)
                .filter(id -> caller.account().filter(a -> a.id().equals(id)).isPresent())
                .isPresent();
        return ours ? denying(AwsFault.SCP).map(d -> new Named(SCP, d)) : Optional.empty();
    }

    private Optional<PolicyDocument> denying(AwsFault fault) {
        return world.faults()
                .value(fault.id())
                .map(actions -> parse("{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Deny\",\"Action\":[\""
                        + String.join("\",\"", actions.split("\\s*,\\s*")) + "\"],\"Resource\":\"*\"}}"));
    }

    /** Several session policies are taken as one: each statement allows or denies for all of them. */
    private static Optional<Named> session(Caller caller) {
        if (!(caller.principal() instanceof Principal.Session session)) return Optional.empty();
        return session.sessionPolicies()
                .map(texts -> new PolicyDocument(
                        Optional.of(PolicyDocument.VERSION),
                        Optional.empty(),
                        texts.stream()
                                .flatMap(text -> parse(text).statements().stream())
                                .toList()))
                .map(document -> new Named(SESSION, document));
    }

    private static Optional<Named> managed(Account account, String arn, String kind) {
        return account.policy(arn)
                .map(policy -> new Named(kind + arn, parse(policy.current().document())));
    }

    static Named named(String kind, String text) {
        return new Named(kind, parse(text));
    }

    /** A stored document was read once already, when it was put. */
    static PolicyDocument parse(String text) {
        try {
            return PolicyJson.parse(text);
        } catch (PolicySyntaxException e) {
            throw new IllegalStateException("a stored policy can't be read", e);
        }
    }
}
