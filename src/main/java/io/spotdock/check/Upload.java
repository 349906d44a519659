package io.spotdock.check;

import io.spotdock.domain.KeyPrefix;
import io.spotdock.domain.RoleArn;
import java.util.Optional;

/**
 * What is known of the uploads to come.
 *
 * @param role empty until it has been named; then a policy's exceptions for roles are taken not to be for it
 */
public record Upload(KeyPrefix prefix, Optional<RoleArn> role) {}
