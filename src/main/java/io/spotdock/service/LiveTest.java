package io.spotdock.service;

import io.spotdock.check.Catalogue;
import io.spotdock.check.Check;
import io.spotdock.check.CheckResult;
import io.spotdock.check.CheckResult.Status;
import io.spotdock.check.DeliveryChecks;
import io.spotdock.check.Subject;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.ObjectKey;
import io.spotdock.domain.resource.ResourceKind.Group;
import io.spotdock.journal.Entry;
import io.spotdock.journal.Journal;
import io.spotdock.plan.Observed;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Runs the catalogue. A check whose needs did not pass is not reached, which is no failure of its own. */
final class LiveTest {
    private final Waiter waiter;
    private final Journal journal;

    LiveTest(Waiter waiter, Journal journal) {
        this.waiter = waiter;
        this.journal = journal;
    }

    /** @param size of the operator's test file in bytes */
    List<CheckResult> run(Session session, Observer observer, int size, Event.Sink sink) {
        Once<Observed> observed = new Once<>(() -> observer.observe(session));
        Subject subject = new Subject(
                session.wanted(), session.cloud(), session.thoughtSpot(), observed::get, file(session, size));
        Map<String, Status> ended = new HashMap<>();
        List<CheckResult> results = new ArrayList<>();
        for (Check check : Catalogue.all()) {
            boolean reached = check.needs().stream()
                    .map(ended::get)
                    .allMatch(status -> status == Status.PASSED || status == Status.WARNED);
            CheckResult result = reached ? run(check, subject, sink) : CheckResult.notReached(check);
            ended.put(check.id(), result.status());
            results.add(result);
            sink.accept(new Event.Checked(result));
        }
        return results;
    }

    private CheckResult run(Check check, Subject subject, Event.Sink sink) {
        sink.accept(new Event.Started(check.id()));
        try {
            return check.id().equals(DeliveryChecks.VALIDATE)
                    ? untilVisible(check, subject, sink)
                    : CheckResult.of(check, check.probe().look(subject));
        } catch (FailureException e) {
            return CheckResult.failed(check, e.failure());
        }
    }

    /** Right after our own change STS may not know the role yet: ThoughtSpot is asked again then, and only then. */
    private CheckResult untilVisible(Check check, Subject subject, Event.Sink sink) {
        Instant deadline = lastChange().plus(Waiter.CEILING);
        List<CheckResult> last = new ArrayList<>();
        try {
            return waiter.until(deadline, check.id(), sink, failure -> failure instanceof Failure.NotVisibleYet, () -> {
                CheckResult result = CheckResult.of(check, check.probe().look(subject));
                last.add(result);
                boolean denied = result.status() == Status.FAILED
                        && (result.said().contains("AccessDenied")
                                || result.said().contains("not authorized"));
                if (denied) throw new FailureException(new Failure.NotVisibleYet("role", result.said()));
                return result;
            });
        } catch (FailureException e) {
            if (e.failure() instanceof Failure.NotVisibleYet && !last.isEmpty()) return last.getLast();
            throw e;
        }
    }

    private Instant lastChange() {
        return journal.entries().stream()
                .filter(entry -> entry.state() == Entry.State.DONE
                        && entry.resource().kind().group() == Group.AWS_IAM)
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
