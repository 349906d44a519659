package io.spotdock.aws;

import io.spotdock.domain.Caller;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Credentials that clients keep, whatever becomes of the sign-in behind them. */
@FunctionalInterface
interface Lasting extends AwsCredentialsProvider {
    /** Takes a call through the end of the sign-in, where there may be another one. */
    default <R> R through(Supplier<R> call) {
        return call.get();
    }

    /** AWS said whose they are. */
    default void belongTo(Caller caller) {}

    /** Changes whenever others take their place. */
    default int generation() {
        return 0;
    }
}
