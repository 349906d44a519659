package io.spotdock.domain.resource;

import io.spotdock.domain.RoleName;
import io.spotdock.domain.policy.PolicyDocument;

/** Who may assume a role. */
public record TrustPolicy(RoleName role, PolicyDocument document) implements Resource {
    @Override
    public ResourceId id() {
        return new ResourceId(ResourceKind.TRUST_POLICY, role.value());
    }
}
