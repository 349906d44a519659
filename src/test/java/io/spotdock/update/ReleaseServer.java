package io.spotdock.update;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.spotdock.domain.SemanticVersion;
import io.spotdock.journal.DataDirectory;
import io.spotdock.releases.LatestRelease;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/** Tells of releases as GitHub's REST API does ("Get the latest release"), or of whatever a test wants, on this computer. */
public final class ReleaseServer implements AutoCloseable {
    private static final String PATH = "/repos/spotdock/spotdock/releases/latest";

    private final HttpServer server;
    private final String scheme;
    private final List<Map<String, List<String>>> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Reply reply = new Reply(404, Map.of(), "{\"message\":\"Not Found\"}");
    private volatile boolean silent;

    private record Reply(int status, Map<String, String> headers, String body) {}

    public ReleaseServer() {
        this("http", ReleaseServer::plain);
    }

    /** One that shows a certificate. */
    public ReleaseServer(SSLContext tls) {
        this("https", () -> {
            HttpsServer secure = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            secure.setHttpsConfigurator(new HttpsConfigurator(tls));
            return secure;
        });
    }

    private interface Making {
        HttpServer make() throws IOException;
    }

    private static HttpServer plain() throws IOException {
        return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    private ReleaseServer(String scheme, Making making) {
        this.scheme = scheme;
        try {
            server = making.make();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, List<String>> request = new TreeMap<>();
            exchange.getRequestHeaders().forEach((name, values) -> request.put(name.toLowerCase(Locale.ROOT), values));
            request.put("", List.of(exchange.getRequestMethod() + " " + exchange.getRequestURI()));
            asked.add(request);
            if (silent) closed.await();
            byte[] body = reply.body.getBytes(StandardCharsets.UTF_8);
            reply.headers.forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(reply.status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    public URI address() {
        return URI.create(scheme + "://localhost:" + server.getAddress().getPort() + PATH);
    }

    /** Tells of this release from now on. */
    public ReleaseServer telling(String tag) {
        return telling(tag, Map.of());
    }

    /** @param otherwise members of the answer in place of the usual ones, in JSON */
    public ReleaseServer telling(String tag, Map<String, String> otherwise) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("url", "\"https://api.github.com/repos/spotdock/spotdock/releases/1\"");
        members.put("html_url", "\"https://github.com/spotdock/spotdock/releases/tag/" + tag + "\"");
        members.put("tag_name", "\"" + tag + "\"");
        members.put("draft", "false");
        members.put("prerelease", "false");
        members.put("published_at", "\"2026-11-20T08:00:00Z\"");
        members.put("assets", "[{\"browser_download_url\":\"https://example.com/evil.exe\"}]");
        members.putAll(otherwise);
        StringBuilder json = new StringBuilder();
        members.forEach((name, value) -> json.append(json.isEmpty() ? "" : ",")
                .append('"')
                .append(name)
                .append("\":")
                .append(value));
        return answering(200, Map.of(), "{" + json + "}");
    }

    public ReleaseServer answering(int status, Map<String, String> headers, String body) {
        reply = new Reply(status, headers, body);
        return this;
    }

    /** Takes questions, and answers none. */
    public ReleaseServer silent() {
        silent = true;
        return this;
    }

    /** Checks of a build of this version, whose package names this server, and which keeps its notes in a folder. */
    public Function<Map<String, String>, UpdateCheck> checks(String version, Path folder, InstantSource clock) {
        Optional<SemanticVersion> own = SemanticVersion.parse(version);
        return environment -> new UpdateCheck(
                own,
                UpdateRules.of(environment, address().toString()),
                address -> new LatestRelease(address, own.orElseThrow(), environment),
                new UpdateNotes(new DataDirectory(folder)),
                clock);
    }

    /** The headers of each question in small letters, and under an empty name what was asked for. */
    public List<Map<String, List<String>>> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
