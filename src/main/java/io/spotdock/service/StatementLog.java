package io.spotdock.service;

import io.spotdock.domain.Failure;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.resource.ResourceId;
import io.spotdock.domain.resource.ResourceKind;
import io.spotdock.journal.Entry;
import io.spotdock.journal.Entry.State;
import io.spotdock.journal.Journal;
import io.spotdock.journal.Ledger;
import io.spotdock.journal.Undoing;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** The journal's lines about a self-test's statement. */
final class StatementLog {
    private final Journal journal;
    private final InstantSource clock;
    private final Session session;
    private final ResourceId resource;
    private final String id = UUID.randomUUID().toString();
    private Optional<Undoing> undoing = Optional.empty();

    StatementLog(Journal journal, InstantSource clock, Session session) {
        this.journal = journal;
        this.clock = clock;
        this.session = session;
        this.resource = new ResourceId(
                ResourceKind.TRUST_POLICY, session.wanted().role().arn().name().value());
    }

    String subject() {
        return resource.toString();
    }

    /** About to be put in; returns when that can no longer be lost. */
    void begun(String sid, PolicyDocument before) {
        undoing = Optional.of(
                new Undoing.StatementAdded(session.wanted().role().arn().name(), sid, before));
        add(id, State.BEGUN, undoing, "");
    }

    void done() {
        add(id, State.DONE, undoing, "");
    }

    /** It was certainly not put in. */
    void failed(Failure failure) {
        add(id, State.FAILED, Optional.empty(), failure.getClass().getSimpleName());
    }

    void undone() {
        add(id, State.UNDONE, Optional.empty(), "");
    }

    /** Whatever statement earlier runs left is gone. */
    void settle() {
        for (Entry entry : new Ledger(journal.entries()).standing())
            if (entry.undoing().filter(StatementLog::isOne).isPresent())
                add(entry.id(), State.UNDONE, Optional.empty(), "");
    }

    static boolean isOne(Undoing undoing) {
        return undoing instanceof Undoing.StatementAdded;
    }

    private void add(String change, State state, Optional<Undoing> how, String note) {
        journal.append(new Entry(
                clock.instant(),
                change,
                state,
                resource,
                "update",
                how,
                session.caller().arn(),
                note));
    }
}
