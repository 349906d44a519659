package io.spotdock.network.http;

import io.spotdock.domain.FailureException;
import io.spotdock.network.Barrier;
import io.spotdock.network.Network;
import io.spotdock.network.Proxies;
import io.spotdock.network.ProxyAddress;
import io.spotdock.network.Trust;
import java.io.IOException;
import java.net.Authenticator;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends one request and brings back one reply, within a time and a size. Knows nothing of JSON or of tokens. */
public final class Wire {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final int MOST_REDIRECTS = 3;

    private final Logger log = LoggerFactory.getLogger(Wire.class);
    private final HttpClient client;
    private final Duration timeout;
    private final int longest;

    /**
     * @param timeout for one answer as a whole, with its body
     * @param longest that an answer may be, in bytes
     */
    public Wire(HttpClient client, Duration timeout, int longest) {
        this.client = client;
        this.timeout = timeout;
        this.longest = longest;
    }

    /**
     * A client of a network as it was described.
     *
     * @throws FailureException Invalid when a proxy or a bundle that was named can't be used
     */
    public static HttpClient client(Network network) {
        network.check();
        return client(network.proxies(), network.proxies().signIn(), Trust.context(network.trust()));
    }

    public static HttpClient client(ProxySelector proxies, Optional<? extends Authenticator> proxySignIn) {
        return builder(proxies, proxySignIn).build();
    }

    /** Follows no redirects: {@link #send} says which are followed. */
    public static HttpClient client(
            ProxySelector proxies, Optional<? extends Authenticator> proxySignIn, SSLContext tls) {
        return builder(proxies, proxySignIn).sslContext(tls).build();
    }

