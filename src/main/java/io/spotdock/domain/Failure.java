package io.spotdock.domain;

import java.util.List;
import java.util.Optional;

/**
 * Why something outside did not do what was asked, in our words. Every adapter has one mapper to these; every front end
 * has one text and one exit code for each. {@code said} is the outside's own text, for "Details"; it may be empty and
 * never holds a secret.
 */
public sealed interface Failure {

    /** What the other side wrote, for people who want to read it; may be empty. */
    String said();

    /** Signed in, but not allowed. */
    record Denied(String action, String resource, String principal, String said) implements Failure {}

    /** Something named by the settings, or made earlier, is not there. */
    record Missing(String resource, String said) implements Failure {}

    /** Someone made it between the plan and now. */
    record AlreadyThere(String resource, String said) implements Failure {}

    /** It is there, used by something else or owned by someone else. */
    record Conflict(String resource, Fault evidence, String said) implements Failure {}

    /** A value is not acceptable; {@code field} is its path in the settings file, {@code fault} says why. */
    record Invalid(String field, Fault fault, String said) implements Failure {}

    /** The other side asks to slow down. */
    record Throttled(String service, String said) implements Failure {}

    /**
     * No answer: name not found, refused, timed out, TLS not trusted, or a 5xx that lasted.
     *
     * @param why there when a person has to mend something on the way, such as a certificate that isn't trusted or a proxy
     *     that wants a password
     */
    record Unreachable(String host, Optional<Fault> why, String said) implements Failure {
        public Unreachable(String host, String said) {
            this(host, Optional.empty(), said);
        }
    }

    /**
     * A sign-in is not accepted or has run out; {@code signIn} says which, by a text key such as
     * {@code sign-in.thoughtspot-token}.
     *
     * @param arguments what that text names, such as the profile to sign in to
     */
    record Expired(String signIn, List<String> arguments, String said) implements Failure {
        public Expired {
            arguments = List.copyOf(arguments);
        }

        public Expired(String signIn, String said) {
            this(signIn, List.of(), said);
        }
    }

    /** Changed, but not yet seen everywhere (IAM is eventually consistent). */
    record NotVisibleYet(String resource, String said) implements Failure {}

    /** Something we did not foresee; the reference is in the log too. */
    record Unexpected(String reference, String said) implements Failure {}

    /** Whether the same call may succeed later with nothing changed by a person. */
    default boolean retriable() {
        return switch (this) {
            case Throttled _, NotVisibleYet _ -> true;
            case Unreachable unreachable -> unreachable.why().isEmpty();
            case Denied _, Missing _, AlreadyThere _, Conflict _, Invalid _, Expired _, Unexpected _ -> false;
        };
    }
}
