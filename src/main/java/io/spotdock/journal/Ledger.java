package io.spotdock.journal;

import io.spotdock.domain.resource.ResourceId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a journal amounts to. */
public final class Ledger {
    private final Map<String, Entry> standing = new LinkedHashMap<>();

    /** @param entries oldest first */
    public Ledger(List<Entry> entries) {
        for (Entry entry : entries) {
            switch (entry.state()) {
                case BEGUN -> standing.put(entry.id(), entry);
                // The undoing of the last line knows most; a line without one says nothing new about it.
                case DONE ->
                    standing.merge(
                            entry.id(), entry, (old, late) -> late.undoing().isPresent() ? late : old);
                case FAILED, UNDONE -> standing.remove(entry.id());
                case LEFT -> {}
            }
        }
    }

    /** Changes that stand, or may stand since the program ended while making them; newest first. */
    public List<Entry> standing() {
        return List.copyOf(standing.values()).reversed();
    }

    /** What Spotdock made and has not taken back. */
    public Set<ResourceId> made() {
        return standing.values().stream()
                .filter(entry -> entry.kind().equals("create"))
                .map(Entry::resource)
                .collect(Collectors.toUnmodifiableSet());
    }
}
