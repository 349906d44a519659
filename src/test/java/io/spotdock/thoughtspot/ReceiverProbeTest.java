package io.spotdock.thoughtspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spotdock.domain.WebhookUrl;
import io.spotdock.network.Trust;
import io.spotdock.port.ReceiverHealth;
import io.spotdock.port.ReceiverHealth.Reply;
import io.spotdock.port.ReceiverHealth.Stage;
import io.spotdock.port.ReceiverHealth.Veil;
import io.spotdock.port.ReceiverHealth.Why;
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
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A webhook's URL that answers, answers oddly, or doesn't. */
class ReceiverProbeTest {
    private static final Duration SHORT = Duration.ofMillis(300);

    private final List<Exchange> seen = new CopyOnWriteArrayList<>();

    private static ReceiverProbe prober(ProxySelector proxies, Duration limit) {
        return new ReceiverProbe(
                false, proxies, Trust::ofJava, InetAddress::getAllByName, InstantSource.system(), limit);
    }

    private static ReceiverHealth probe(URI url, Duration limit) {
        return prober(ProxySelector.of(null), limit).probe(new WebhookUrl(url));
    }

    private static ReceiverHealth probe(URI url) {
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

    private static Reply reply(ReceiverHealth health) {
        return health.reply().seen().orElseThrow();
    }

    private static int status(ReceiverHealth health) {
        return reply(health).status();
    }

    private static Why why(Stage<?> stage) {
        return stage.failed().orElseThrow().why();
    }

    @Test
    void aUrlThatAnswersIsAskedOnceForNothingButItsStatus() {
        try (LoopbackServer server = server(_ -> 200)) {
            ReceiverHealth health = probe(server.address().resolve("/hook?team=bi"));

            assertThat(health.name().seen().orElseThrow()).containsExactly(InetAddress.getLoopbackAddress());
            assertThat(health.connection().seen()).contains(InetAddress.getLoopbackAddress());
            assertThat(health.tls()).isEqualTo(new Stage.Hidden<>(Veil.PLAIN));
            assertThat(reply(health).isGood()).isTrue();
            assertThat(health.total().orElseThrow()).isPositive().isLessThan(Duration.ofSeconds(30));
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
                Reply reply = reply(probe(server.address()));
                assertThat(reply.status()).isEqualTo(405);
                assertThat(reply.isGood()).isFalse();
                assertThat(reply.isTelling()).isFalse();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"302,true", "404,true", "500,true", "401,false", "403,false"})
    void anAnswerThatThoughtSpotWouldNotLikeIsPassedOnAndNoRedirectIsFollowed(int status, boolean telling) {
        try (LoopbackServer server = server(_ -> status)) {
            Reply reply = reply(probe(server.address()));
            assertThat(reply.status()).isEqualTo(status);
            assertThat(reply.isGood()).isFalse();
            assertThat(reply.isTelling()).isEqualTo(telling);
            assertThat(reply.isRedirect()).isEqualTo(status == 302);
            assertThat(reply.location()).contains("/elsewhere");
            assertThat(seen).hasSize(1);
        }
    }

    @Test
    void aUrlThatIsTooLateIsSilent() throws IOException {
        try (RawServer server = new RawServer((_, closed) -> closed.await())) {
            assertThat(why(probe(server.address(), SHORT).reply())).isEqualTo(Why.TIMED_OUT);
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
        ReceiverHealth health = probe(URI.create("http://127.0.0.1:" + port));
        assertThat(why(health.connection())).isEqualTo(Why.REFUSED);
        assertThat(health.reply()).isEqualTo(new Stage.NotReached<>());
    }

    @Test
    void aDroppedConnectionIsSilentForAnotherReason() {
        try (LoopbackServer server = server(_ -> 0)) {
            assertThat(why(probe(server.address()).reply())).isEqualTo(Why.OTHER);
        }
    }

    @Test
    void aPortThatSpeaksNoTlsIsSaidToBeTheReason() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> greet(server, "220 ready\r\n".getBytes(StandardCharsets.US_ASCII)));
            assertThat(why(probe(https(server)).tls())).isEqualTo(Why.NO_TLS);
        }
    }

    @Test
    void soIsAServerThatIsTooOldForTls12() throws IOException {
        // A fatal alert, protocol_version (RFC 5246 section 7.2).
        byte[] alert = {0x15, 3, 1, 0, 2, 2, 70};
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> greet(server, alert));
            assertThat(why(probe(https(server)).tls())).isEqualTo(Why.OLD_TLS);
        }
    }

    @Test
    void aHandshakeThatNeverEndsIsGivenUp() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> greet(server, new byte[0]));
            ReceiverHealth health = probe(https(server), SHORT);
            assertThat(why(health.tls())).isEqualTo(Why.TIMED_OUT);
            assertThat(health.connection().seen()).isPresent();
        }
    }

    private static URI https(ServerSocket server) {
        return URI.create("https://127.0.0.1:" + server.getLocalPort());
    }

    private static void greet(ServerSocket server, byte[] greeting) {
        try (Socket connection = server.accept()) {
            connection.getOutputStream().write(greeting);
            connection.getOutputStream().flush();
            connection.getInputStream().readAllBytes();
        } catch (IOException _) {
            // The client has gone.
        }
    }

    private static Stage<List<InetAddress>> named(Dial.Resolver resolver, Duration limit) {
        ReceiverHealth health = new ReceiverProbe(
                        false, ProxySelector.of(null), Trust::ofJava, resolver, InstantSource.system(), limit)
                .probe(new WebhookUrl(URI.create("https://receiver.invalid/")));
        assertThat(health.connection()).isEqualTo(new Stage.NotReached<>());
        assertThat(health.reply()).isEqualTo(new Stage.NotReached<>());
        return health.name();
    }

    @Test
    void aNameThatNobodyHasIsToldFromOneThatNobodyCouldBeAskedFor() {
        Duration long30 = Duration.ofSeconds(30);
        assertThat(why(named(
                        host -> {
                            throw new UnknownHostException(host + ": Name or service not known");
                        },
                        long30)))
                .isEqualTo(Why.NAME_NOT_FOUND);
        assertThat(why(named(
                        host -> {
                            throw new UnknownHostException(host + ": Temporary failure in name resolution");
                        },
                        long30)))
                .isEqualTo(Why.NAME_UNANSWERED);
    }

    @Test
    void aNameServiceThatNeverAnswersIsGivenUp() {
        CountDownLatch over = new CountDownLatch(1);
        assertThat(why(named(
                        _ -> {
                            awaited(over);
                            return new InetAddress[0];
                        },
                        SHORT)))
                .isEqualTo(Why.TIMED_OUT);
        over.countDown();
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void inASandboxNothingLeavesThisComputerAndWhatIsOnItIsSeen() throws IOException {
        for (String variable : List.of("AWS_ENDPOINT_URL", "SPOTDOCK_THOUGHTSPOT_URL"))
            try (LoopbackServer server = server(_ -> 200);
                    RawServer proxy = RawServer.writing("")) {
                ReceiverProbe sandboxed = new ReceiverProbe(
                        Map.of(
                                variable,
                                "http://127.0.0.1:4566",
                                "HTTPS_PROXY",
                                proxy.address().toString()),
                        InstantSource.system());
                assertThat(sandboxed.probe(new WebhookUrl(URI.create("https://api.example.com/hook"))))
                        .isEqualTo(ReceiverHealth.hidden(Veil.SANDBOX));
                assertThat(status(sandboxed.probe(new WebhookUrl(server.address()))))
                        .isEqualTo(200);
                assertThat(proxy.heads()).isEmpty();
            }
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
            ReceiverHealth health = prober(through, Duration.ofSeconds(30))
                    .probe(new WebhookUrl(URI.create("https://api.example.com/hook")));
            assertThat(health.name()).isEqualTo(new Stage.Hidden<>(Veil.PROXY));
            assertThat(health.connection()).isEqualTo(new Stage.Hidden<>(Veil.PROXY));
            assertThat(health.tls()).isEqualTo(new Stage.Hidden<>(Veil.PROXY));
            assertThat(why(health.reply())).isEqualTo(Why.PROXY);
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
