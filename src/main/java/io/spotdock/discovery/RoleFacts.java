package io.spotdock.discovery;

import io.spotdock.domain.Failure;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.policy.PolicySet.Named;
import io.spotdock.domain.resource.Role;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A role as it was read.
 *
 * @param inline its own policies
 * @param attached managed policies, by the names people know them by
 * @param hidden why some of them could not be read
 */
public record RoleFacts(
        Role role, PolicyDocument trust, List<Named> inline, List<Named> attached, Set<Failure> hidden) {
    public RoleFacts {
        inline = List.copyOf(inline);
        attached = List.copyOf(attached);
        hidden = Set.copyOf(hidden);
    }

    Stream<Named> policies() {
        return Stream.concat(inline.stream(), attached.stream());
    }
}
