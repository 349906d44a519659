package io.spotdock.sandbox.thoughtspot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The deliveries and validations of the last three days. */
final class Jobs {
    private static final Duration KEPT = Duration.ofDays(3);

    private final InstantSource clock;
    private final List<Job> all = new ArrayList<>();

    /**
     * A job.
     *
     * @param scheduleId empty for a validation
     */
    record Job(
            String id,
            StoredWebhook webhook,
            Optional<String> scheduleId,
            boolean passed,
            Instant created,
            User recipient,
            String detail) {
        String status() {
            return passed ? "SUCCESS" : "FAILED";
        }

        ObjectNode json() {
            ObjectNode json = Replies.object().put("id", id).put("status", status());
            json.put("creation_time_in_millis", created.toEpochMilli());
            scheduleId.ifPresentOrElse(
                    schedule -> json.putObject("event")
                            .put("type", "LIVEBOARD_SCHEDULE")
                            .put("identifier", schedule),
                    () -> json.putNull("event"));
            json.putArray("recipients")
                    .addObject()
                    .put("type", "USER")
                    .put("id", recipient.id())
                    .put("name", recipient.name())
                    .put("email", recipient.email());
            return json.put("detail", detail).put("try_count", 1);
        }
    }

    Jobs(InstantSource clock) {
        this.clock = clock;
    }

    synchronized Job add(StoredWebhook webhook, Optional<String> scheduleId, User recipient, List<Step> steps) {
        boolean passed = steps.stream().allMatch(Step::passed);
        List<String> errors =
                steps.stream().flatMap(step -> step.error().stream()).toList();
        Job job = new Job(
                UUID.randomUUID().toString(),
                webhook,
                scheduleId,
                passed,
                clock.instant(),
                recipient,
                passed ? "Delivered" : String.join("; ", errors));
        all.add(job);
        return job;
    }

    synchronized List<Job> recent() {
        Instant since = clock.instant().minus(KEPT);
        all.removeIf(job -> job.created().isBefore(since));
        return List.copyOf(all.reversed());
    }
}
