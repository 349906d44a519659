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
}
