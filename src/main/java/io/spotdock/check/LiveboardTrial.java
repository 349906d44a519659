package io.spotdock.check;

import io.spotdock.domain.ScheduledTime;
import io.spotdock.port.DeliveryHistory.Job;
import io.spotdock.port.Schedules.Run;
import io.spotdock.port.Schedules.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A real Liveboard as a test: one schedule, made for it and followed. Whoever makes it also deletes it, whatever comes
 * of the checks between. Thread-safe.
 */
public interface LiveboardTrial {
    /** A schedule that was made, and when it runs. */
    record Made(Schedule schedule, ScheduledTime at) {}

    /**
     * What came of it.
     *
     * @param jobs ThoughtSpot's deliveries of it to the webhook, as they ended, or as they stood when the time was up
     * @param runs what ThoughtSpot tells of the schedule itself; looked at only where there is no job
     * @param waited since it was due
     * @param at the time of the last look
     */
    record Followed(List<Job> jobs, List<Run> runs, Duration waited, Instant at) {
        public Followed {
            jobs = List.copyOf(jobs);
            runs = List.copyOf(runs);
        }
    }

    /**
     * Makes the schedule, for the next time at which ThoughtSpot can run it.
     *
     * @throws io.spotdock.domain.FailureException as {@link io.spotdock.port.Schedules#create}
     */
    Made make();

    /** Waits for that time, and follows what comes of it to its end, or until its time is up. Only once it is made. */
    Followed follow(String webhookId, Circumstances known);

    /** What {@link #make} made. */
    Made made();

    /** What {@link #follow} came to; nothing where it was not followed to the end. */
    Optional<Followed> followed();

    /** Deletes the schedule, if it was made or may have been; says what became of it. Again, it says the same. */
    Verdict end();
}
