package io.spotdock.service;

import io.spotdock.check.Catalogue;
import io.spotdock.check.Check;
import io.spotdock.check.CheckResult;
import io.spotdock.check.DeliveryChecks;
import io.spotdock.check.Rerun;
import io.spotdock.check.Subject;
import io.spotdock.check.Verdict;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.ObjectKey;
import io.spotdock.journal.Entry;
import io.spotdock.journal.Journal;
import io.spotdock.plan.Observed;
import io.spotdock.port.Buckets;
import io.spotdock.port.Receivers;
import io.spotdock.settings.Settings;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The whole catalogue, ending with a file that ThoughtSpot itself put into the bucket. */
final class LiveTest {
    private final Waiter waiter;
    private final Journal journal;
    private final Receivers receivers;

    LiveTest(Waiter waiter, Journal journal, Receivers receivers) {
        this.waiter = waiter;
        this.journal = journal;
        this.receivers = receivers;
    }

    /**
     * Runs it. Whatever comes of it, test files are removed.
     *
     * @param size of the operator's test file in bytes
     * @param earlier the results of an earlier test, to run only what that did not reach or saw fail; none runs all
     */
    TestRun run(Session session, Observer observer, int size, List<CheckResult> earlier, Event.Sink sink) {
        Once<Observed> observed = new Once<>(() -> observer.observe(session));
        Subject subject = new Subject(
                session.wanted(),
                session.cloud(),
                session.thoughtSpot(),
                receivers,
                observed::get,
                file(session, size));
        List<Check> all = Catalogue.all();
        List<Check> checks = Rerun.of(all, earlier).stream()
                .map(check -> check.id().equals(DeliveryChecks.VALIDATE) ? patient(check, sink) : check)
                .toList();
        CheckRunner runner = new CheckRunner(subject, sink, earlier);
        boolean cancelled = false;
        List<ObjectKey> leftBehind;
        try {
            runner.run(checks);
        } catch (CancellationException _) {
            cancelled = true;
        } finally {
            leftBehind = tidiedUp(subject, session);
        }
        return new TestRun(all.stream().map(runner::resultOf).toList(), leftBehind, cancelled);
    }

    /** An interrupt that ended the test must not end this as well; it is passed on afterwards. */
    private static List<ObjectKey> tidiedUp(Subject subject, Session session) {
        boolean interrupted = Thread.interrupted();
        try {
            return subject.leftovers().remove(session.cloud().objects(), located(session.settings()));
        } finally {
            if (interrupted) Thread.currentThread().interrupt();
        }
    }

    static Buckets.Located located(Settings settings) {
        return new Buckets.Located(
                settings.bucket().name(),
                settings.aws().region(),
                settings.aws().accountId());
    }

    /** Right after our own change STS may not know the role yet: ThoughtSpot is asked again then, and only then. */
    private Check patient(Check check, Event.Sink sink) {
        return new Check(check.id(), check.group(), check.strength(), check.needs(), subject -> {
            Instant deadline = lastChange().plus(Waiter.CEILING);
            AtomicReference<@Nullable Verdict> last = new AtomicReference<>();
            try {
                return waiter.until(deadline, check.id(), sink, Failure.NotVisibleYet.class::isInstance, () -> {
                    Verdict verdict = check.probe().look(subject);
                    last.set(verdict);
                    if (refused(verdict)) throw new FailureException(new Failure.NotVisibleYet("role", ""));
                    return verdict;
                });
            } catch (FailureException e) {
                Verdict verdict = last.get();
                if (verdict != null && e.failure() instanceof Failure.NotVisibleYet) return verdict;
                throw e;
            }
        });
    }

    private static boolean refused(Verdict verdict) {
        return verdict instanceof Verdict.Failed failed
                && (failed.said().contains("AccessDenied") || failed.said().contains("not authorized"));
    }

    private Instant lastChange() {
        return journal.entries().stream()
                .filter(entry -> entry.state() == Entry.State.DONE)
                .map(Entry::at)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    private static Subject.TestFile file(Session session, int size) {
        byte[] content = new byte[size];
        new SecureRandom().nextBytes(content);
        String name = "spotdock-test-" + UUID.randomUUID() + ".bin";
        return new Subject.TestFile(new ObjectKey(session.settings().bucket().prefix() + name), content);
    }
}
