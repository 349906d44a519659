package io.spotdock.domain.policy;

import java.util.List;
import java.util.Optional;

/**
 * A JSON policy document (IAM JSON policy elements reference).
 *
 * @param version {@code 2012-10-17} or {@code 2008-10-17}; empty when left out, which AWS reads as 2008-10-17
 */
public record PolicyDocument(Optional<String> version, Optional<String> id, List<Statement> statements) {
    public static final String VERSION = "2012-10-17";

    public PolicyDocument {
        statements = List.copyOf(statements);
    }

    public static PolicyDocument of(Statement... statements) {
        return new PolicyDocument(Optional.of(VERSION), Optional.empty(), List.of(statements));
    }

    /**
     * Whether both say the same: order, repetition, Sid, Id, the case of actions, operators and keys, and an account
     * written as its number or as its root's ARN make no difference. False for two documents that come to the same by
     * way of different patterns or differently cut statements; never true for two that differ.
     */
    public boolean means(PolicyDocument other) {
        return Meaning.of(this).equals(Meaning.of(other));
    }
}
