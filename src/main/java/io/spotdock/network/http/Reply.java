package io.spotdock.network.http;

import io.spotdock.network.Barrier;
import java.util.Map;
import java.util.Optional;

/** What became of one request. */
public sealed interface Reply {
    /** @param headers lower-case name → first value */
    record Answer(int status, Map<String, String> headers, byte[] body) implements Reply {
        public Optional<String> header(String lowerCaseName) {
            return Optional.ofNullable(headers.get(lowerCaseName));
        }

        public boolean isGood() {
            return status >= 200 && status < 300;
        }
    }

    /** No answer came; {@code said} is the transport's own text. */
    record Lost(Cause cause, Barrier barrier, String said) implements Reply {
        public Lost(Cause cause, String said) {
            this(cause, Barrier.NONE, said);
        }
    }

    /** Why no answer came. */
    enum Cause {
        /** The request was not sent: name not found, refused, or TLS not trusted. */
        NOT_SENT,
        /** The connection broke; the request may have been carried out. */
        DROPPED,
        /** Waited long enough; the request may have been carried out. */
        TIMED_OUT,
        /** The answer is longer than any that is good. */
        TOO_LONG,
        /** Sent to another host, where nothing that was for this one goes; {@code said} is that host. */
        SENT_ELSEWHERE
    }

    /** Whether the other side may well answer soon. */
    default boolean isTransient() {
        return switch (this) {
            case Answer a -> a.status == 429 || a.status == 502 || a.status == 503 || a.status == 504;
            case Lost l -> l.cause == Cause.DROPPED;
        };
    }

    /** Whether the request may have been carried out although no good answer came. */
    default boolean leavesDoubt() {
        return switch (this) {
            case Answer a -> a.status == 429 || a.status >= 500;
            case Lost l -> l.cause != Cause.NOT_SENT;
        };
    }
}
