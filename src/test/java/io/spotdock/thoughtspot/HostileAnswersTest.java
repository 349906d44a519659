package io.spotdock.thoughtspot;

import static io.spotdock.thoughtspot.Scripted.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.spotdock.domain.Failure;
import io.spotdock.domain.Secret;
import io.spotdock.network.http.Wire;
import io.spotdock.port.WebhookConnector.SignIn;
import io.spotdock.port.WebhookService;
import java.io.IOException;
import java.net.ProxySelector;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HostileAnswersTest {
    private static WebhookService connect(RawServer server, Duration timeout) {
        return new ThoughtSpotConnector(
                        Wire.client(ProxySelector.of(null), Optional.empty()), timeout, InstantSource.system(), _ -> {})
                .connect(
                        Scripted.host(server.address()),
                        new SignIn.Token(Secret.of(Scripted.TOKEN)),
                        Optional.empty(),
                        Scripted::secret);
    }

    private static Failure of(String answer) throws IOException {
        try (RawServer server = RawServer.writing(answer)) {
            return failure(() -> connect(server, Duration.ofSeconds(10)).user());
        }
    }

    @Test
    void whatIsNotHttpIsNoAnswer() throws IOException {
        for (String answer : List.of(
                "",
                "SSH-2.0-OpenSSH\r\n",
                "HTTP/1.1 abc\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"name\":",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"a\"",
                "HTTP/1.1 200 OK\r\nX: " + "y".repeat(2_000_000) + "\r\n\r\n"))
            assertThat(of(answer))
                    .as(answer.substring(0, Math.min(60, answer.length())))
                    .isInstanceOf(Failure.Unreachable.class);
    }

    @Test
    void anAnswerWithoutEndIsCutOff() throws IOException {
        byte[] block = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
        try (RawServer server = new RawServer((out, _) -> {
            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            for (int sent = 0; sent < 4 * ThoughtSpotConnector.LONGEST_ANSWER; sent += block.length) out.write(block);
        })) {
            assertThat(failure(() -> connect(server, Duration.ofSeconds(30)).user()))
                    .isInstanceOfSatisfying(
                            Failure.Unexpected.class,
                            failure -> assertThat(failure.said()).contains("longer than"));
            assertThat(server.heads()).hasSize(1);
        }
    }

    @Test
    void anAnswerThatNeverEndsIsLeft() throws IOException {
        for (String begin : List.of("", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{"))
            try (RawServer server = new RawServer((out, closed) -> {
                out.write(begin.getBytes(StandardCharsets.US_ASCII));
                out.flush();
                closed.await();
            })) {
                assertThat(failure(() -> connect(server, Duration.ofMillis(300)).user()))
                        .isInstanceOf(Failure.Unreachable.class);
                assertThat(server.heads()).hasSize(1);
            }
    }

    @Test
    void anInterruptedCallIsCancelledAtOnceAndTheFlagKept() throws IOException, InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        try (RawServer server = new RawServer((_, closed) -> {
            asked.countDown();
            closed.await();
        })) {
            AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
            AtomicBoolean flag = new AtomicBoolean();
            Thread thread = Thread.ofVirtual().start(() -> {
                thrown.set(catchThrowable(
                        () -> connect(server, Duration.ofSeconds(30)).user()));
                flag.set(Thread.currentThread().isInterrupted());
            });
            asked.await();
            thread.interrupt();
            thread.join();
            assertThat(thrown.get()).isInstanceOf(CancellationException.class);
            assertThat(flag).isTrue();
        }
    }

    @Test
    void anInterruptedPauseIsCancelledToo() {
        try (Scripted server = new Scripted()) {
            server.instead("auth/session/user", 503, "");
            WebhookService service = new ThoughtSpotConnector(
                            Wire.client(ProxySelector.of(null), Optional.empty()),
                            Duration.ofSeconds(10),
                            InstantSource.system(),
                            _ -> {
                                throw new InterruptedException();
                            })
                    .connect(
                            Scripted.host(server.address()),
                            new SignIn.Token(Secret.of("some-token")),
                            Optional.empty(),
                            Scripted::secret);
            assertThat(catchThrowable(service::user)).isInstanceOf(CancellationException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void deepAndOddJsonIsOnlyNotUnderstood() {
        try (Scripted server = new Scripted()) {
            for (String body : List.of(
                    "[".repeat(100_000),
                    "{\"a\":".repeat(900) + "1" + "}".repeat(900),
                    "{\"name\": 1e999999999}",
                    "\u0000\u0001",
                    "\ufeff{}",
                    "{\"webhooks\": {\"webhooks\": []}}",
                    "{\"webhooks\": [[[]]]}",
                    "9".repeat(5_000))) {
                server.instead("webhooks/search", 200, body);
                assertThat(failure(() -> server.connect().webhooks())).isInstanceOf(Failure.Unexpected.class);
                server.instead("webhooks/search", 403, body);
                assertThat(failure(() -> server.connect().webhooks())).isInstanceOf(Failure.Denied.class);
            }
        }
    }
}
