package io.spotdock.port;

import java.util.Map;
import java.util.Set;

/** What a principal may do, as AWS simulates it: evidence, not proof, because it sees neither SCPs with conditions nor RCPs. */
public interface Permissions {
    /** AWS's answer for one action. */
    enum Answer {
        ALLOWED,
        DENIED
    }

    /**
     * Simulates the principal's own policies.
     *
     * @param principalArn of a user or role; for a role session, the role's
     * @param actionsByResource resource ARN ({@code *} for any) → actions
     * @return action → answer
     * @throws io.spotdock.domain.FailureException Denied when the caller may not simulate
     */
    Map<String, Answer> simulate(String principalArn, Map<String, Set<String>> actionsByResource);
}
