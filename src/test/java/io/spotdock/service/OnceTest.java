package io.spotdock.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.check.Once;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OnceTest {
    private final AtomicInteger attempts = new AtomicInteger();

    private static Failure failureOf(Supplier<?> call) {
        try {
            var _ = call.get();
            throw new AssertionError("no failure");
        } catch (FailureException e) {
            return e.failure();
        }
    }

    @Test
    void allWhoAskAtOnceGetTheOneFailure() {
        CountDownLatch allAsk = new CountDownLatch(1);
        Once<String> once = new Once<>(() -> {
            attempts.incrementAndGet();
            try {
                allAsk.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            throw new FailureException(new Failure.Unreachable("iam.amazonaws.com", ""));
        });

        try (SideBySide threads = new SideBySide()) {
            List<Supplier<Failure>> asked = IntStream.range(0, 10)
                    .mapToObj(_ -> threads.start(() -> failureOf(once)))
                    .toList();
            allAsk.countDown();
            assertThat(asked).extracting(Supplier::get).containsOnly(new Failure.Unreachable("iam.amazonaws.com", ""));
        }
        assertThat(failureOf(once)).as("later, too").isInstanceOf(Failure.Unreachable.class);
        assertThat(attempts).hasValue(1);
    }

    @Test
    void aValueIsWorkedOutOnce() {
        Once<Integer> once = new Once<>(attempts::incrementAndGet);

        assertThat(once.get()).isEqualTo(1);
        assertThat(once.get()).isEqualTo(1);
    }
}
