package io.spotdock.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.domain.Org;
import io.spotdock.domain.resource.ResourceId;
import io.spotdock.domain.resource.ResourceKind;
import java.time.Instant;
import java.util.Optional;

/** A journal's line as JSON, for people and for Spotdock. */
final class EntryJson {
    private EntryJson() {}

    static ObjectNode write(Entry entry) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("at", entry.at().toString());
        node.put("id", entry.id());
        node.put("state", entry.state().name());
        node.put("resource", entry.resource().kind().id());
        node.put("name", entry.resource().name());
        node.put("kind", entry.kind());
        entry.undoing().ifPresent(undoing -> node.set("undo", UndoingJson.write(undoing)));
        node.put("by", entry.by());
        entry.org().ifPresent(org -> node.putObject("org").put("id", org.id()).put("name", org.name()));
        if (!entry.note().isEmpty()) node.put("note", entry.note());
        return node;
    }

    private static Optional<Org> org(JsonNode node) {
        return Optional.ofNullable(node.get("org"))
                .map(org -> new Org(org.path("id").asInt(), org.path("name").asText()));
    }

    /** Empty for a line that is not one of ours, such as one of a newer version. */
    static Optional<Entry> read(JsonNode node) {
        try {
            ResourceKind kind =
                    ResourceKind.ofId(node.path("resource").asText()).orElseThrow();
            Optional<Undoing> undoing =
                    node.has("undo") ? Optional.of(UndoingJson.read(node.get("undo"))) : Optional.empty();
            return Optional.of(new Entry(
                    Instant.parse(node.path("at").asText()),
                    node.path("id").asText(),
                    Entry.State.valueOf(node.path("state").asText()),
                    new ResourceId(kind, node.path("name").asText()),
                    node.path("kind").asText(),
                    undoing,
                    node.path("by").asText(),
                    org(node),
                    node.path("note").asText("")));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
