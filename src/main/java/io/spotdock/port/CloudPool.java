package io.spotdock.port;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.RegionName;

/**
 * AWS for many accounts at once. Each way to sign in is opened once for all regions, and each region of an account once;
 * when AWS asks one caller in an account to slow down, all in that account do, and those of other accounts don't.
 * Thread-safe.
 */
@FunctionalInterface
public interface CloudPool extends AutoCloseable {
    /**
     * Prepares clients, or finds those there are; calls nothing yet.
     *
     * @param account that the sign-in is to lead into
     */
    Cloud connect(CloudConnector.SignIn how, AccountId account, RegionName region);

    /** Ends what waits in the background; its clouds are of no more use. */
    @Override
    default void close() {}
}
