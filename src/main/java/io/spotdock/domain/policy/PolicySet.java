package io.spotdock.domain.policy;

import java.util.List;
import java.util.Optional;

/**
 * The policies that bear on a request.
 *
 * @param identity of the caller (for a role session: of its role)
 * @param resource of the thing acted upon; a role's trust policy is the resource policy of its ARN
 * @param boundary the caller's permissions boundary
 * @param session the session policy the caller's credentials were made with
 */
public record PolicySet(
        List<Named> identity, Optional<Named> resource, Optional<Named> boundary, Optional<Named> session) {
    public PolicySet {
        identity = List.copyOf(identity);
    }

    /** A document with the name it goes by in explanations. */
    public record Named(String name, PolicyDocument document) {}
}
