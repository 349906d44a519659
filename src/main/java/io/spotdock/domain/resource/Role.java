package io.spotdock.domain.resource;

import io.spotdock.domain.RoleArn;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A role without its policies, which are changes of their own.
 *
 * @param uniqueId {@code AROA…}, by which AWS tells this role from a later one of the same name; empty before it is made
 * @param maxSession 1 to 12 hours; ThoughtSpot needs one
 * @param boundary the ARN of its permissions boundary
 */
public record Role(
        RoleArn arn,
        Optional<String> uniqueId,
        Duration maxSession,
        String description,
        Optional<String> boundary,
        Map<String, String> tags)
        implements Resource {
    public Role {
        tags = Map.copyOf(tags);
    }

    @Override
    public ResourceId id() {
        return new ResourceId(ResourceKind.ROLE, arn.name().value());
    }
}
