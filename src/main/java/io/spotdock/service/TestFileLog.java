package io.spotdock.service;

import io.spotdock.check.Leftovers;
import io.spotdock.domain.ObjectKey;
import io.spotdock.domain.resource.ResourceId;
import io.spotdock.domain.resource.ResourceKind;
import io.spotdock.journal.Journal;
import io.spotdock.journal.Undoing;
import io.spotdock.settings.Settings;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The journal's lines about the files of a test. Thread-safe. */
final class TestFileLog implements Leftovers.Watch {
    private final Journal journal;
    private final InstantSource clock;
    private final Session session;
    private final Map<ObjectKey, JournalLines> there = new HashMap<>();
    private Optional<JournalLines> awaited = Optional.empty();

    TestFileLog(Journal journal, InstantSource clock, Session session) {
        this.journal = journal;
        this.clock = clock;
        this.session = session;
    }

    @Override
    public synchronized void mayBe(ObjectKey key) {
        if (there.containsKey(key)) return;
        JournalLines lines = lines(key.value());
        lines.begun(new Undoing.TestFileWritten(
                settings().bucket().name(), settings().aws().region(), key));
        there.put(key, lines);
    }

    @Override
    public synchronized void gone(ObjectKey key) {
        Optional.ofNullable(there.remove(key)).ifPresent(JournalLines::undone);
    }

    @Override
    public synchronized void awaited() {
        if (awaited.isPresent()) return;
        JournalLines lines = lines(settings().bucket().prefix() + ForgottenFiles.OF_VALIDATIONS);
        lines.begun(new Undoing.TestFileAwaited(
                settings().bucket().name(),
                settings().aws().region(),
                settings().bucket().prefix(),
                clock.instant()));
        awaited = Optional.of(lines);
    }

    @Override
    public synchronized void arrived() {
        awaited.ifPresent(JournalLines::undone);
        awaited = Optional.empty();
    }

    private Settings settings() {
        return session.settings();
    }

    private JournalLines lines(String name) {
        return JournalLines.of(journal, clock, session, new ResourceId(ResourceKind.TEST_FILE, name), "create");
    }
}
