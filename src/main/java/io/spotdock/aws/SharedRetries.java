package io.spotdock.aws;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.retries.AdaptiveRetryStrategy;
import software.amazon.awssdk.retries.api.AcquireInitialTokenRequest;
import software.amazon.awssdk.retries.api.AcquireInitialTokenResponse;
import software.amazon.awssdk.retries.api.RecordSuccessRequest;
import software.amazon.awssdk.retries.api.RecordSuccessResponse;
import software.amazon.awssdk.retries.api.RefreshRetryTokenRequest;
import software.amazon.awssdk.retries.api.RefreshRetryTokenResponse;
import software.amazon.awssdk.retries.api.RetryStrategy;

/**
 * The retries of all clients of one account. Behind it is the SDK's adaptive strategy, which holds back every call as soon
 * as one was told to slow down (AWS SDKs and Tools Reference Guide, "Retry behavior"); its own waiting can't be
 * interrupted, and this can.
 */
final class SharedRetries implements RetryStrategy {
    /** Many callers of one account are throttled together, and take turns. */
    private static final int MOST_ATTEMPTS = 8;

    private final RetryStrategy adaptive;

    SharedRetries(RetryStrategy adaptive) {
        this.adaptive = adaptive;
    }

    static RetryStrategy adaptive() {
        return adaptive(AwsRetryStrategy.adaptiveRetryStrategy().toBuilder()).build();
    }

    /** Adds to what AWS's own tools have that S3's answer to a HEAD has no body, and so no code. */
    static AdaptiveRetryStrategy.Builder adaptive(AdaptiveRetryStrategy.Builder builder) {
        return builder.maxAttempts(MOST_ATTEMPTS)
                .treatAsThrottling(thrown -> thrown instanceof SdkServiceException answer
                        && (answer.isThrottlingException() || answer.statusCode() == 503));
    }

    /** The same pace and patience, with fewer attempts. */
    SharedRetries atMost(int attempts) {
        return new SharedRetries(adaptive.toBuilder().maxAttempts(attempts).build());
    }

    @Override
    public AcquireInitialTokenResponse acquireInitialToken(AcquireInitialTokenRequest request) {
        return awaited(adaptive.acquireInitialTokenAsync(request));
    }

    @Override
    public RefreshRetryTokenResponse refreshRetryToken(RefreshRetryTokenRequest request) {
        return awaited(adaptive.refreshRetryTokenAsync(request));
    }

    private static <T> T awaited(CompletableFuture<T> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw AbortedException.create("interrupted while waiting for AWS's pace", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException refused) throw refused;
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public RecordSuccessResponse recordSuccess(RecordSuccessRequest request) {
        return adaptive.recordSuccess(request);
    }

    @Override
    public int maxAttempts() {
        return adaptive.maxAttempts();
    }

    /** Those of AWS are in it already; adding them anew would make a strategy of its own for each client. */
    @Override
    public boolean useClientDefaults() {
        return false;
    }

    @Override
    public RetryStrategy.Builder<?, ?> toBuilder() {
        return adaptive.toBuilder();
    }

    @Override
    public void close() {
        adaptive.close();
    }
}
