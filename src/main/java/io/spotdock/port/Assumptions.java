package io.spotdock.port;

import io.spotdock.domain.ExternalId;
import io.spotdock.domain.RoleArn;
import java.util.Optional;

/** STS, as the operator takes on a role with it, for the length of a self-test. */
public interface Assumptions {
    /**
     * Asks for the role.
     *
     * @param shown the external ID that the call shows; none where empty
     * @param session what the session is called in AWS's own event log: 2 to 64 of {@code [\w+=,.@-]}
     * @throws io.spotdock.domain.FailureException when AWS gave another answer than yes or no
     */
    Outcome assume(RoleArn role, Optional<ExternalId> shown, String session);

    /** Yes or no. */
    sealed interface Outcome {
        record Assumed(Session session) implements Outcome {}

        /** @param said AWS's own words */
        record Refused(String said) implements Outcome {}
    }

    /** The role's own rights, until closed; that wipes its credentials. */
    interface Session extends AutoCloseable {
        Objects objects();

        @Override
        void close();
    }
}
