package io.spotdock.domain.resource;

import java.time.Instant;
import java.util.Optional;

/**
 * When a role was last used, of the trailing 400 days, and hours late (IAM API Reference, "RoleLastUsed").
 *
 * @param region where; empty when AWS does not say
 */
public record LastUse(Instant at, Optional<String> region) {}
