package io.spotdock.sandbox.thoughtspot;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.Org;
import io.spotdock.sandbox.control.Faults;
import io.spotdock.sandbox.wire.Exchange;
import io.spotdock.sandbox.wire.LoopbackServer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ReceiverTest {
    @Test
    void aUrlThatAnswersTooLateHasFailed() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (OutgoingHttp http = new OutgoingHttp();
                LoopbackServer late = new LoopbackServer(0, _ -> {
                    await(over);
                    return new Exchange.Answer(200, Map.of(), new byte[0]);
                })) {
            User user = new User("1", "admin", "Administrator", Set.of(), Set.of(0));
            StoredWebhook webhook = new StoredWebhook(
                    "1",
                    new Org(0, "Primary"),
                    Replies.object().put("url", late.address().toString()),
                    Instant.EPOCH,
                    Instant.EPOCH,
                    user,
                    user);

            Step.Connection step = new Receiver(http, new Faults(), Duration.ofMillis(300))
                    .call(webhook, Message.json(Replies.object()));

            over.countDown();
            assertThat(step.passed()).isFalse();
            assertThat(step.status()).isEmpty();
            assertThat(step.error())
                    .hasValueSatisfying(error -> assertThat(error).contains("300 ms"));
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
