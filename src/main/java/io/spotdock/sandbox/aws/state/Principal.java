package io.spotdock.sandbox.aws.state;

import io.spotdock.domain.AccountId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** On whose behalf a key signs. */
public sealed interface Principal {
    /** Nobody's. */
    record Anonymous() implements Principal {}

    record Root(AccountId account) implements Principal {}

    /** An IAM user; it is looked up at every call, so that changes of its policies count at once. */
    record User(AccountId account, String name) implements Principal {}

    /**
     * A session of a role.
     *
     * @param roleId of the role it was made from: a role made anew under the same name is another one
     * @param sessionPolicies what the session was narrowed to, when it was
     * @param context keys fixed when the session was made, such as the claims of a token or session tags
     */
    record Session(
            AccountId account,
            String role,
            String roleId,
            String name,
            Optional<List<String>> sessionPolicies,
            Map<String, List<String>> context)
            implements Principal {}
}