    private static HttpClient.Builder builder(ProxySelector proxies, Optional<? extends Authenticator> proxySignIn) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(proxies);
        proxySignIn.ifPresent(builder::authenticator);
        return builder;
    }

    /** @throws CancellationException when the thread is interrupted; its flag stays set */
    public Reply send(HttpRequest request) {
        HttpRequest next = request;
        for (int hop = 0; ; hop++) {
            long begun = System.nanoTime();
            Reply reply = sendOnce(next);
            record(next, reply, Duration.ofNanos(System.nanoTime() - begun));
            if (!(reply instanceof Reply.Answer answer) || hop == MOST_REDIRECTS) return reply;
            Optional<URI> target = redirect(next, answer);
            if (target.isEmpty()) return answer;
            if (!sameOrigin(next.uri(), target.get()))
                return new Reply.Lost(Reply.Cause.SENT_ELSEWHERE, origin(target.get()));
            next = HttpRequest.newBuilder(request, (_, _) -> true)
                    .uri(target.get())
                    .build();
        }
    }

    /** Never a header or a body; of a lost answer the cause, as what the JDK says of it may quote both. */
    private void record(HttpRequest request, Reply reply, Duration took) {
        String call = request.method() + " " + request.uri().getHost() + " "
                + request.uri().getRawPath();
        switch (reply) {
            case Reply.Answer answer -> {
                String id = answer.header("x-request-id")
                        .filter(value -> value.matches("[\\w-]{1,64}"))
                        .orElse("-");
                log.info("{} {} {} {} ms", call, answer.status(), id, took.toMillis());
            }
            case Reply.Lost lost -> log.warn("{} {} {} ms", call, lost.cause(), took.toMillis());
        }
    }

    /** The method is kept by 307 and 308, and by 301, 302 and 303 for GET (RFC 9110 section 15.4). */
    private static Optional<URI> redirect(HttpRequest request, Reply.Answer answer) {
        int status = answer.status();
        boolean kept = status == 307 || status == 308;
        boolean get = request.method().equals("GET") && (status == 301 || status == 302 || status == 303);
        // A form's answer elsewhere is worth knowing too, though it is never followed.
        boolean moved = status == 301 || status == 302 || status == 303;
        if (!kept && !moved) return Optional.empty();
        try {
            return answer.header("location")
                    .map(location -> request.uri().resolve(location.strip()))
                    .filter(target -> target.getHost() != null)
                    .filter(target -> kept || get || !sameOrigin(request.uri(), target));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static boolean sameOrigin(URI one, URI other) {
        return origin(one).equals(origin(other));
    }

    private static String origin(URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
        return scheme + "://" + String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT) + ":" + port;
    }

    private Reply sendOnce(HttpRequest request) {
        // The client's own time-out ends with the headers; this one covers the body too.
        CompletableFuture<HttpResponse<byte[]>> pending =
                client.sendAsync(SentOnce.of(request), BodyHandlers.limiting(BodyHandlers.ofByteArray(), longest));
        try {
            HttpResponse<byte[]> response = pending.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            Map<String, String> headers = response.headers().map().entrySet().stream()
                    .collect(Collectors.toMap(
                            e -> e.getKey().toLowerCase(Locale.ROOT),
                            e -> e.getValue().getFirst(),
                            (a, _) -> a));
            // A proxy's refusal of a tunnel comes with no body at all, not even an empty one.
            byte[] body = response.body() == null ? new byte[0] : response.body();
            Optional<ProxyAddress> proxy = proxy(request);
            // Only a proxy asks for this, and no token has gone through it.
            if (response.statusCode() == 407 && proxy.isPresent())
                return new Reply.Lost(Reply.Cause.NOT_SENT, Barrier.refused(407, proxy.get()), "proxy: 407");
            return new Reply.Answer(response.statusCode(), headers, body);
        } catch (InterruptedException _) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (TimeoutException _) {
            pending.cancel(true);
            return new Reply.Lost(Reply.Cause.TIMED_OUT, "no answer within " + timeout.toSeconds() + " s");
        } catch (ExecutionException e) {
            return lost(request, e.getCause() == null ? e : e.getCause());
        }
    }

    private Optional<ProxyAddress> proxy(HttpRequest request) {
        return client.proxy()
                .filter(Proxies.class::isInstance)
                .flatMap(proxies -> ((Proxies) proxies).to(request.uri()));
    }

    private Reply lost(HttpRequest request, Throwable cause) {
        String text = String.valueOf(cause.getMessage());
        // With proxy credentials in place the JDK insists on a challenge that the other side need not send.
        if (text.startsWith("WWW-Authenticate header missing for response code 401"))
            return new Reply.Answer(401, Map.of(), new byte[0]);
        if (text.contains("body exceeds capacity"))
            return new Reply.Lost(Reply.Cause.TOO_LONG, "the answer is longer than " + longest + " bytes");
        String said = chain(cause);
        Barrier barrier = Barrier.of(cause, proxy(request));
        if (!barrier.equals(Barrier.NONE)) return new Reply.Lost(Reply.Cause.NOT_SENT, barrier, said);
        return switch (cause) {
            case HttpConnectTimeoutException _ -> new Reply.Lost(Reply.Cause.NOT_SENT, "no connection in time");
            case HttpTimeoutException _ -> new Reply.Lost(Reply.Cause.TIMED_OUT, said);
            case ConnectException _, UnknownHostException _, UnresolvedAddressException _, SSLException _ ->
                new Reply.Lost(Reply.Cause.NOT_SENT, said);
            case IOException _ -> new Reply.Lost(Reply.Cause.DROPPED, said);
            default -> new Reply.Lost(Reply.Cause.NOT_SENT, said);
        };
    }

    /** An exception and what caused it, in one line. */
    public static String chain(Throwable cause) {
        StringBuilder said = new StringBuilder();
        Throwable each = cause;
        for (int depth = 0; each != null && depth < 5; depth++, each = each.getCause()) {
            String text = each.getClass().getSimpleName() + (each.getMessage() == null ? "" : ": " + each.getMessage());
            if (said.indexOf(text) < 0) said.append(said.isEmpty() ? "" : "; ").append(text);
        }
        return said.toString();
    }
}
