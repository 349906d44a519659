package io.spotdock.check;

import io.spotdock.domain.ExternalId;
import io.spotdock.domain.Fault;
import io.spotdock.port.Assumptions;
import io.spotdock.port.Objects;
import java.util.Optional;

/**
 * A self-test's way into the role: one temporary statement in its trust policy, for the operator. Whoever lets in also
 * takes the statement out again, whatever comes of the checks between. Thread-safe.
 */
public interface Trial {
    /** What came of trying to be let in. */
    sealed interface Entrance {
        /** @param seen what stands in the trust policy now */
        record Open(Fault seen) implements Entrance {}

        /** Nothing is proved by a refusal then. */
        record Closed(Fault why) implements Entrance {}
    }

    /** Puts the statement in, and waits until AWS lets the operator in by it. */
    Entrance enter();

    /** The external ID that the statement asks for. */
    ExternalId externalId();

    /** Asks for the role, showing this; does not wait. Whoever gets a session closes it. */
    Assumptions.Outcome assume(Optional<ExternalId> shown);

    /** What the role may do; only once it has been entered. */
    Objects asRole();

    /** Who is let in, as the statement names them; empty until it has been put in. */
    Optional<String> principal();

    /** Takes the statement out, if it was put in or may have been; says what became of it. Again, it says the same. */
    Verdict end();
}
