package io.spotdock.domain.policy;

import java.util.List;
import java.util.Optional;

/**
 * What AWS refuses to store in one place though it is a policy document: each kind has elements it must and must not
 * hold (IAM User Guide, "IAM JSON policy elements: Principal" and "… Resource").
 */
public enum PolicyShape {
    /** Of a user or role; also a permissions boundary or a session policy. */
    IDENTITY,
    /** Of a bucket, a key and the like. */
    RESOURCE,
    /** Of a role. */
    TRUST;

    /** The first thing that does not fit, with its place; empty when all fits. */
    public Optional<String> flaw(PolicyDocument document) {
        List<Statement> statements = document.statements();
        for (int i = 0; i < statements.size(); i++) {
            Optional<String> flaw = flaw(statements.get(i));
            if (flaw.isPresent()) return Optional.of("Statement[" + i + "] " + flaw.get());
        }
        return Optional.empty();
    }

    private Optional<String> flaw(Statement statement) {
        boolean principal = statement.principals().isPresent();
        boolean resource = statement.resources().isPresent();
        return switch (this) {
            case IDENTITY -> first(principal, "has a Principal, which belongs in resource policies", !resource);
            case RESOURCE -> first(!principal, "has no Principal", !resource);
            case TRUST ->
                principal && resource
                        ? Optional.of("has a Resource, which a trust policy must not have")
                        : first(!principal, "has no Principal", false);
        };
    }

    private static Optional<String> first(boolean wrong, String why, boolean withoutResource) {
        if (wrong) return Optional.of(why);
        return withoutResource ? Optional.of("has no Resource") : Optional.empty();
    }
}
