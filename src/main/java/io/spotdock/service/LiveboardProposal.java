package io.spotdock.service;

import io.spotdock.domain.BucketName;
import io.spotdock.domain.KeyPrefix;
import io.spotdock.domain.ScheduledTime;

/**
 * What a test with a Liveboard would do.
 *
 * @param at when it would run, if it were made now
 * @param recipient the user who is signed in: nobody else gets it
 * @param mail whether ThoughtSpot sends that user an e-mail as well
 * @param bucket where the report stays
 */
public record LiveboardProposal(ScheduledTime at, String recipient, Mail mail, BucketName bucket, KeyPrefix prefix) {
    /** Whether an e-mail goes out. */
    public enum Mail {
        YES,
        NO,
        /** The person may not see the Org's channels. */
        PERHAPS
    }
}
