package io.spotdock.keychain;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;

/** What a keychain does not do, each with what to do about it. */
enum Refusal {
    /** No session bus, as on a server that nobody sits at. */
    NO_BUS("fault.keychain.no-bus"),
    /** The bus is reached in a way that Java does not speak. */
    OTHER_BUS("fault.keychain.other-bus"),
    /** Nothing on the bus keeps secrets. */
    NO_SERVICE("fault.keychain.no-service"),
    /** It keeps secrets, but has none to put new ones into. */
    NO_COLLECTION("fault.keychain.no-collection"),
    /** Locked, and the person (or nobody being there) did not unlock it. */
    LOCKED("fault.keychain.locked"),
    /** Its question was left open for too long. */
    UNANSWERED("fault.keychain.unanswered"),
    /** It did not do as it was asked. */
    REFUSED("fault.keychain.refused");

    private final String key;

    Refusal(String key) {
        this.key = key;
    }

    Fault fault(Object... arguments) {
        return Fault.of(key, arguments);
    }

    /** @param said the keychain's own words, which name its objects and never what is kept */
    FailureException because(String said) {
        return new FailureException(new Failure.Invalid("keychain", fault(), said));
    }
}
