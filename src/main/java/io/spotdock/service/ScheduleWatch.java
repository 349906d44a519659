package io.spotdock.service;

import io.spotdock.check.Cause;
import io.spotdock.check.Circumstances;
import io.spotdock.check.DeliveredFile;
import io.spotdock.check.Delivery;
import io.spotdock.check.LiveboardChecks;
import io.spotdock.check.LiveboardTrial.Followed;
import io.spotdock.check.LiveboardTrial.Made;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.port.DeliveryHistory.Job;
import io.spotdock.port.DeliveryHistory.Status;
import io.spotdock.port.Schedules.Run;
import io.spotdock.port.WebhookService;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Waits until a schedule is due, and follows what comes of it. Changes nothing. */
final class ScheduleWatch {
    /** A large Liveboard takes minutes to be drawn before ThoughtSpot tells of its delivery. */
    static final Duration UNTIL_BEGUN = Duration.ofMinutes(10);

    /** ThoughtSpot may try for hours; whoever waits learns more from why it has to. */
    static final Duration UNTIL_ENDED = Duration.ofMinutes(15);

    /** How long after its run a delivery may still appear in the history. */
    private static final Duration UNTIL_LISTED = Duration.ofMinutes(2);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final WebhookService service;
    private final Waiter waiter;
    private final InstantSource clock;
    private final Event.Sink sink;

    ScheduleWatch(WebhookService service, Waiter waiter, InstantSource clock, Event.Sink sink) {
        this.service = service;
        this.waiter = waiter;
        this.clock = clock;
        this.sink = sink;
    }

    Followed follow(Made made, String webhookId, Circumstances known) {
        Instant due = made.at().instant();
        Duration left = Duration.between(clock.instant(), due);
        if (left.isPositive()) pause(0, left, Fault.of("wait.liveboard-due", made.at()));
        List<Job> before = List.of();
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1; ; attempt++) {
            List<Job> jobs = jobs(webhookId, made, before);
            if (!jobs.equals(before)) jobs.forEach(job -> sink.accept(new Event.Delivered(told(job, made, known))));
            List<Run> runs = jobs.isEmpty() ? runs(made) : List.of();
            Duration waited = Duration.between(due, clock.instant());
            if (isOver(jobs, runs, waited)) return new Followed(jobs, runs, waited, clock.instant());
            pause(attempt, pause, why(jobs));
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            before = jobs;
        }
    }

    private static boolean isOver(List<Job> jobs, List<Run> runs, Duration waited) {
        if (!jobs.isEmpty())
            return jobs.stream().noneMatch(job -> job.status().isOpen()) || waited.compareTo(UNTIL_ENDED) >= 0;
        boolean failed = runs.stream().anyMatch(Run::hasFailed);
        boolean ran = runs.stream().anyMatch(Run::hasSucceeded);
        return failed || ran && waited.compareTo(UNTIL_LISTED) >= 0 || waited.compareTo(UNTIL_BEGUN) >= 0;
    }

    private void pause(int attempt, Duration next, Fault why) {
        waiter.pause(new Event.Waiting(LiveboardChecks.RAN, attempt, next, why), sink);
    }

    private static Fault why(List<Job> jobs) {
        if (jobs.isEmpty()) return Fault.of("wait.liveboard-drawn");
        return jobs.stream()
                .filter(job -> job.status() == Status.RETRY)
                .findFirst()
                .map(job -> Fault.of("wait.liveboard-retry", job.tries()))
                .orElseGet(() -> Fault.of("wait.deliveries", jobs.size()));
    }

    /** A passing trouble in asking is no news of the delivery. */
    private List<Job> jobs(String webhookId, Made made, List<Job> before) {
        try {
            // The schedule is new, so that all of its jobs are.
            return service.history().jobs(webhookId, made.schedule().id(), Instant.EPOCH);
        } catch (FailureException e) {
            if (!e.failure().retriable()) throw e;
            return before;
        }
    }

    /** They only explain; without them there is less to say. */
    private List<Run> runs(Made made) {
        try {
            return service.schedules().runs(made.schedule().id());
        } catch (FailureException _) {
            return List.of();
        }
    }

    private static Delivery told(Job job, Made made, Circumstances known) {
        boolean wrong = job.status() == Status.FAILED || job.status() == Status.RETRY;
        return new Delivery(
                job,
                Optional.of(made.schedule()),
                new DeliveredFile.None(),
                wrong ? Optional.of(Cause.ofJob(job.detail(), known)) : Optional.empty());
    }
}
