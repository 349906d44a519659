package io.spotdock.domain.resource;

import io.spotdock.domain.RoleName;
import io.spotdock.domain.policy.PolicyDocument;

/**
 * What a role may do, as one of its inline policies.
 *
 * @param policyName the inline policy's name
 */
public record PermissionsPolicy(RoleName role, String policyName, PolicyDocument document) implements Resource {
    @Override
    public ResourceId id() {
        return new ResourceId(ResourceKind.PERMISSIONS_POLICY, role.value());
    }
}
