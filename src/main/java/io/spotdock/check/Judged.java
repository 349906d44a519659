package io.spotdock.check;

import io.spotdock.domain.policy.Decision;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.policy.PolicyJson;
import io.spotdock.domain.policy.PolicySet;
import io.spotdock.domain.policy.PolicySet.Named;
import io.spotdock.domain.policy.Statement;
import java.util.Optional;
import java.util.stream.Stream;

/** A decision with the policies it was made of, so that the statement that decided can be shown. */
record Judged(Decision decision, PolicySet policies) {
    Decision.Verdict verdict() {
        return decision.verdict();
    }

    boolean allowed() {
        return decision.allowed();
    }

    String why() {
        return decision.why();
    }

    /** The statement that decided, such as {@code AllowAll (AmazonS3FullAccess)}; the reason where none did. */
    String statement() {
        return decision.by().stream()
                .findFirst()
                .map(by -> cite(by.sid(), by.statement()) + " (" + by.policy() + ")")
                .orElse(decision.why());
    }

    /** How people find a statement in its document. */
    static String cite(Optional<String> sid, int index) {
        return sid.filter(text -> !text.isBlank()).orElseGet(() -> "#" + (index + 1));
    }

    /** The statement that decided, as JSON; empty where none did. */
    String quoted() {
        return decision.by().stream()
                .findFirst()
                .flatMap(by -> documents()
                        .filter(named -> named.name().equals(by.policy()))
                        .findFirst()
                        .map(named -> named.document().statements().get(by.statement())))
                .map(Judged::quote)
                .orElse("");
    }

    private Stream<Named> documents() {
        return Stream.of(policies.identity().stream(), policies.resource().stream(), policies.boundary().stream())
                .flatMap(named -> named);
    }

    static String quote(Statement statement) {
        String whole = PolicyJson.compact(
                new PolicyDocument(Optional.empty(), Optional.empty(), java.util.List.of(statement)));
        return whole.substring("{\"Statement\":[".length(), whole.length() - "]}".length());
    }
}
