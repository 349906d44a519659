package io.spotdock.sandbox.wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server that only this computer reaches; one virtual thread a request. */
public final class LoopbackServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** @param port 0 for any free one */
    public LoopbackServer(int port, Exchange.Handler handler) {
        // Head and body are written apart; without this the body waits 40 ms for the head's acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            server = HttpServer.create(
                    new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", http -> serve(http, handler));
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static void serve(HttpExchange http, Exchange.Handler handler) throws IOException {
        try (http) {
            Map<String, List<String>> headers = new HashMap<>();
            http.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
            // Not the parsed URI's path: that takes "//key" for a host.
            String target = http.getRequestURI().toString().replaceFirst("^https?://[^/?]*", "");
            int mark = target.indexOf('?');
            Exchange exchange = new Exchange(
                    http.getRequestMethod(),
                    mark < 0 ? target : target.substring(0, mark),
                    mark < 0 ? "" : target.substring(mark + 1),
                    headers,
                    http.getRequestBody().readAllBytes());
            Exchange.Answer answer = handler.answer(exchange);
            if (answer.drop()) return;
            answer.headers().forEach((name, value) -> http.getResponseHeaders().set(name, value));
            boolean head = http.getRequestMethod().equals("HEAD");
            boolean empty = answer.body().length == 0;
            if (head && !answer.headers().containsKey("Content-Length"))
                http.getResponseHeaders().set("Content-Length", String.valueOf(answer.body().length));
            http.sendResponseHeaders(answer.status(), head || empty ? -1 : answer.body().length);
            if (!head && !empty) http.getResponseBody().write(answer.body());
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
