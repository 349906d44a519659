package io.spotdock.service;

import io.spotdock.check.Leftovers;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.ObjectKey;
import io.spotdock.journal.Entry;
import io.spotdock.journal.Journal;
import io.spotdock.journal.Ledger;
import io.spotdock.journal.Undoing;
import io.spotdock.plan.Outcome;
import io.spotdock.port.Buckets.Located;
import io.spotdock.port.Buckets.Lookup;
import io.spotdock.port.Cloud;
import io.spotdock.port.Objects;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Removes the files of tests that came to no end: the program was killed, or was not allowed to. */
record ForgottenFiles(Cloud cloud) {
    /** How ThoughtSpot's name of a validation's file begins. */
    static final String OF_VALIDATIONS = "validation_dummy";

    /** What two clocks may differ by. */
    private static final Duration BEFORE = Duration.ofMinutes(2);

    /** A validation takes seconds, and nobody waits for its answer longer than half a minute. */
    private static final Duration AFTER = Duration.ofMinutes(5);

    /** Ten lists. */
    private static final int MOST = 10_000;

    /**
     * What the journal holds of them; it must be open for writing. What can't be removed now stays in it.
     *
     * @param kind only those of this kind
     * @return how many are no longer there
     */
    static int takeAway(
            Class<? extends Undoing.TestFile> kind,
            Journal journal,
            InstantSource clock,
            Session session,
            Event.Sink sink) {
        ForgottenFiles files = new ForgottenFiles(session.cloud());
        int gone = 0;
        for (Entry entry : new Ledger(journal.entries()).standing()) {
            if (!(entry.undoing().orElse(null) instanceof Undoing.TestFile file) || !kind.isInstance(file)) continue;
            try {
                Outcome outcome = files.find(file, session)
                        .map(bucket -> files.remove(bucket, file))
                        .orElseGet(Outcome.AlreadyRight::new);
                if (outcome instanceof Outcome.Left || isDue(file, outcome, clock)) continue;
                JournalLines.settled(journal, clock, session.caller().arn(), entry);
                gone++;
                if (outcome instanceof Outcome.Changed)
                    sink.accept(new Event.Finished(entry.resource().toString(), outcome));
            } catch (FailureException _) {
                // The next test tries again, and so does destroy.
            }
        }
        return gone;
    }

    /** Whether ThoughtSpot may still be at work on it. */
    private static boolean isDue(Undoing.TestFile file, Outcome outcome, InstantSource clock) {
        return file instanceof Undoing.TestFileAwaited awaited
                && outcome instanceof Outcome.AlreadyRight
                && clock.instant().isBefore(awaited.since().plus(AFTER));
    }

    private Optional<Located> find(Undoing.TestFile file, Session session) {
        return cloud.buckets().look(file.bucket(), session.settings().aws().accountId())
                                instanceof Lookup.Ours(Located bucket)
                        && bucket.region().equals(file.region())
                ? Optional.of(bucket)
                : Optional.empty();
    }

    Outcome remove(Located bucket, Undoing.TestFile file) {
        return switch (file) {
            case Undoing.TestFileWritten written ->
                cloud.objects().find(bucket, written.key()).isEmpty()
                        ? new Outcome.AlreadyRight()
                        : remove(bucket, List.of(written.key()));
            case Undoing.TestFileAwaited awaited -> removeAwaited(bucket, awaited);
        };
    }

    /** What ThoughtSpot wrote at about that time under such a name; nothing else is called so. */
    private Outcome removeAwaited(Located bucket, Undoing.TestFileAwaited awaited) {
        Instant end = awaited.since().plus(AFTER);
        Objects.Recent recent =
                cloud.objects().recent(bucket, awaited.prefix(), awaited.since().minus(BEFORE), MOST);
        List<ObjectKey> files = recent.files().stream()
                .filter(file -> file.modified().isBefore(end))
                .map(Objects.Listed::key)
                .filter(key -> name(key).startsWith(OF_VALIDATIONS))
                .toList();
        if (files.isEmpty() && !recent.whole())
            return new Outcome.Left(Fault.of("undo.test-file-unseen", bucket.name(), OF_VALIDATIONS));
        return files.isEmpty() ? new Outcome.AlreadyRight() : remove(bucket, files);
    }

    private Outcome remove(Located bucket, List<ObjectKey> files) {
        List<ObjectKey> left = Leftovers.removeAgain(cloud.objects(), bucket, files);
        return left.isEmpty()
                ? new Outcome.Changed()
                : new Outcome.Left(Fault.of("undo.test-file", left.getFirst(), bucket.name()));
    }

    private static String name(ObjectKey key) {
        return key.value().substring(key.value().lastIndexOf('/') + 1);
    }
}
