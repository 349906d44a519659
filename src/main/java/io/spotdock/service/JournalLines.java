package io.spotdock.service;

import io.spotdock.domain.Failure;
import io.spotdock.domain.Org;
import io.spotdock.domain.resource.ResourceId;
import io.spotdock.journal.Entry;
import io.spotdock.journal.Entry.State;
import io.spotdock.journal.Journal;
import io.spotdock.journal.Undoing;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/**
 * The journal's lines about one change that lives no longer than a test.
 *
 * @param kind {@code create} or {@code update}
 * @param by who is at work
 * @param org of ThoughtSpot, for what is in one
 */
record JournalLines(
        Journal journal,
        InstantSource clock,
        String by,
        ResourceId resource,
        String kind,
        String change,
        Optional<Org> org) {
    static JournalLines of(Journal journal, InstantSource clock, Session session, ResourceId resource, String kind) {
        return new JournalLines(
                journal,
                clock,
                session.caller().arn(),
                resource,
                kind,
                UUID.randomUUID().toString(),
                Optional.empty());
    }

    /** The same, for something in this Org. */
    JournalLines in(Org place) {
        return new JournalLines(journal, clock, by, resource, kind, change, Optional.of(place));
    }

    /** About to be made; returns when that can no longer be lost. */
    void begun(Undoing undoing) {
        add(State.BEGUN, Optional.of(undoing), "");
    }

    void done(Undoing undoing) {
        add(State.DONE, Optional.of(undoing), "");
    }

    /** It was certainly not made. */
    void failed(Failure failure) {
        add(State.FAILED, Optional.empty(), failure.getClass().getSimpleName());
    }

    void undone() {
        add(State.UNDONE, Optional.empty(), "");
    }

    /** What an earlier run left is gone. */
    static void settled(Journal journal, InstantSource clock, String by, Entry left) {
        new JournalLines(journal, clock, by, left.resource(), left.kind(), left.id(), left.org()).undone();
    }

    private void add(State state, Optional<Undoing> how, String note) {
        journal.append(new Entry(clock.instant(), change, state, resource, kind, how, by, org, note));
    }
}
