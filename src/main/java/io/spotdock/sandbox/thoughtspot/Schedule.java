package io.spotdock.sandbox.thoughtspot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A schedule of a Liveboard.
 *
 * @param fields as in the request, checked
 * @param nextDue empty where it is never due again
 */
record Schedule(
        String id,
        Session author,
        Liveboard liveboard,
        String fileFormat,
        ObjectNode fields,
        Optional<Cron> cron,
        ZoneId zone,
        Instant created,
        Optional<Instant> nextDue,
        List<Run> runs) {
    Schedule {
        runs = List.copyOf(runs);
    }

    /** One delivery, or attempt at it. */
    record Run(String id, Instant at, boolean passed, String detail) {
        ObjectNode json() {
            return Replies.object()
                    .put("id", id)
                    .put("start_time_in_millis", at.toEpochMilli())
                    .put("end_time_in_millis", at.toEpochMilli())
                    .put("status", passed ? "SUCCESS" : "FAILED")
                    .put("detail", detail);
        }
    }

    String name() {
        return fields.path("name").asText();
    }

    boolean hasPdfOptions() {
        return fields.has("pdf_options");
    }

    boolean isDue(Instant now) {
        return nextDue.isPresent() && !nextDue.get().isAfter(now);
    }

    Schedule waitingFrom(Instant now) {
        return with(cron.flatMap(c -> c.next(now, zone)), runs);
    }

    Schedule ran(Run run) {
        List<Run> more = new ArrayList<>(List.of(run));
        more.addAll(runs);
        return with(nextDue, more);
    }

    private Schedule with(Optional<Instant> due, List<Run> history) {
        return new Schedule(id, author, liveboard, fileFormat, fields, cron, zone, created, due, history);
    }

    ObjectNode json() {
        ObjectNode json = Replies.object();
        json.set("author", WebhookJson.user(author.user()));
        json.put("creation_time_in_millis", created.toEpochMilli());
        json.set("description", fields.path("description"));
        json.put("file_format", fileFormat);
        if (cron.isPresent()) json.set("frequency", cron.get().json());
        else json.putNull("frequency");
        json.put("id", id).putNull("liveboard_options");
        json.putObject("metadata")
                .put("id", liveboard.id())
                .put("name", liveboard.name())
                .put("type", "LIVEBOARD");
        json.put("name", name());
        if (hasPdfOptions()) json.set("pdf_options", fields.path("pdf_options"));
        else json.putNull("pdf_options");
        json.set("recipient_details", fields.path("recipient_details"));
        return json.put("status", "SCHEDULED").put("time_zone", zone.getId()).putNull("history_runs");
    }

    ObjectNode json(int newestRuns) {
        ObjectNode json = json();
        var list = json.putArray("history_runs");
        runs.stream().limit(newestRuns).forEach(run -> list.add(run.json()));
        return json;
    }
}
