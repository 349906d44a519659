package io.spotdock.thoughtspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.network.http.Reply;
import io.spotdock.port.DeliveryHistory;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Asks for the jobs of one channel and one event, or for one job: nothing else is allowed. */
final class JobSearch implements DeliveryHistory {
    private static final String WEBHOOK = "WEBHOOK";

    private final Session session;

    JobSearch(Session session) {
        this.session = session;
    }

    @Override
    public List<Job> jobs(String webhookId, String about, Instant since) {
        ObjectNode body = Json.object().put("channel_type", WEBHOOK);
        body.putArray("channel_identifiers").add(webhookId);
        body.putArray("events").addObject().put("type", WebhookRequest.EVENT).put("identifier", about);
        body.put("start_epoch_time_in_millis", since.toEpochMilli());
        // The server filters; where it does not, we do.
        return search(body).stream()
                .filter(job -> job.about().isEmpty() || job.about().get().equals(about))
                .filter(job -> job.created().isEmpty() || !job.created().get().isBefore(since))
                .toList();
    }

    @Override
    public Optional<Job> job(String id) {
        ObjectNode body = Json.object().put("channel_type", WEBHOOK);
        body.putArray("job_ids").add(id);
        return search(body).stream().filter(job -> job.id().equals(id)).findFirst();
    }

    private List<Job> search(ObjectNode body) {
        Reply.Answer answer = session.read(Call.JOB_HISTORY, Optional.of(body));
        if (answer.status() == 204) return List.of();
        JsonNode json = Json.read(answer.body())
                .filter(node ->
                        node.path("jobs").isContainerNode() || node.path("jobs").isNull() || node.isArray())
                .orElseThrow(() -> session.failures().notUnderstood(Call.JOB_HISTORY, answer));
        return Json.list(json.isArray() ? json : json.path("jobs")).stream()
                .map(node -> job(node).orElseThrow(() -> session.failures().notUnderstood(Call.JOB_HISTORY, answer)))
                .toList();
    }

    /** Empty without an ID: two such could not be told apart. */
    private Optional<Job> job(JsonNode node) {
        JsonNode event = node.path("event");
        return Json.text(node.path("id"))
                .map(id -> new Job(
                        id,
                        status(node.path("status")),
                        Json.instant(node.path("creation_time_in_millis")),
                        // The request says identifier, the answer id; either may come.
                        Json.text(event.path("id")).or(() -> Json.text(event.path("identifier"))),
                        Json.text(event.path("run_id")),
                        Json.text(node.path("detail"))
                                .map(session.failures()::clean)
                                .orElse(""),
                        Json.number(node.path("try_count"))
                                .filter(count -> count > 0)
                                .orElse(1)));
    }

    /** Never better than it says: only the very words count. */
    private static Status status(JsonNode node) {
        String said = Json.text(node).orElse("").strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(Status.values())
                .filter(status -> status.name().equals(said))
                .findFirst()
                .orElse(Status.UNKNOWN);
    }
}
