package io.spotdock.thoughtspot;

import io.spotdock.domain.WebhookUrl;
import io.spotdock.port.Receivers;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/**
 * Probes with HEAD, which asks for no more than the status and which a server must not take for an order (RFC 9110 section
 * 9.2.1). A receiver that takes only POST answers 405 or 501; then OPTIONS is tried, which is as harmless and is often
 * answered where POST is. Never a POST: the receiver might take it for a delivery.
 */
public final class ReceiverProbe implements Receivers {
    /** ThoughtSpot waits 5 seconds; a second more tells a late answer from none. */
    private static final Duration LIMIT = Duration.ofSeconds(6);

    private final HttpClient client;
    private final Duration limit;

    /** @param environment for the proxy that it may name */
    public ReceiverProbe(Map<String, String> environment) {
        this(client(new EnvironmentProxies(environment, ProxySelector.getDefault())), LIMIT);
    }

    /** @param limit for everything together */
    ReceiverProbe(HttpClient client, Duration limit) {
        this.client = client;
        this.limit = limit;
    }

    private static HttpClient client(EnvironmentProxies proxies) {
        return Wire.client(proxies, proxies.signIn());
    }

    @Override
    public Answer probe(WebhookUrl url) {
        long deadline = System.nanoTime() + limit.toNanos();
        Answer head = ask("HEAD", url.value(), deadline);
        if (!(head instanceof Answer.Answered first) || first.status() != 405 && first.status() != 501) return head;
        Answer options = ask("OPTIONS", url.value(), deadline);
        // The second request finds the connection made already, and so tells too short a time.
        return options instanceof Answer.Answered second
                ? new Answer.Answered(second.status(), longer(first.took(), second.took()))
                : first;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private Answer ask(String method, URI url, long deadline) {
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("User-Agent", "Spotdock")
                .method(method, BodyPublishers.noBody())
                .build();
        long start = System.nanoTime();
        CompletableFuture<HttpResponse<InputStream>> pending = client.sendAsync(request, BodyHandlers.ofInputStream());
        try {
            HttpResponse<InputStream> response = pending.get(deadline - start, TimeUnit.NANOSECONDS);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            close(response);
            return response.statusCode() == 407
                    ? new Answer.Silent(Why.OTHER, "proxy: 407")
                    : new Answer.Answered(response.statusCode(), took);
        } catch (InterruptedException _) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (TimeoutException _) {
            pending.cancel(true);
            return new Answer.Silent(Why.TIMED_OUT, "no answer within " + limit.toMillis() + " ms");
        } catch (ExecutionException e) {
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            return silent(e.getCause() == null ? e : e.getCause(), took);
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

    private static Answer silent(Throwable thrown, Duration took) {
        String said = Wire.chain(thrown);
        // With proxy credentials in place the JDK insists on a challenge that the receiver need not send.
        if (said.contains("WWW-Authenticate header missing for response code 401"))
            return new Answer.Answered(401, took);
        return new Answer.Silent(why(thrown, said), said);
    }

    private static Why why(Throwable thrown, String said) {
        if (has(thrown, UnresolvedAddressException.class) || has(thrown, UnknownHostException.class))
            return Why.NAME_NOT_FOUND;
        if (has(thrown, SSLException.class)) return Why.TLS;
        if (has(thrown, HttpTimeoutException.class)) return Why.TIMED_OUT;
        boolean unreachable = said.contains("unreachable") || said.contains("No route");
        return has(thrown, ConnectException.class) && !unreachable ? Why.REFUSED : Why.OTHER;
    }

    private static boolean has(Throwable thrown, Class<? extends Throwable> type) {
        return Stream.iterate(Optional.of(thrown), Optional::isPresent, t -> t.map(Throwable::getCause))
                .limit(10)
                .anyMatch(t -> t.filter(type::isInstance).isPresent());
    }
}
