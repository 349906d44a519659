package io.spotdock.plan;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.Fault;
import java.util.List;

/**
 * Every change, in the order of application.
 *
 * @param account in which the AWS changes are made
 * @param notes what a person should know before applying, as sentences of the text bundle
 */
public record Plan(AccountId account, List<Change> changes, List<Fault> notes) {
    public Plan {
        changes = List.copyOf(changes);
        notes = List.copyOf(notes);
    }

    public boolean isEmpty() {
        return changes.stream().noneMatch(Change::writes) && conflicts().isEmpty();
    }

    public List<Change.Conflict> conflicts() {
        return changes.stream()
                .filter(Change.Conflict.class::isInstance)
                .map(Change.Conflict.class::cast)
                .toList();
    }

    public long count(String kind) {
        return changes.stream().filter(change -> change.kind().equals(kind)).count();
    }

    /** The part that concerns one side. */
    public Plan only(Scope scope) {
        return new Plan(account, changes.stream().filter(scope::holds).toList(), notes);
    }
}
