package io.spotdock.check;

import io.spotdock.domain.Arn;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.policy.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a trust policy names, of its statements that let someone in: to say what it has in place of something else. */
record Trusted(PolicyDocument document) {
    /** The accounts of its AWS principals; {@code *} is anybody. */
    Set<String> accounts() {
        return letIn().stream()
                .flatMap(statement -> statement.principals().stream())
                .flatMap(who -> who.byType().entrySet().stream())
                .filter(type ->
                        !type.getKey().equals("Federated") && !type.getKey().equals("Service"))
                .flatMap(type -> type.getValue().stream())
                .map(who -> Arn.parse(who).map(Arn::account).orElse(who))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The values that a key has to have, by whatever operator. */
    Set<String> values(String key) {
        return letIn().stream()
                .flatMap(statement -> statement.conditions().values().stream())
                .flatMap(keys -> keys.entrySet().stream())
                .filter(condition -> condition.getKey().equalsIgnoreCase(key))
                .flatMap(condition -> condition.getValue().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Statement> letIn() {
        return document.statements().stream()
                .filter(statement -> statement.effect() == Statement.Effect.ALLOW)
                .toList();
    }
}
