package io.spotdock.thoughtspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.network.http.Reply;
import io.spotdock.port.Schedules.Liveboard;
import io.spotdock.port.Schedules.Run;
import io.spotdock.port.Schedules.Schedule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lists the Org's schedules. The answer is a bare list, so that only an empty page, or one with nothing new, is the end. */
final class ScheduleSearch {
    private static final int PAGE = 100;

    /** 20,000 schedules; more are a server that goes in circles. */
    private static final int MOST_PAGES = 200;

    private static final int MOST_RUNS = 10;

    private final Session session;

    ScheduleSearch(Session session) {
        this.session = session;
    }

    /** All of them; each ID once. */
    List<Schedule> all() {
        Map<String, Schedule> byId = new LinkedHashMap<>();
        int seen = 0;
        for (int page = 0; page < MOST_PAGES; page++) {
            List<JsonNode> nodes = page(seen);
            boolean news = false;
            for (JsonNode node : nodes) {
                Optional<Schedule> schedule = schedule(node);
                if (schedule.isPresent()) news |= byId.put(schedule.get().id(), schedule.get()) == null;
            }
            seen += nodes.size();
            if (!news) break;
        }
        return List.copyOf(byId.values());
    }

    private List<JsonNode> page(int offset) {
        ObjectNode body = Json.object().put("record_offset", offset).put("record_size", PAGE);
        return search(body);
    }

    private List<JsonNode> search(ObjectNode body) {
        Reply.Answer answer = session.read(Call.SCHEDULE_SEARCH, Optional.of(body));
        if (answer.status() == 204) return List.of();
        JsonNode json = Json.read(answer.body())
                .filter(node -> node.isArray() || node.path("schedules").isArray())
                .orElseThrow(() -> session.failures().notUnderstood(Call.SCHEDULE_SEARCH, answer));
        List<JsonNode> nodes = Json.list(json.isArray() ? json : json.path("schedules"));
        if (!nodes.stream().allMatch(JsonNode::isObject))
            throw session.failures().notUnderstood(Call.SCHEDULE_SEARCH, answer);
        return nodes;
    }

    /** Its latest runs. Whoever asks for one schedule must ask for all records, or may miss it (REST API v2). */
    List<Run> runs(String id) {
        ObjectNode body = Json.object().put("record_offset", 0).put("record_size", -1);
        body.putArray("schedule_identifiers").add(id);
        body.putObject("history_runs_options")
                .put("include_history_runs", true)
                .put("record_size", MOST_RUNS)
                .put("record_offset", 0);
        return search(body).stream()
                .filter(node -> Json.text(node.path("id")).equals(Optional.of(id)))
                .flatMap(node -> Json.list(node.path("history_runs")).stream())
                .map(this::run)
                .toList();
    }

    private Run run(JsonNode node) {
        return new Run(
                Json.text(node.path("id")).orElse(""),
                Json.text(node.path("status")).orElse(""),
                Json.text(node.path("detail")).map(session.failures()::clean).orElse(""));
    }

    /** Empty without an ID, by which alone its deliveries are found. */
    static Optional<Schedule> schedule(JsonNode node) {
        JsonNode metadata = node.path("metadata");
        return Json.text(node.path("id"))
                .map(id -> new Schedule(
                        id,
                        Json.text(node.path("name")).orElse(id),
                        new Liveboard(
                                Json.text(metadata.path("id")).orElse(""),
                                Json.text(metadata.path("name")).orElse("")),
                        Json.text(node.path("file_format")),
                        Json.text(node.path("status"))));
    }
}
