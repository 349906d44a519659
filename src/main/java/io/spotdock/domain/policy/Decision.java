package io.spotdock.domain.policy;

import java.util.List;
import java.util.Optional;

/**
 * The answer to a request.
 *
 * @param by the statements that decided it; empty for an implicit denial
 * @param why one English sentence for logs and for {@code evaluate}; for {@link Verdict#UNKNOWN} it names the operator
 *     or key that can't be judged
 */
public record Decision(Verdict verdict, List<Decider> by, String why) {
    public Decision {
        by = List.copyOf(by);
    }

    /** How a request ends. */
    public enum Verdict {
        ALLOWED("allowed"),
        DENIED_EXPLICITLY("denied-explicitly"),
        DENIED_IMPLICITLY("denied-implicitly"),
        /** It hangs on something that can't be told from the documents and the context given. */
        UNKNOWN("unknown");

        private final String id;

        Verdict(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }
    }

    /**
     * A statement that decided.
     *
     * @param policy the name of its document
     * @param statement its index in the document, from 0
     */
    public record Decider(String policy, int statement, Optional<String> sid) {}

    public boolean allowed() {
        return verdict == Verdict.ALLOWED;
    }
}
