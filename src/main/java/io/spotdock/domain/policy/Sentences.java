package io.spotdock.domain.policy;

import io.spotdock.domain.policy.Decision.Decider;
import java.util.List;
import java.util.stream.Collectors;

/** The reasons of decisions, in words. */
final class Sentences {
    private Sentences() {}

    static String denied(List<Decider> by) {
        return "Denied by " + list(by) + ".";
    }

    static String allowed(List<Decider> by) {
        return by.isEmpty()
                ? "The account's root user has every right in its own account."
                : "Allowed by " + list(by) + ".";
    }

    static String maybeDenied(Match denied, Match allowed) {
        return allowed.isNo()
                ? "Nothing allows it; whether it is denied explicitly hangs on " + denied.why() + "."
                : "Whether it is denied hangs on " + denied.why() + ".";
    }

    static String maybeAllowed(Match allowed) {
        return "Whether it is allowed hangs on " + allowed.why() + ".";
    }

    private static String list(List<Decider> by) {
        return by.stream()
                .map(d -> "statement " + d.statement()
                        + d.sid().map(sid -> " (" + sid + ")").orElse("") + " of " + d.policy())
                .collect(Collectors.joining(", "));
    }
}
