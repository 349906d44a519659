package io.spotdock.service;

import io.spotdock.domain.Failure;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.resource.ResourceId;
import io.spotdock.domain.resource.ResourceKind;
import io.spotdock.journal.Entry;
import io.spotdock.journal.Journal;
import io.spotdock.journal.Ledger;
import io.spotdock.journal.Undoing;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The journal's lines about a self-test's statement. */
final class StatementLog {
    private final Journal journal;
    private final InstantSource clock;
    private final Session session;
    private final JournalLines lines;
    private @Nullable Undoing undoing;

    StatementLog(Journal journal, InstantSource clock, Session session) {
        this.journal = journal;
        this.clock = clock;
        this.session = session;
        ResourceId resource = new ResourceId(
                ResourceKind.TRUST_POLICY, session.wanted().role().arn().name().value());
        this.lines = JournalLines.of(journal, clock, session, resource, "update");
    }

    String subject() {
        return lines.resource().toString();
    }

    /** About to be put in; returns when that can no longer be lost. */
    void begun(String sid, PolicyDocument before) {
        undoing = new Undoing.StatementAdded(session.wanted().role().arn().name(), sid, before);
        lines.begun(undoing);
    }

    void done() {
        lines.done(Objects.requireNonNull(undoing));
    }

    /** It was certainly not put in. */
    void failed(Failure failure) {
        lines.failed(failure);
    }

    void undone() {
        lines.undone();
    }

    /** Whatever statement earlier runs left is gone. */
    void settle() {
        for (Entry entry : new Ledger(journal.entries()).standing())
            if (entry.undoing().filter(StatementLog::isOne).isPresent())
                JournalLines.settled(journal, clock, session.caller().arn(), entry);
    }

    static boolean isOne(Undoing undoing) {
        return undoing instanceof Undoing.StatementAdded;
    }
}
