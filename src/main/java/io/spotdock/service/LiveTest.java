package io.spotdock.service;

import io.spotdock.check.Catalogue;
import io.spotdock.check.Check;
import io.spotdock.check.CheckResult;
import io.spotdock.check.CheckResult.Status;
import io.spotdock.check.DeliveryChecks;
import io.spotdock.check.Extra;
import io.spotdock.check.Leftovers;
import io.spotdock.check.LiveboardTrial;
import io.spotdock.check.Once;
import io.spotdock.check.Rerun;
import io.spotdock.check.SeededContent;
import io.spotdock.check.Subject;
import io.spotdock.check.Verdict;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.ObjectKey;
import io.spotdock.journal.Entry;
import io.spotdock.journal.Journal;
import io.spotdock.journal.Undoing;
import io.spotdock.plan.Observed;
import io.spotdock.port.Buckets;
import io.spotdock.settings.Settings;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The whole catalogue, ending with a file that ThoughtSpot itself put into the bucket. */
final class LiveTest {
    private final Waiter waiter;
    private final Journal journal;
    private final Subjects subjects;
    private final InstantSource clock;

    LiveTest(Waiter waiter, Journal journal, Subjects subjects, InstantSource clock) {
        this.waiter = waiter;
        this.journal = journal;
        this.subjects = subjects;
        this.clock = clock;
    }

    /**
     * Runs it. Whatever comes of it, test files are removed, a self-test's statement is taken out, and a Liveboard's
     * schedule is deleted.
     *
     * @param earlier the results of an earlier test, to run only what that did not reach or saw fail; none runs all
     */
    TestRun run(Session session, Observer observer, TestOrder order, List<CheckResult> earlier, Event.Sink sink) {
        Once<Observed> observed = new Once<>(() -> observer.look(session));
        SelfTest trial = new SelfTest(session, journal, waiter, clock);
        Optional<LiveboardTest> liveboard =
                order.liveboard().map(asked -> new LiveboardTest(session, asked, journal, waiter, clock));
        Map<Extra, Temporary> temporary = new EnumMap<>(Extra.class);
        if (order.selfTest()) temporary.put(Extra.SELF_TEST, trial);
        liveboard.ifPresent(test -> temporary.put(Extra.LIVEBOARD, test));
        Subject subject = subjects.forTesting(
                session,
                observed,
                file(session, order.size()),
                trial,
                liveboard.map(LiveboardTrial.class::cast),
                order.isJournalled() ? new TestFileLog(journal, clock, session) : Leftovers.Watch.NONE);
        List<Check> all = Catalogue.with(order.extras());
        CheckRunner runner = new CheckRunner(subject, sink, earlier);
        List<Check> checks = Catalogue.completed(Rerun.of(all, earlier), all).stream()
                .map(check -> check.id().equals(DeliveryChecks.VALIDATE) ? patient(check, runner.fromChecks()) : check)
                .toList();
        boolean cancelled = false;
        List<ObjectKey> leftBehind;
        try {
            if (order.isJournalled()) ForgottenFiles.takeAway(Undoing.TestFile.class, journal, clock, session, sink);
            temporary.values().forEach(each -> each.tidyUp(sink));
            temporary.values().forEach(each -> each.speakTo(runner.fromChecks()));
            runner.run(checks);
        } catch (CancellationException _) {
            cancelled = true;
        } finally {
            temporary.values().forEach(each -> each.speakTo(sink));
            temporary.values().forEach(Temporary::end);
            leftBehind = tidiedUp(subject, session);
            // Where the answer that names ThoughtSpot's file was lost, the file may be there by now.
            if (order.isJournalled())
                SeenThrough.undisturbed(
                        () -> ForgottenFiles.takeAway(Undoing.TestFileAwaited.class, journal, clock, session, sink));
        }
        return new TestRun(
                all.stream()
                        .map(check -> concluded(check, runner.resultOf(check), temporary, sink))
                        .toList(),
                leftBehind,
                cancelled);
    }

    /** That what was put outside is gone is known, and said, also where the test was cancelled before it came to that. */
    private static CheckResult concluded(
            Check check, CheckResult result, Map<Extra, Temporary> temporary, Event.Sink sink) {
        Optional<Temporary> missed = temporary.entrySet().stream()
                .filter(each -> each.getKey().ending().equals(check.id()))
                .filter(_ -> result.status() == Status.NOT_REACHED)
                .map(Map.Entry::getValue)
                .findFirst();
        if (missed.isEmpty()) return result;
        CheckResult known = CheckResult.of(check, missed.get().end());
        sink.accept(new Event.Checked(known));
        return known;
    }

    /** An interrupt that ended the test must not end this as well; it is passed on afterwards. */
    private static List<ObjectKey> tidiedUp(Subject subject, Session session) {
        return SeenThrough.undisturbed(
                () -> subject.leftovers().remove(session.cloud().objects(), located(session.settings())));
    }

    static Buckets.Located located(Settings settings) {
        return Subject.located(settings);
    }

    /** Right after our own change STS may not know the role yet: ThoughtSpot is asked again then, and only then. */
    private Check patient(Check check, Event.Sink sink) {
        return check.with(subject -> {
            Instant deadline = lastChange().plus(Waiter.CEILING);
            AtomicReference<@Nullable Verdict> last = new AtomicReference<>();
            try {
                return waiter.until(deadline, check.id(), sink, Failure.NotVisibleYet.class::isInstance, () -> {
                    // Only its answer names the file that ThoughtSpot writes, and that has to be removed.
                    Verdict verdict = SeenThrough.toItsEnd(() -> check.probe().look(subject));
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
                .filter(entry -> entry.undoing().filter(LiveTest::isOfTest).isEmpty())
                .map(Entry::at)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    private static boolean isOfTest(Undoing undoing) {
        return StatementLog.isOne(undoing)
                || undoing instanceof Undoing.ScheduleMade
                || undoing instanceof Undoing.TestFile;
    }

    private static Subject.TestFile file(Session session, int size) {
        String name = "spotdock-test-" + UUID.randomUUID() + ".bin";
        return new Subject.TestFile(
                new ObjectKey(session.settings().bucket().prefix() + name),
                new SeededContent(new SecureRandom().nextLong(), size));
    }
}
