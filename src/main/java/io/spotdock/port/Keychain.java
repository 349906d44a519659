package io.spotdock.port;

import io.spotdock.domain.Fault;
import io.spotdock.domain.Secret;
import io.spotdock.domain.ThoughtSpotHost;
import java.util.Optional;

/**
 * The keychain of this computer's system, where a person may have their sign-in to ThoughtSpot kept: nothing else is ever
 * put there. Nothing in it is looked at unless asked for. It may ask the person for a password, so that a call may take
 * long; what it refuses is Invalid, with the reason and what to do.
 */
public interface Keychain {
    /**
     * What is kept under: one secret for a cluster and user.
     *
     * @param user empty for a token, which ThoughtSpot knows the user of
     */
    record Item(ThoughtSpotHost host, String user) {
        public Item {
            user = user.strip();
        }
    }

    /** Whether there is one. */
    sealed interface Availability {
        record Available() implements Availability {}

        record Absent(Fault why) implements Availability {}
    }

    /** What the system calls it. */
    Fault name();

    /** Whether there is one, as far as can be told from outside: asks nobody, and takes no time. */
    Availability availability();

    /** A copy, which its receiver wipes; empty when nothing is kept under that name. */
    Optional<Secret> find(Item item);

    /** Keeps a secret in place of the one that had this name. */
    void keep(Item item, Secret secret);

    /** Nothing is kept under that name afterwards, whether or not something was. */
    void forget(Item item);
}
