package io.spotdock.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spotdock.check.Check;
import io.spotdock.check.CheckGroup;
import io.spotdock.check.CheckResult;
import io.spotdock.check.CheckResult.Status;
import io.spotdock.check.Strength;
import io.spotdock.check.Verdict;
import io.spotdock.domain.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CheckRunnerTest {
    private static final Verdict PASSED = Verdict.passed("check.refused.yes");
    private static final Verdict FAILED = Verdict.failed(Fault.of("check.refused.yes"), Fault.of("remedy.apply"));
    private static final long PATIENCE_SECONDS = 20;

    private final World world = World.aws();
    private final List<Event> events = new ArrayList<>();
    private final CheckRunner runner = runner(events::add);

    private CheckRunner runner(Event.Sink sink) {
        Session session = world.integration().session();
        return new CheckRunner(
                new Subjects(world.receivers(), world.clock()).forLooking(session, () -> {
                    throw new AssertionError("nothing here looks");
                }),
                sink);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private static Check check(String id, Set<String> needs, Set<String> after, Check.Probe probe) {
        return new Check(id, CheckGroup.ROLE, Strength.EVALUATED, needs, after, probe);
    }

    private static Check check(String id, Check.Probe probe) {
        return check(id, Set.of(), Set.of(), probe);
    }

    private List<String> told() {
        return events.stream()
                .map(event -> event.getClass().getSimpleName() + " " + event.subject())
                .toList();
    }

    /** Meets the other side, or fails after a while. */
    private static Verdict meet(CyclicBarrier barrier) {
        try {
            barrier.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return PASSED;
        } catch (Exception e) {
            return FAILED;
        }
    }

    @Test
    void checksThatWaitForEachOtherBothEnd() {
        CyclicBarrier meeting = new CyclicBarrier(2);

        List<CheckResult> results =
                runner.run(List.of(check("one", _ -> meet(meeting)), check("two", _ -> meet(meeting))));

        assertThat(results).extracting(CheckResult::status).containsOnly(Status.PASSED);
    }

    @Test
    void eightRunAtOnceAndNeverMore() {
        CyclicBarrier meeting = new CyclicBarrier(8);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Check.Probe probe = _ -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            try {
                return meet(meeting);
            } finally {
                inside.decrementAndGet();
            }
        };

        List<CheckResult> results = runner.run(
                IntStream.range(0, 24).mapToObj(n -> check("check-" + n, probe)).toList());

        assertThat(results).extracting(CheckResult::status).containsOnly(Status.PASSED);
        assertThat(most).hasValue(8);
    }

    @Test
    void aCheckBeginsWhenWhatItNeedsHasEnded() {
        runner.run(List.of(
                check("third", Set.of("second"), Set.of(), _ -> PASSED),
                check("second", Set.of("first"), Set.of(), _ -> PASSED),
                check("first", _ -> PASSED)));

        assertThat(told())
                .containsExactly(
                        "Started first",
                        "Checked first",
                        "Started second",
                        "Checked second",
                        "Started third",
                        "Checked third");
    }

    @Test
    void whatNeedsAFailedCheckIsNotReachedAndWhatOnlyComesAfterItIs() {
        List<CheckResult> results = runner.run(List.of(
                check("first", _ -> FAILED),
                check("needs", Set.of("first"), Set.of(), _ -> PASSED),
                check("needs-that", Set.of("needs"), Set.of(), _ -> PASSED),
                check("after", Set.of(), Set.of("first", "needs"), _ -> PASSED)));

        assertThat(results)
                .extracting(CheckResult::status)
                .containsExactly(Status.FAILED, Status.NOT_REACHED, Status.NOT_REACHED, Status.PASSED);
        assertThat(told().indexOf("Started after")).isGreaterThan(told().indexOf("Checked first"));
        assertThat(told()).doesNotContain("Started needs", "Started needs-that");
    }

    @Test
    void resultsComeBackInTheOrderOfTheChecksHoweverTheyEnded() {
        CountDownLatch secondHasEnded = new CountDownLatch(1);
        CheckRunner listening = runner(event -> {
            events.add(event);
            if (event instanceof Event.Checked(CheckResult result)
                    && result.id().equals("second")) secondHasEnded.countDown();
        });

        List<CheckResult> results = listening.run(List.of(
                check("first", _ -> {
                    try {
                        return secondHasEnded.await(PATIENCE_SECONDS, TimeUnit.SECONDS) ? PASSED : FAILED;
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                }),
                check("second", _ -> PASSED)));

        assertThat(told()).endsWith("Checked second", "Checked first");
        assertThat(results).extracting(CheckResult::id).containsExactly("first", "second");
        assertThat(results).extracting(CheckResult::status).containsOnly(Status.PASSED);
    }

    @Test
    void everythingIsToldOnTheCallersThread() {
        List<Thread> threads = new ArrayList<>();
        CheckRunner listening = runner(_ -> threads.add(Thread.currentThread()));
        Event.Sink said = listening.fromChecks();

        listening.run(List.of(check("talks", _ -> {
            said.accept(new Event.Waiting("talks", 1, Duration.ZERO, Fault.of("wait.again")));
            return PASSED;
        })));

        assertThat(threads).hasSize(3).containsOnly(Thread.currentThread());
    }

    @Test
    void aBugInOneCheckIsThrownWhenTheOthersHaveEnded() {
        IllegalStateException bug = new IllegalStateException("a bug");
        Check broken = check("broken", _ -> {
            throw bug;
        });
        Check other = check("other", Set.of(), Set.of("broken"), _ -> PASSED);
        Check needsIt = check("needs-it", Set.of("broken"), Set.of(), _ -> PASSED);

        assertThatThrownBy(() -> runner.run(List.of(broken, other, needsIt))).isSameAs(bug);

        assertThat(runner.resultOf(other).status()).isEqualTo(Status.PASSED);
        assertThat(runner.resultOf(broken).status()).isEqualTo(Status.NOT_REACHED);
        assertThat(runner.resultOf(needsIt).status()).isEqualTo(Status.NOT_REACHED);
    }

    @Test
    void anInterruptStopsWhatRunsAndNothingNewStarts() {
        CountDownLatch inside = new CountDownLatch(1);
        AtomicBoolean stopped = new AtomicBoolean();
        AtomicBoolean startedLater = new AtomicBoolean();
        Check endless = check("endless", _ -> {
            inside.countDown();
            try {
                return new CountDownLatch(1).await(PATIENCE_SECONDS, TimeUnit.SECONDS) ? PASSED : FAILED;
            } catch (InterruptedException _) {
                stopped.set(true);
                throw new CancellationException();
            }
        });
        Check first = check("first", _ -> {
            try {
                return inside.await(PATIENCE_SECONDS, TimeUnit.SECONDS) ? PASSED : FAILED;
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        Check later = check("later", Set.of("first"), Set.of(), _ -> {
            startedLater.set(true);
            return PASSED;
        });
        CheckRunner cancelled = runner(event -> {
            if (event instanceof Event.Checked) Thread.currentThread().interrupt();
        });

        assertThatThrownBy(() -> cancelled.run(List.of(endless, first, later)))
                .isInstanceOf(CancellationException.class);

        assertThat(Thread.interrupted()).as("the interrupt is passed on").isTrue();
        assertThat(stopped).as("what ran has stopped").isTrue();
        assertThat(startedLater).isFalse();
        assertThat(cancelled.resultOf(first).status()).isEqualTo(Status.PASSED);
        assertThat(cancelled.resultOf(endless).status()).isEqualTo(Status.NOT_REACHED);
    }
}
