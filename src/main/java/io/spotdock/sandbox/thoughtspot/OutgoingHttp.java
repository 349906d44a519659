package io.spotdock.sandbox.thoughtspot;

import java.net.http.HttpClient;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The HTTP client for all that ThoughtSpot calls; made when first needed, since it would be most of a server's start. */
final class OutgoingHttp implements AutoCloseable {
    private @Nullable HttpClient client;

    synchronized HttpClient client() {
        if (client == null)
            client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .proxy(HttpClient.Builder.NO_PROXY) // a proxy would carry calls of loopback addresses away
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
        return client;
    }

    @Override
    public synchronized void close() {
        if (client != null) client.shutdownNow();
    }
}
