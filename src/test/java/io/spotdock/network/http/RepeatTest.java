package io.spotdock.network.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

/** What the JDK's client does by itself when a connection that it kept turns out to be closed. */
class RepeatTest {
    /** Answers the first request of each connection, and hangs up on the second one, which it has read. */
    private static final class HangingUp implements AutoCloseable {
        private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final List<String> methods = new CopyOnWriteArrayList<>();

        HangingUp() throws IOException {
            Thread.ofVirtual().start(() -> {
                while (!socket.isClosed()) {
                    try {
                        Socket connection = socket.accept();
                        Thread.ofVirtual().start(() -> serve(connection));
                    } catch (IOException _) {
                        return;
                    }
                }
            });
        }

        private void serve(Socket connection) {
            try (connection) {
                InputStream in = connection.getInputStream();
                methods.add(request(in));
                connection
                        .getOutputStream()
                        .write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}".getBytes(StandardCharsets.US_ASCII));
                connection.getOutputStream().flush();
                methods.add(request(in));
            } catch (IOException _) {
                // The client has gone.
            }
        }

        private static String request(InputStream in) throws IOException {
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int next = in.read();
                if (next < 0) throw new IOException("closed");
                head.append((char) next);
            }
            String text = head.toString();
            int length = text.contains("Content-Length: ")
                    ? Integer.parseInt(text.replaceAll("(?s).*Content-Length: ([0-9]+).*", "$1"))
                    : 0;
            // A request whose body never comes is none.
            if (in.readNBytes(length).length < length) throw new IOException("cut short");
            return text.substring(0, text.indexOf(' '));
        }

        URI address() {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @Test
    void aPostOnAClosedConnectionIsNotSentASecondTime() throws IOException {
        try (HangingUp server = new HangingUp();
                HttpClient client = Wire.client(ProxySelector.of(null), Optional.empty())) {
            Wire wire = new Wire(client, Duration.ofSeconds(10), 10_000);
            wire.send(HttpRequest.newBuilder(server.address()).build());

            Reply reply = wire.send(HttpRequest.newBuilder(server.address())
                    .POST(BodyPublishers.ofString("{}"))
                    .build());

            assertThat(reply)
                    .isInstanceOfSatisfying(
                            Reply.Lost.class, lost -> assertThat(lost.cause()).isEqualTo(Reply.Cause.DROPPED));
            assertThat(server.methods).containsExactly("GET", "POST");
        }
    }

    @Test
    void aGetOnAClosedConnectionIsRepeatedByTheClientWhichHarmsNobody() throws IOException {
        try (HangingUp server = new HangingUp();
                HttpClient client = Wire.client(ProxySelector.of(null), Optional.empty())) {
            Wire wire = new Wire(client, Duration.ofSeconds(10), 10_000);
            wire.send(HttpRequest.newBuilder(server.address()).build());

            Reply reply = wire.send(HttpRequest.newBuilder(server.address()).build());

            assertThat(reply).isInstanceOf(Reply.Answer.class);
            assertThat(server.methods).containsExactly("GET", "GET", "GET");
        }
    }

    @Test
    void aBodyIsHandedOutOnceWhateverTheClientIsToldToRepeat() {
        HttpRequest request = SentOnce.of(HttpRequest.newBuilder(URI.create("http://127.0.0.1/"))
                .POST(BodyPublishers.ofString("body"))
                .build());

        assertThat(read(request)).isEqualTo("body");
        assertThat(read(request)).startsWith("java.io.IOException");
        assertThat(request.bodyPublisher().orElseThrow().contentLength()).isEqualTo(4);
    }

    private static String read(HttpRequest request) {
        var body = BodySubscribers.ofString(StandardCharsets.UTF_8);
        request.bodyPublisher().orElseThrow().subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                body.onSubscribe(subscription);
            }

            @Override
            public void onNext(ByteBuffer item) {
                body.onNext(List.of(item));
            }

            @Override
            public void onError(Throwable problem) {
                body.onError(problem);
            }

            @Override
            public void onComplete() {
                body.onComplete();
            }
        });
        return body.getBody()
                .toCompletableFuture()
                .handle((text, problem) -> problem == null ? text : problem.toString())
                .join();
    }
}
