package io.spotdock.journal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An append-only list of entries, for one integration. */
public interface Journal extends AutoCloseable {
    /** Returns when the entry can no longer be lost. */
    void append(Entry entry);

    /** Oldest first. */
    List<Entry> entries();

    /** The lines that were not taken in whole. */
    default List<Unread> unread() {
        return List.of();
    }

    /** Lets others write to it. */
    @Override
    default void close() {}

    /** One that lives as long as the program, for a sandbox of the program's own. */
    static Journal inMemory() {
        List<Entry> entries = new CopyOnWriteArrayList<>();
        return new Journal() {
            @Override
            public void append(Entry entry) {
                entries.add(entry);
            }

            @Override
            public List<Entry> entries() {
                return List.copyOf(entries);
            }
        };
    }
}
