package io.spotdock.check;

import io.spotdock.check.LiveboardTrial.Followed;
import io.spotdock.check.LiveboardTrial.Made;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.resource.ChannelPreference.Channel;
import io.spotdock.plan.Observed;
import io.spotdock.port.DeliveryHistory.Job;
import io.spotdock.port.DeliveryHistory.Status;
import io.spotdock.port.Schedules;
import io.spotdock.port.Schedules.Run;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A real Liveboard, delivered: a schedule is made for it, followed and deleted. No part of the catalogue of every test; a
 * person asks for them, since somebody gets an e-mail by it, and a report stays in the bucket.
 */
public final class LiveboardChecks {
    public static final String SCHEDULE = "liveboard.schedule";

    /** The one that waits. */
    public static final String RAN = "liveboard.ran";

    /** Says what became of the schedule; run last, whatever came of the others. */
    public static final String REMOVED = "liveboard.schedule-removed";

    static final List<Check> ALL = List.of(
            // Where ThoughtSpot could not even write its small file, nobody has to wait for a large one.
            delivery(
                    SCHEDULE,
                    Strength.PERFORMED_HERE,
                    LiveboardChecks::schedule,
                    DeliveryChecks.VALIDATE,
                    "webhook.enabled"),
            delivery(RAN, Strength.PERFORMED_BY_THOUGHTSPOT, LiveboardChecks::ran, SCHEDULE),
            delivery("liveboard.files", Strength.OBSERVED, DeliveredReport::look, SCHEDULE)
                    .after(RAN),
            delivery(
                            REMOVED,
                            Strength.PERFORMED_HERE,
                            subject -> subject.liveboard().end())
                    .after(SCHEDULE, RAN));

    private LiveboardChecks() {}

    private static Check delivery(String id, Strength strength, Check.Probe probe, String... needs) {
        return Check.of(id, CheckGroup.DELIVERY, strength, probe, needs);
    }

    private static Verdict schedule(Subject subject) {
        if (goesElsewhere(subject)) return Verdict.skipped("check.liveboard.schedule.no-channel");
        try {
            Made made = subject.liveboard().make();
            String liveboard = made.schedule().liveboard().name();
            return Verdict.passed(
                    "check.liveboard.schedule.made",
                    liveboard.isEmpty() ? made.schedule().liveboard().id() : liveboard,
                    made.at(),
                    made.schedule().name());
        } catch (FailureException e) {
            Failure failure = e.failure();
            if (failure instanceof Failure.Invalid invalid && invalid.field().equals(Schedules.LIVEBOARD))
                return new Verdict.Failed(invalid.fault(), Fault.of("remedy.liveboard"), failure.said());
            if (failure instanceof Failure.Denied denied)
                return new Verdict.Failed(
                        Fault.of("check.liveboard.schedule.denied", denied.principal()),
                        Fault.of("remedy.liveboard-rights"),
                        failure.said());
            throw e;
        }
    }

    /** A preference that the user may not see is no reason not to try. */
    private static boolean goesElsewhere(Subject subject) {
        return subject.observed()
                .thoughtSpot()
                .flatMap(Observed.ThoughtSpotSight::channels)
                .filter(preference -> !preference.channels().contains(Channel.WEBHOOK))
                .isPresent();
    }

    private static Verdict ran(Subject subject) {
        Circumstances known = Circumstances.of(subject.wanted(), subject.observed());
        String webhook = subject.registered().orElseThrow().serverId().orElseThrow();
        Followed followed = subject.liveboard().follow(webhook, known);
        Optional<Job> job = worst(followed.jobs());
        return job.isPresent() ? delivered(job.get(), followed, known) : notDelivered(followed);
    }

    /** Several recipients have a job each; the one that went worst tells. */
    private static Optional<Job> worst(List<Job> jobs) {
        List<Status> order = List.of(Status.FAILED, Status.RETRY, Status.PENDING, Status.UNKNOWN, Status.SUCCESS);
        return jobs.stream().min(Comparator.comparingInt(job -> order.indexOf(job.status())));
    }

    private static Verdict delivered(Job job, Followed followed, Circumstances known) {
        long minutes = followed.waited().toMinutes();
        return switch (job.status()) {
            case SUCCESS -> Verdict.passed("check.liveboard.ran.delivered", job.tries());
            case FAILED -> {
                Cause cause = Cause.ofJob(job.detail(), known);
                yield new Verdict.Failed(cause.evidence(), cause.remedy(), job.detail());
            }
            case RETRY ->
                new Verdict.Failed(
                        Fault.of("check.liveboard.ran.trying", minutes, job.tries()),
                        Cause.ofJob(job.detail(), known).remedy(),
                        job.detail());
            case PENDING ->
                new Verdict.Failed(
                        Fault.of("check.liveboard.ran.pending", minutes),
                        Fault.of("remedy.liveboard-later"),
                        job.detail());
            case UNKNOWN ->
                new Verdict.Warned(Fault.of("check.liveboard.ran.unknown"), Fault.of("remedy.liveboard-later"));
        };
    }

    /** The webhook has heard of nothing; what the schedule itself says of its run tells more. */
    private static Verdict notDelivered(Followed followed) {
        Optional<Run> failed = followed.runs().stream().filter(Run::hasFailed).findFirst();
        if (failed.isPresent())
            return new Verdict.Failed(
                    Fault.of("check.liveboard.ran.failed"),
                    Fault.of("remedy.liveboard-run"),
                    failed.get().detail());
        if (followed.runs().stream().anyMatch(Run::hasSucceeded))
            return Verdict.failed(
                    Fault.of("check.liveboard.ran.without-webhook"), Fault.of("remedy.liveboard-channel"));
        return Verdict.failed(
                Fault.of("check.liveboard.ran.nothing", followed.waited().toMinutes()),
                Fault.of("remedy.liveboard-nothing"));
    }
}
