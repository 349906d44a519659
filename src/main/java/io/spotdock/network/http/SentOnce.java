package io.spotdock.network.http;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A body that is handed out once, so that the JDK's client can't send a request twice. When a connection from its pool turns
 * out to be closed, that client repeats a GET by itself, and anything else as well where the property
 * {@code jdk.httpclient.enableAllMethodRetry} is set; whether a change may be made again is for whoever made it to say, after a
 * look. A GET changes nothing, so that one is left to the client, and a POST without a body can't be held back: the one there is
 * deletes by ID, and twice does no harm.
 */
final class SentOnce implements BodyPublisher {
    private final BodyPublisher body;
    private final AtomicBoolean sent = new AtomicBoolean();

    private SentOnce(BodyPublisher body) {
        this.body = body;
    }

    /** The same request, to be sent once. */
    static HttpRequest of(HttpRequest request) {
        if (request.method().equals("GET") || request.bodyPublisher().isEmpty()) return request;
        return HttpRequest.newBuilder(request, (_, _) -> true)
                .method(request.method(), new SentOnce(request.bodyPublisher().get()))
                .build();
    }

    @Override
    public long contentLength() {
        return body.contentLength();
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
        if (!sent.getAndSet(true)) {
            body.subscribe(subscriber);
            return;
        }
        subscriber.onSubscribe(new Subscription() {
            @Override
            public void request(long n) {}

            @Override
            public void cancel() {}
        });
        subscriber.onError(new IOException("the connection was closed, and the request is not sent a second time"));
    }
}
