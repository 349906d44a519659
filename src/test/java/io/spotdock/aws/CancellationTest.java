package io.spotdock.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.port.Cloud;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A person who stops waiting. */
class CancellationTest {
    @Test
    void aCallThatHangsEndsWhenItsVirtualThreadIsInterrupted() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        try (StubAws aws = new StubAws(_ -> {
            asked.countDown();
            try {
                never.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            return StubAws.admin();
        })) {
            Cloud cloud = aws.cloud();
            AtomicReference<Throwable> thrown = new AtomicReference<>();
            Thread caller = Thread.ofVirtual().start(() -> {
                try {
                    cloud.tokens().whoAmI();
                } catch (RuntimeException e) {
                    thrown.set(e);
                }
            });
            asked.await();
            caller.interrupt();
            assertThat(caller.join(Duration.ofSeconds(5))).isTrue();
            assertThat(thrown.get()).isInstanceOf(CancellationException.class);
        }
    }
}
