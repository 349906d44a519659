package io.spotdock.thoughtspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spotdock.domain.WebhookUrl;
import io.spotdock.port.Receivers.Answer;
import io.spotdock.port.Receivers.Answer.Answered;
import io.spotdock.port.Receivers.Answer.Silent;
import io.spotdock.port.Receivers.Why;
import io.spotdock.sandbox.Sandbox;
import io.spotdock.sandbox.control.CallLog;
import io.spotdock.sandbox.control.SandboxOptions;
import io.spotdock.sandbox.wire.Exchange;
import io.spotdock.sandbox.wire.LoopbackServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A webhook's URL that answers, answers oddly, or doesn't. */
class ReceiverProbeTest {
    private static final Duration SHORT = Duration.ofMillis(300);

    private final List<Exchange> seen = new CopyOnWriteArrayList<>();

    private static Answer probe(URI url, Duration limit) {
        return new ReceiverProbe(Wire.client(ProxySelector.of(null), Optional.empty()), limit)
                .probe(new WebhookUrl(url));
    }

    private static Answer probe(URI url) {
        return probe(url, Duration.ofSeconds(30));
    }

    private LoopbackServer server(Function<Exchange, Integer> status) {
        return new LoopbackServer(0, exchange -> {
            seen.add(exchange);
            int answered = status.apply(exchange);
            return answered == 0
                    ? Exchange.Answer.dropped()
                    : new Exchange.Answer(answered, Map.of("Location", "/elsewhere"), new byte[0]);
        });
    }

    private static int status(Answer answer) {
        return ((Answered) answer).status();
    }

    private static Why why(Answer answer) {
        return ((Silent) answer).why();
    }

    @Test
    void aUrlThatAnswersIsAskedOnceForNothingButItsStatus() {
        try (LoopbackServer server = server(_ -> 200)) {
            Answer answer = probe(server.address().resolve("/hook?team=bi"));

            assertThat(answer).isInstanceOfSatisfying(Answered.class, answered -> {
                assertThat(answered.isGood()).isTrue();
                assertThat(answered.took()).isPositive().isLessThan(Duration.ofSeconds(30));
            });
            assertThat(seen).singleElement().satisfies(exchange -> {
                assertThat(exchange.method()).isEqualTo("HEAD");
                assertThat(exchange.rawPath() + "?" + exchange.rawQuery()).isEqualTo("/hook?team=bi");
                assertThat(exchange.body()).isEmpty();
                assertThat(exchange.headers()).doesNotContainKeys("authorization", "cookie");
            });
        }
    }

    @Test
    void theSandboxHasAUrlThatAnswers() {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.aws())) {
            assertThat(status(probe(sandbox.access().receiver()))).isEqualTo(200);
            assertThat(sandbox.calls().calls()).containsExactly(new CallLog.Call("receiver", "HEAD", false, 200));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {405, 501})
    void aReceiverThatTakesOnlyPostIsAskedForItsOptionsAndNeverPostedTo(int refusal) {
        try (LoopbackServer server = server(exchange -> exchange.method().equals("HEAD") ? refusal : 204)) {
            assertThat(status(probe(server.address()))).isEqualTo(204);
            assertThat(seen).extracting(Exchange::method).containsExactly("HEAD", "OPTIONS");
        }
    }

    @Test
    void whereNeitherIsLikedTheFirstAnswerStandsAndIsNotHeldAgainstTheUrl() {
        for (int second : new int[] {405, 0}) {
            try (LoopbackServer server = server(exchange -> exchange.method().equals("HEAD") ? 405 : second)) {
                Answered answered = (Answered) probe(server.address());
                assertThat(answered.status()).isEqualTo(405);
                assertThat(answered.isGood()).isFalse();
                assertThat(answered.isTelling()).isFalse();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"302,true", "404,true", "500,true", "401,false", "403,false"})
    void anAnswerThatThoughtSpotWouldNotLikeIsPassedOnAndNoRedirectIsFollowed(int status, boolean telling) {
        try (LoopbackServer server = server(_ -> status)) {
            Answered answered = (Answered) probe(server.address());
            assertThat(answered.status()).isEqualTo(status);
            assertThat(answered.isGood()).isFalse();
            assertThat(answered.isTelling()).isEqualTo(telling);
            assertThat(seen).hasSize(1);
        }
    }

    @Test
    void aUrlThatIsTooLateIsSilent() throws IOException {
        try (RawServer server = new RawServer((_, closed) -> closed.await())) {
            assertThat(why(probe(server.address(), SHORT))).isEqualTo(Why.TIMED_OUT);
        }
    }

    @Test
    void anAnswerWithoutAnEndIsGoodWithItsStatus() throws IOException {
        try (RawServer server = new RawServer((out, closed) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            closed.await();
        })) {
            assertThat(status(probe(server.address()))).isEqualTo(200);
        }
    }

    @Test
    void aPortWithNobodyBehindItRefuses() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assertThat(why(probe(URI.create("http://127.0.0.1:" + port)))).isEqualTo(Why.REFUSED);
    }

    @Test
    void aDroppedConnectionIsSilentForAnotherReason() {
        try (LoopbackServer server = server(_ -> 0)) {
            assertThat(why(probe(server.address()))).isEqualTo(Why.OTHER);
        }
    }

    @Test
    void aPortThatSpeaksNoTlsIsSaidToBeTheReason() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> greet(server));
            assertThat(why(probe(URI.create("https://127.0.0.1:" + server.getLocalPort()))))
                    .isEqualTo(Why.TLS);
        }
    }

    private static void greet(ServerSocket server) {
        try (Socket connection = server.accept()) {
            connection.getOutputStream().write("220 ready\r\n".getBytes(StandardCharsets.US_ASCII));
            connection.getOutputStream().flush();
            connection.getInputStream().readAllBytes();
        } catch (IOException _) {
            // The client has gone.
        }
    }

    @Test
    void aNameThatNobodyHasIsNotFound() {
        // Never resolves (RFC 6761 section 6.4), so nothing leaves this computer but a question to its resolver.
        assertThat(why(probe(URI.create("https://receiver.invalid/")))).isEqualTo(Why.NAME_NOT_FOUND);
    }

    @Test
    void aProxyThatWantsASignInIsNotTheUrl() throws IOException {
        try (RawServer proxy = RawServer.writing(String.join(
                "\r\n",
                "HTTP/1.1 407 Proxy Authentication Required",
                "Proxy-Authenticate: Basic realm=\"proxy\"",
                "Content-Length: 0",
                "",
                ""))) {
            ProxySelector through = ProxySelector.of(new InetSocketAddress(
                    InetAddress.getLoopbackAddress(), proxy.address().getPort()));
            Answer answer = new ReceiverProbe(Wire.client(through, Optional.empty()), Duration.ofSeconds(30))
                    .probe(new WebhookUrl(URI.create("https://api.example.com/hook")));
            assertThat(answer).isEqualTo(new Silent(Why.OTHER, "proxy: 407"));
        }
    }

    @Test
    void anInterruptEndsItAtOnceAndStays() throws IOException {
        try (RawServer server = new RawServer((_, closed) -> closed.await())) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> probe(server.address())).isInstanceOf(CancellationException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
