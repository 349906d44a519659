package io.spotdock.aws;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * What answers may cost. The SDK reads each into memory, whole, and page after page as long as there is said to be another;
 * one without end would take all memory, or all time. The content of a file is exempt: its reader takes what it wants of it.
 */
final class Bounds implements ExecutionInterceptor {
    /** In bytes. A thousand keys of 1,024 bytes, each written as %XX, are three million; nothing else comes near. */
    static final int LONGEST_ANSWER = 8 << 20;

    /** An account has at most 10,000 roles, which are ten pages; a million files are a thousand. */
    static final int MOST_REQUESTS = 1_000;

    /** Of the use that the present thread makes of a client. */
    private static final ScopedValue<AtomicInteger> REQUESTS = ScopedValue.newInstance();

    /** Runs a use of a client, in which requests are counted. */
    static <R> R within(Supplier<R> use) {
        return ScopedValue.where(REQUESTS, new AtomicInteger()).call(use::get);
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        if (REQUESTS.isBound() && REQUESTS.get().incrementAndGet() > MOST_REQUESTS)
            throw SdkClientException.create("more than " + MOST_REQUESTS + " pages");
    }

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        boolean file = context.httpResponse().isSuccessful()
                && "GetObject".equals(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
        return file ? context.responseBody() : context.responseBody().map(Bounded::new);
    }

    private static final class Bounded extends FilterInputStream {
        private int left = LONGEST_ANSWER;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            if (one >= 0) take(1);
            return one;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            if (read > 0) take(read);
            return read;
        }

        /** Not an {@link IOException}, after which the SDK would ask again. */
        private void take(int bytes) {
            left -= bytes;
            if (left < 0) throw SdkClientException.create("an answer longer than " + LONGEST_ANSWER + " bytes");
        }
    }
}
