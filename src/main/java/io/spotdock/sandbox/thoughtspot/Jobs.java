package io.spotdock.sandbox.thoughtspot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The deliveries and validations of the last three days. */
final class Jobs {
    private static final Duration KEPT = Duration.ofDays(3);

    /** After this many calls of the URL without an answer that counts, the delivery has failed. */
    private static final int MOST_TRIES = 5;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(20);

    private final InstantSource clock;
    private final SequencedMap<String, Job> all = new LinkedHashMap<>();
    private final Set<String> waiting = new LinkedHashSet<>();
    private final Map<String, Integer> looks = new HashMap<>();

    /** How far a job is. */
    enum Status {
        PENDING,
        RETRY,
        SUCCESS,
        FAILED
    }

    /**
     * What a job is about.
     *
     * @param id the schedule's; of a validation, {@code validation-} and the webhook's
     * @param runId as {@code name}, empty for a validation
     */
    record About(String id, Optional<String> name, Optional<String> runId) {}

    /**
     * A job.
     *
     * @param recipient empty for a validation
     * @param message what the URL is told; what a retry tells it again
     * @param next when the URL is called again
     */
    record Job(
            String id,
            StoredWebhook webhook,
            About about,
            Status status,
            Instant created,
            Optional<User> recipient,
            String detail,
            int tries,
            Message message,
            Optional<Instant> next) {

        ObjectNode json(boolean pending) {
            ObjectNode json = Replies.object().put("id", id).put("status", (pending ? Status.PENDING : status).name());
            json.put("creation_time_in_millis", created.toEpochMilli());
            json.putObject("event")
                    .put("type", "LIVEBOARD_SCHEDULE")
                    .put("id", about.id())
                    .put("name", about.name().orElse(null))
                    .put("run_id", about.runId().orElse(null));
            if (recipient.isEmpty()) json.putNull("recipients");
            recipient.ifPresent(user -> json.putArray("recipients")
                    .addObject()
                    .put("type", "USER")
                    .put("id", user.id())
                    .put("name", user.name())
                    .put("email", user.email()));
            return json.put("detail", pending ? "" : detail).put("try_count", tries);
        }

        private Job with(Status now, String newDetail, int newTries, Optional<Instant> newNext) {
            return new Job(id, webhook, about, now, created, recipient, newDetail, newTries, message, newNext);
        }
    }

    Jobs(InstantSource clock) {
        this.clock = clock;
    }

    /** What {@code validate} did; it is not tried again. */
    synchronized Job validated(StoredWebhook webhook, Courier.Outcome outcome) {
        boolean passed = outcome.steps().stream().allMatch(Step::passed);
        return add(new Job(
                "n.validation-" + UUID.randomUUID(),
                webhook,
                new About("validation-" + webhook.id(), Optional.empty(), Optional.empty()),
                passed ? Status.SUCCESS : Status.FAILED,
                clock.instant(),
                Optional.empty(),
                detail(outcome.steps()),
                1,
                outcome.message(),
                Optional.empty()));
    }

    /** A delivery; where only the URL's answer is missing, it will be called again. */
    synchronized Job delivered(StoredWebhook webhook, About about, User recipient, Courier.Outcome outcome) {
        List<Step> failed =
                outcome.steps().stream().filter(step -> !step.passed()).toList();
        boolean again = !failed.isEmpty() && failed.stream().allMatch(Step.Connection.class::isInstance);
        Instant now = clock.instant();
        return add(new Job(
                "n." + UUID.randomUUID(),
                webhook,
                about,
                failed.isEmpty() ? Status.SUCCESS : again ? Status.RETRY : Status.FAILED,
                now,
                Optional.of(recipient),
                detail(outcome.steps()),
                1,
                outcome.message(),
                again ? Optional.of(now.plus(FIRST_PAUSE)) : Optional.empty()));
    }

    private Job add(Job job) {
        all.put(job.id(), job);
        if (job.next().isPresent()) waiting.add(job.id());
        else waiting.remove(job.id());
        return job;
    }

    private static String detail(List<Step> steps) {
        return steps.stream().filter(step -> !step.passed()).map(Step::detail).collect(Collectors.joining("; "));
    }

    /** Those whose URL is to be called again now; each is handed out once. */
    synchronized List<Job> takeDue() {
        Instant now = clock.instant();
        List<Job> due = waiting.stream()
                .map(all::get)
                .filter(job -> job.next().filter(next -> !next.isAfter(now)).isPresent())
                .toList();
        due.forEach(job -> add(job.with(job.status(), job.detail(), job.tries(), Optional.empty())));
        return due;
    }

    /** The URL of a job was called again; the pause doubles each time. */
    synchronized void calledAgain(Job job, Step.Connection call) {
        int tries = job.tries() + 1;
        Instant next = clock.instant().plus(FIRST_PAUSE.multipliedBy(1L << job.tries()));
        Job now = call.passed()
                ? job.with(Status.SUCCESS, "", tries, Optional.empty())
                : tries < MOST_TRIES
                        ? job.with(Status.RETRY, call.detail(), tries, Optional.of(next))
                        : job.with(Status.FAILED, call.detail(), tries, Optional.empty());
        if (all.containsKey(job.id())) add(now);
    }

    synchronized List<Job> recent() {
        Instant since = clock.instant().minus(KEPT);
        all.values().removeIf(job -> job.created().isBefore(since));
        waiting.retainAll(all.keySet());
        return List.copyOf(all.reversed().values());
    }

    /** Whether a look at the job still finds it pending, when each is for its first looks. */
    synchronized boolean isPending(Job job, int firstLooks) {
        return looks.merge(job.id(), 1, Integer::sum) <= firstLooks;
    }
}
