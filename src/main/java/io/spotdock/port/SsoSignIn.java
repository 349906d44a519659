package io.spotdock.port;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/**
 * Signs in to AWS by SSO as {@code aws sso login} does: a person opens a page in any browser, compares a code and allows
 * access (RFC 8628). The sign-in then lies where the AWS CLI and every SDK look for it.
 */
@FunctionalInterface
public interface SsoSignIn {
    /**
     * What a person is shown.
     *
     * @param userCode the code that the page shows, too
     * @param page to be opened; an address that holds the code already
     * @param expires when AWS forgets the code
     * @param interval how often AWS may be asked whether access was allowed
     */
    record DeviceCode(String userCode, URI page, Instant expires, Duration interval) {}

    /** A sign-in that waits for a person. */
    interface Pending {
        DeviceCode code();

        /**
         * Waits until access was allowed, and keeps the sign-in.
         *
         * @return until when it is good
         * @throws io.spotdock.domain.FailureException Expired when the code ran out before, or access was refused
         */
        Instant await();
    }

    /**
     * Asks AWS for a code.
     *
     * @param profile one whose credentials come from SSO, be it for a role that is assumed with them
     */
    Pending begin(String profile);
}
