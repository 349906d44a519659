package io.spotdock.port;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A call of a webhook's URL, stage by stage as seen from this computer. A stage that failed keeps those behind it from
 * being reached.
 *
 * @param name the addresses that the host's name stands for
 * @param connection the address that took the connection
 * @param reply of a request of its own, so that its time holds another connection
 */
public record ReceiverHealth(
        Stage<List<InetAddress>> name, Stage<InetAddress> connection, Stage<Tls> tls, Stage<Reply> reply) {
    /** ThoughtSpot, "Webhooks for Liveboard schedule events". */
    public static final Duration LIMIT = Duration.ofSeconds(5);

    /** What became of one stage. */
    public sealed interface Stage<T> {
        record Seen<T>(T what, Duration took) implements Stage<T> {}

        /**
         * It went wrong.
         *
         * @param detail what the reason's sentence names: a date, names, an issuer; may be empty
         * @param said for people who want to read it; may be empty
         */
        record Failed<T>(Why why, String detail, String said) implements Stage<T> {}

        /** It took place, or not, where this computer can't see it. */
        record Hidden<T>(Veil veil) implements Stage<T> {}

        record NotReached<T>() implements Stage<T> {}

        default Optional<T> seen() {
            return this instanceof Seen<T>(T what, Duration _) ? Optional.of(what) : Optional.empty();
        }

        default Optional<Failed<T>> failed() {
            return this instanceof Failed<T> failed ? Optional.of(failed) : Optional.empty();
        }
    }

    /** Why a stage can't be seen. */
    public enum Veil {
        /** A proxy looks up the name and makes the connection. */
        PROXY,
        /** AWS or ThoughtSpot is imitated on this computer, which no call leaves. */
        SANDBOX,
        /** Without TLS, which only a URL of this computer may be. */
        PLAIN
    }

    /** What went wrong. */
    public enum Why {
        /** Nobody has this name. */
        NAME_NOT_FOUND,
        /** Nobody answered to say who has it. */
        NAME_UNANSWERED,
        REFUSED,
        /** There is no way to that address from here. */
        UNREACHABLE,
        TIMED_OUT,
        NO_TLS,
        /** No version of TLS that both speak: only 1.2 and later are offered. */
        OLD_TLS,
        EXPIRED,
        NOT_YET_VALID,
        REVOKED,
        SELF_SIGNED,
        UNKNOWN_ISSUER,
        WRONG_NAME,
        /** Another fault of the certificate or of the handshake. */
        HANDSHAKE,
        /** The proxy itself did not let the call through. */
        PROXY,
        /** Something in the request that can't be sent. */
        NOT_SENT,
        /** Such as a connection that was dropped. */
        OTHER
    }

    /**
     * A connection that the JDK trusts: chain, name and version.
     *
     * @param protocol such as {@code TLSv1.3}
     * @param daysLeft until the certificate ends, from now
     */
    public record Tls(String protocol, String issuer, Instant until, long daysLeft) {
        /** Whoever renews by hand needs about this long; whoever renews by machine is later than this only by mistake. */
        public boolean endsSoon() {
            return daysLeft < 21;
        }
    }

    /** @param location where a redirect leads; nobody goes there */
    public record Reply(int status, Optional<String> location) {
        /** Statuses that answer the probe's lack of a sign-in, or its method, and say nothing of ThoughtSpot's call. */
        private static final Set<Integer> OF_THE_PROBE = Set.of(401, 403, 405, 501);

        /** What ThoughtSpot wants. */
        public boolean isGood() {
            return status / 100 == 2;
        }

        public boolean isRedirect() {
            return status / 100 == 3;
        }

        /** Whether ThoughtSpot's own call, signed in and by POST, is likely to be answered alike. */
        public boolean isTelling() {
            return !OF_THE_PROBE.contains(status);
        }
    }

    /** What a call of ThoughtSpot's would take: the name, and all else; empty where nothing answered. */
    public Optional<Duration> total() {
        if (!(reply instanceof Stage.Seen<Reply>(Reply _, Duration took))) return Optional.empty();
        return Optional.of(
                name instanceof Stage.Seen<List<InetAddress>>(List<InetAddress> _, Duration asked)
                        ? took.plus(asked)
                        : took);
    }

    /** Nothing was looked at. */
    public static ReceiverHealth hidden(Veil veil) {
        return new ReceiverHealth(
                new Stage.Hidden<>(veil), new Stage.Hidden<>(veil), new Stage.Hidden<>(veil), new Stage.Hidden<>(veil));
    }
}
