package io.spotdock.service.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many at once, and what they may not do to each other. */
@Timeout(60)
class CrowdTest {
    private static final List<Integer> NUMBERS = IntStream.range(0, 200).boxed().toList();

    /** Each goes on when three are there: fewer at once would wait for ever. */
    @Test
    void asManyAreAtWorkAsMayBeAndNoMore() {
        CyclicBarrier three = new CyclicBarrier(3);
        AtomicInteger atWork = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Integer> numbers = NUMBERS.subList(0, 99);
        List<Ended<Integer>> ended = new Crowd(3).run(numbers, number -> {
            most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
            try {
                three.await();
            } catch (InterruptedException | BrokenBarrierException e) {
                throw new IllegalStateException(e);
            }
            atWork.decrementAndGet();
            return number * 2;
        });
        assertThat(most.get()).isEqualTo(3);
        assertThat(ended)
                .isEqualTo(numbers.stream()
                        .map(number -> new Ended.Good<>(number * 2))
                        .toList());
    }

    @Test
    void whatBefallsOneIsNoneOfTheOthersBusiness() {
        Failure failure = new Failure.Unreachable("sts.amazonaws.com", "");
        List<Ended<Integer>> ended = new Crowd(4).run(List.of(0, 1, 2, 3), number -> {
            if (number == 1) throw new FailureException(failure);
            if (number == 2) throw new IllegalStateException("a bug");
            return number;
        });
        assertThat(ended.get(0)).isEqualTo(new Ended.Good<>(0));
        assertThat(ended.get(1)).isEqualTo(new Ended.Bad<Integer>(failure));
        assertThat(ended.get(2))
                .isInstanceOfSatisfying(
                        Ended.Bad.class,
                        bad -> assertThat(bad.failure())
                                .isInstanceOfSatisfying(
                                        Failure.Unexpected.class,
                                        unexpected -> assertThat(unexpected.reference())
                                                .isNotBlank()));
        assertThat(ended.get(3)).isEqualTo(new Ended.Good<>(3));
    }

    /** The lanes cross: whoever took them in the order they are named would wait for each other for ever. */
    @Test
    void thoseThatShareSomethingTakeTurns() {
        Set<String> users = ConcurrentHashMap.newKeySet();
        Function<Integer, Set<String>> lanes =
                number -> Set.of("lane " + number % 5, "lane " + (number + 1 + number % 3) % 5);
        List<Ended<Boolean>> ended = new Crowd(16)
                .run(
                        NUMBERS,
                        lanes,
                        number -> {
                            boolean alone = true;
                            for (String lane : lanes.apply(number)) alone &= users.add(lane);
                            for (int i = 0; i < 1000; i++) Thread.onSpinWait();
                            users.removeAll(lanes.apply(number));
                            return alone;
                        },
                        (_, _) -> {});
        assertThat(ended).containsOnly(new Ended.Good<>(true));
    }

    @Test
    void anInterruptEndsWhatWaitsForItsTurnAsWell() throws InterruptedException {
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger begun = new AtomicInteger();
        Thread caller = Thread.currentThread();
        Thread.ofVirtual().start(() -> {
            try {
                working.await();
                caller.interrupt();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        List<Ended<Boolean>> ended = new Crowd(2)
                .run(
                        NUMBERS,
                        number -> Set.of("lane " + number % 2),
                        _ -> {
                            begun.incrementAndGet();
                            working.countDown();
                            try {
                                never.await();
                            } catch (InterruptedException _) {
                                Thread.currentThread().interrupt();
                                throw new CancellationException();
                            }
                            return true;
                        },
                        (_, _) -> {});
        assertThat(Thread.interrupted()).as("the interrupt is passed on").isTrue();
        assertThat(ended).hasSameSizeAs(NUMBERS).containsOnly(new Ended.Cancelled<>());
        assertThat(begun.get()).isLessThanOrEqualTo(2);
    }
}
