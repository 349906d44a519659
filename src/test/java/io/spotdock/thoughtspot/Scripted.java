package io.spotdock.thoughtspot;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Secret;
import io.spotdock.domain.SecretReference;
import io.spotdock.domain.ThoughtSpotHost;
import io.spotdock.network.http.Wire;
import io.spotdock.port.WebhookConnector.SignIn;
import io.spotdock.port.WebhookService;
import io.spotdock.sandbox.wire.Exchange;
import io.spotdock.sandbox.wire.LoopbackServer;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/**
 * A server that answers what a test says, and a client whose clock and sleeper a test holds. Closing it fails a test that
 * sent anything that is not documented.
 */
final class Scripted implements AutoCloseable {
    static final String TOKEN = "dG9rZW4tb2YtdGhlLWFkbWluaXN0cmF0b3I6MTIzNDU2";
    static final Instant BEGIN = Instant.parse("2026-08-03T10:00:00Z");
    static final String PASSWORD = "correct horse \"battery\" staple";
    static final String USER = """
            {"id": "u1", "name": "tsadmin", "display_name": "Administrator", "privileges": ["ADMINISTRATION"],
             "current_org": {"id": 0, "name": "Primary"},
             "orgs": [{"id": 0, "name": "Primary"}, {"id": 7, "name": "Sales"}]}""";

    /** A request as it came. */
    record Seen(String path, Optional<String> authorization, String body) {}

    private final Map<String, Deque<Function<Seen, Exchange.Answer>>> script = new HashMap<>();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final List<String> undocumented = new CopyOnWriteArrayList<>();
    private final LoopbackServer server = new LoopbackServer(0, this::serve);
    final AtomicReference<Instant> now = new AtomicReference<>(BEGIN);
    final List<Duration> slept = new CopyOnWriteArrayList<>();

    private final ThoughtSpotConnector connector = new ThoughtSpotConnector(
            Wire.client(ProxySelector.of(null), Optional.empty()), Duration.ofSeconds(10), now::get, duration -> {
                slept.add(duration);
                now.updateAndGet(instant -> instant.plus(duration));
            });

    Scripted() {
        then("auth/session/user", 200, USER);
    }

    static Exchange.Answer answer(int status, String body, String... headers) {
        Map<String, String> all = new HashMap<>();
        for (int i = 0; i < headers.length; i += 2) all.put(headers[i], headers[i + 1]);
        return new Exchange.Answer(status, all, body.getBytes(StandardCharsets.UTF_8));
    }

    Scripted then(String path, int status, String body, String... headers) {
        return then(path, _ -> answer(status, body, headers));
    }

    /** The next answer for this path; the last one goes on for ever. */
    synchronized Scripted then(String path, Function<Seen, Exchange.Answer> answer) {
        script.computeIfAbsent(path, _ -> new ArrayDeque<>()).add(answer);
        return this;
    }

    Scripted drop(String path) {
        return then(path, _ -> Exchange.Answer.dropped());
    }

    /** Forgets what was scripted for this path. */
    synchronized Scripted instead(String path, int status, String body, String... headers) {
        script.remove(path);
        return then(path, status, body, headers);
    }

    private Exchange.Answer serve(Exchange exchange) {
        String path = exchange.rawPath().replaceFirst("^/api/rest/2\\.0/", "");
        Seen request =
                new Seen(path, exchange.header("authorization"), new String(exchange.body(), StandardCharsets.UTF_8));
        seen.add(request);
        // A redirect may lead out of the API.
        if (!path.startsWith("/")) undocumented.addAll(Documented.problems(path, request.body()));
        Function<Seen, Exchange.Answer> next;
        synchronized (this) {
            Deque<Function<Seen, Exchange.Answer>> left = script.get(path);
            if (left == null) return answer(404, "no such path");
            next = left.size() > 1 ? left.remove() : left.getFirst();
        }
        return next.apply(request);
    }

    List<Seen> seen() {
        return List.copyOf(seen);
    }

    List<Seen> seen(String path) {
        return seen.stream().filter(request -> request.path().equals(path)).toList();
    }

    URI address() {
        return server.address();
    }

    static ThoughtSpotHost host(URI address) {
        return ThoughtSpotHost.parse(address.toString()).good().orElseThrow();
    }

    WebhookService connect(SignIn signIn, String org) {
        return connector.connect(
                host(address()), signIn, Optional.of(org).filter(text -> !text.isEmpty()), Scripted::secret);
    }

    WebhookService connect() {
        return connect(new SignIn.Token(Secret.of(TOKEN)), "");
    }

    WebhookService connectAsUser() {
        return connect(new SignIn.Password("tsadmin", Secret.of(PASSWORD)), "");
    }

    static Secret secret(SecretReference reference) {
        return Secret.of("value of " + reference);
    }

    static Failure failure(ThrowingCallable call) {
        return Assertions.catchThrowableOfType(FailureException.class, call).failure();
    }

    @Override
    public void close() {
        server.close();
        Assertions.assertThat(undocumented)
                .as("what was sent beyond ThoughtSpot's documentation")
                .isEmpty();
    }
}
