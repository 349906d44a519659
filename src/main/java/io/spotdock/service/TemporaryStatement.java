package io.spotdock.service;

import io.spotdock.domain.RoleName;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.policy.SelfTestStatement;
import io.spotdock.domain.policy.Statement;
import io.spotdock.port.Roles;
import java.util.Optional;
import java.util.function.Predicate;

/** Takes a self-test's statement out of a role's trust policy as that stands now; all else stays as it is written. */
record TemporaryStatement(Roles roles, RoleName role) {
    static Predicate<Statement> of(String sid) {
        return statement -> statement.sid().equals(Optional.of(sid));
    }

    /**
     * Takes out those that are chosen.
     *
     * @return whether there was one
     * @throws io.spotdock.domain.FailureException Conflict when the policy holds what can't be read, and so must not be
     *     written over
     */
    boolean takeOut(Predicate<Statement> chosen) {
        Optional<PolicyDocument> found = trust();
        if (found.isEmpty() || found.get().statements().stream().noneMatch(chosen)) return false;
        roles.putTrust(role, SelfTestStatement.without(found.get(), chosen));
        return true;
    }

    /** The policy as it stands; empty when the role is gone. */
    Optional<PolicyDocument> trust() {
        return roles.find(role).map(Roles.WithTrust::trust);
    }
}
