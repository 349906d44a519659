package io.spotdock.port;

import io.spotdock.domain.RoleName;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.resource.LastUse;
import io.spotdock.domain.resource.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** IAM roles and their policies. */
public interface Roles {
    /**
     * A role with its trust policy; AWS answers all of it in one call.
     *
     * @param lastUse empty for a role that nobody has used
     */
    record WithTrust(Role role, PolicyDocument trust, Optional<LastUse> lastUse) {}

    Optional<WithTrust> find(RoleName name);

    /** Inline policies by name. */
    Map<String, PolicyDocument> inlinePolicies(RoleName name);

    /** ARNs of attached managed policies. */
    List<String> attachedPolicies(RoleName name);

    /**
     * A managed policy as it stands, which is its default version; it serves as a permissions boundary, too.
     *
     * @throws io.spotdock.domain.FailureException Missing when there is none, Denied when the caller may not look
     */
    PolicyDocument managedPolicy(String arn);

    /**
     * The roles whose trust policy names this principal, an account in either of its spellings; reads every role of the
     * account.
     *
     * @param principal as it stands in a policy, such as a provider's ARN
     * @throws io.spotdock.domain.FailureException Denied when the caller may not list them
     */
    List<RoleName> trusting(String principal);

    /** The instance profiles that hand the role to computers, by name. */
    List<String> instanceProfiles(RoleName name);

    /**
     * @return the role as AWS made it
     * @throws io.spotdock.domain.FailureException AlreadyThere when the name is taken, NotVisibleYet while AWS does not
     *     know a principal of the trust policy
     */
    Role create(Role wanted, PolicyDocument trust);

    void putTrust(RoleName name, PolicyDocument trust);

    void putInlinePolicy(RoleName name, String policyName, PolicyDocument document);

    void deleteInlinePolicy(RoleName name, String policyName);

    void delete(RoleName name);
}
