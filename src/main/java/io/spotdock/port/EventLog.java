package io.spotdock.port;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.RegionName;
import io.spotdock.domain.RoleArn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * AWS's own event log, CloudTrail's event history: who assumed a role, and who tried to. What was written to buckets is not
 * in it (CloudTrail User Guide, "Logging data events").
 */
@FunctionalInterface
public interface EventLog {
    /** As far as the history goes back, in days. */
    int LONGEST = 90;

    /** How a role is assumed. */
    enum Way {
        /** By somebody in an AWS account. */
        ACCOUNT,
        /** With a token of an identity provider. */
        WEB_IDENTITY
    }

    /** Who assumed a role, as far as its account is told. Texts are AWS's, shortened, and without control characters. */
    sealed interface Who {
        /** @param arn empty for another account's: AWS does not tell names across accounts */
        record InAccount(AccountId account, Optional<String> arn) implements Who {}

        /**
         * A token's bearer.
         *
         * @param provider a host, or the ARN of a provider
         * @param subject the token's {@code sub}
         */
        record WithToken(String provider, String subject) implements Who {}

        /** An AWS service, a bearer of a SAML assertion, or whatever else AWS names. */
        record Other(String name) implements Who {}
    }

    /**
     * One attempt to assume the role.
     *
     * @param source an IP address, or the name of an AWS service; empty when AWS does not say
     * @param externalId whether one was sent
     * @param refusal empty when it succeeded
     */
    record Attempt(Instant at, Who who, String source, boolean externalId, Optional<Refusal> refusal) {}

    /** AWS's error. */
    record Refusal(String code, String message) {}

    /**
     * What was found.
     *
     * @param attempts the newest first
     * @param regions whose histories could be looked at; not empty
     * @param whole whether every successful attempt in them is there
     * @param searched whether refused attempts were searched for in each, among the newest entries
     */
    record Found(List<Attempt> attempts, List<RegionName> regions, boolean whole, boolean searched) {
        public Found {
            attempts = List.copyOf(attempts);
            regions = List.copyOf(regions);
        }
    }

    /**
     * The attempts that AWS recorded in the role's account, up to 15 minutes late. A refused attempt from another account is
     * recorded in that account, not here.
     *
     * @param way in which refused attempts are searched for
     * @param days how far to look back, 1 to {@link #LONGEST}
     * @throws io.spotdock.domain.FailureException when none of the histories could be looked at: Denied, Throttled …
     */
    Found attempts(RoleArn role, Way way, int days);
}
