package io.spotdock.check;

import io.spotdock.port.DeliveryHistory.Job;
import io.spotdock.port.DeliveryHistory.Status;
import io.spotdock.port.Schedules.Schedule;
import java.time.Instant;
import java.util.Optional;

/**
 * A delivery of the last days, or a validation.
 *
 * @param schedule empty for a validation
 * @param cause why it failed, or is tried again
 */
public record Delivery(Job job, Optional<Schedule> schedule, DeliveredFile file, Optional<Cause> cause) {
    public String id() {
        return job.id();
    }

    public Status status() {
        return job.status();
    }

    public Optional<Instant> at() {
        return job.created();
    }

    /** A test of ThoughtSpot's own, as the live test has it made. */
    public boolean isValidation() {
        return schedule.isEmpty();
    }

    public boolean hasFailed() {
        return status() == Status.FAILED;
    }
}
