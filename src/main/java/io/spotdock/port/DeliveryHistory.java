package io.spotdock.port;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What ThoughtSpot keeps of what a webhook delivered, and of its validations (REST API v2,
 * {@code jobs/history/communication-channels/search}, since 26.4). All throw Missing with {@link #RESOURCE} on an older
 * cluster, and Denied without ADMINISTRATION, DEVELOPER or CAN_MANAGE_WEBHOOKS.
 */
public interface DeliveryHistory {
    /** How long a job is kept, about. */
    Duration KEPT = Duration.ofDays(3);

    /** What is missing on a cluster that keeps no history. */
    String RESOURCE = "delivery-history";

    /** How far a delivery is. */
    enum Status {
        PENDING,
        /** It failed, and will be tried again. */
        RETRY,
        SUCCESS,
        FAILED,
        /** A word newer than Spotdock, or none. */
        UNKNOWN;

        /** Whether more is to come of it. */
        public boolean isOpen() {
            return this == PENDING || this == RETRY;
        }
    }

    /**
     * A delivery, or a validation.
     *
     * @param created when ThoughtSpot began with it
     * @param about the schedule's ID, or {@link #validationsOf}
     * @param detail why it failed, in ThoughtSpot's words; may be empty
     * @param tries how often it was tried; 1 where ThoughtSpot does not say
     */
    record Job(
            String id,
            Status status,
            Optional<Instant> created,
            Optional<String> about,
            Optional<String> runId,
            String detail,
            int tries) {}

    /**
     * The jobs of one webhook and one schedule, as far as they are kept; in no order.
     *
     * @param about a schedule's ID, or {@link #validationsOf}
     * @param since earlier ones are left out; those that do not say when they began are not
     */
    List<Job> jobs(String webhookId, String about, Instant since);

    /** A job by its ID, while it is kept. */
    Optional<Job> job(String id);

    /** What the validations of a webhook are about. */
    static String validationsOf(String webhookId) {
        return "validation-" + webhookId;
    }
}
