package io.spotdock.thoughtspot;

import io.spotdock.network.http.Wire;
import io.spotdock.port.ReceiverHealth.Reply;
import io.spotdock.port.ReceiverHealth.Stage;
import io.spotdock.port.ReceiverHealth.Why;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request, of whose answer only the head is read. */
final class Asking {
    /**
     * What came back.
     *
     * @param session that it came over, where it came over TLS
     * @param thrown what kept an answer from coming
     */
    record Heard(Stage<Reply> reply, Optional<SSLSession> session, Optional<Throwable> thrown) {
        static Heard nothing(Stage<Reply> reply) {
            return new Heard(reply, Optional.empty(), Optional.empty());
        }
    }

    private final Logger log = LoggerFactory.getLogger(Asking.class);
    private final HttpClient client;
    private final Duration limit;

    Asking(HttpClient client, Duration limit) {
        this.client = client;
        this.limit = limit;
    }

    Deadline deadline() {
        return Deadline.in(limit);
    }

    Heard ask(HttpRequest request, Deadline deadline) {
        long begun = System.nanoTime();
        Heard heard = heard(request, deadline);
        // Of the URL the host alone: a path may be as good as a password, and so may a query.
        log.info(
                "{} {} {} {} ms",
                request.method(),
                request.uri().getHost(),
                heard.reply() instanceof Stage.Seen<Reply>(Reply reply, Duration _) ? reply.status() : "no answer",
                (System.nanoTime() - begun) / 1_000_000);
        return heard;
    }

    private Heard heard(HttpRequest request, Deadline deadline) {
        long start = System.nanoTime();
        CompletableFuture<HttpResponse<InputStream>> pending = client.sendAsync(request, BodyHandlers.ofInputStream());
        try {
            HttpResponse<InputStream> response = deadline.get(pending);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            close(response);
            if (response.statusCode() == 407) return Heard.nothing(new Stage.Failed<>(Why.PROXY, "", "proxy: 407"));
            Reply reply = new Reply(response.statusCode(), response.headers().firstValue("location"));
            return new Heard(new Stage.Seen<>(reply, took), response.sslSession(), Optional.empty());
        } catch (TimeoutException _) {
            return Heard.nothing(Mishap.late(limit.toMillis() + " ms"));
        } catch (ExecutionException e) {
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            Throwable thrown = e.getCause() == null ? e : e.getCause();
            // With proxy credentials in place the JDK insists on a challenge that the receiver need not send.
            if (Wire.chain(thrown).contains("WWW-Authenticate header missing for response code 401"))
                return Heard.nothing(new Stage.Seen<>(new Reply(401, Optional.empty()), took));
            return new Heard(Mishap.ofConnection(thrown), Optional.empty(), Optional.of(thrown));
        }
    }

    /** The status is all that is wanted; whatever comes after it is left unread. */
    private static void close(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            if (body == null) return;
        } catch (IOException _) {
            // There is nothing left to lose.
        }
    }
}
