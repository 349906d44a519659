package io.spotdock.thoughtspot;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What an error's body says, whatever its shape: {@code error.message.debug} where ThoughtSpot keeps to its habit, the
 * first telling text elsewhere, an HTML page's words.
 *
 * @param incident ThoughtSpot's own reference for its support
 */
record ErrorText(String said, Optional<String> incident) {
    private static final List<String> TELLING =
            List.of("debug", "message", "error_message", "error_description", "description", "detail", "title");
    private static final List<String> INCIDENTS =
            List.of("incident_id_guid", "incident_id", "trace_id_guid", "trace_id", "request_id");
    private static final int DEEPEST = 12;

    static ErrorText of(byte[] body) {
        Optional<JsonNode> json = Json.read(body);
        if (json.isEmpty()) return new ErrorText(plain(new String(body, StandardCharsets.UTF_8)), Optional.empty());
        String all = json.get().isEmpty() ? "" : json.get().toString();
        return new ErrorText(find(json.get(), TELLING, DEEPEST).orElse(all), find(json.get(), INCIDENTS, DEEPEST));
    }

    /** The names in order of worth; the deeper text is the more precise one. */
    private static Optional<String> find(JsonNode node, List<String> names, int depth) {
        if (depth == 0) return Optional.empty();
        for (JsonNode child : node) {
            Optional<String> deeper = child.isContainerNode() ? find(child, names, depth - 1) : Optional.empty();
            if (deeper.isPresent()) return deeper;
        }
        return names.stream()
                .flatMap(name -> Json.text(node.path(name)).stream())
                .findFirst()
                .or(() -> names.equals(TELLING) ? Json.text(node.path("error")) : Optional.empty());
    }

    private static String plain(String text) {
        if (!text.contains("<")) return text.strip();
        return text.replaceAll("(?is)<(script|style)\\b.*?(</\\1>|$)", " ")
                .replaceAll("<[^>]*>?", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
