package io.spotdock.sandbox.thoughtspot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.sandbox.wire.Exchange;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/** The shapes of ThoughtSpot's answers, and those of what may stand before it. */
final class Replies {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Replies() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static Exchange.Answer json(int status, JsonNode body) {
        try {
            return new Exchange.Answer(
                    status, Map.of("Content-Type", "application/json; charset=utf-8"), JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree is always written", e);
        }
    }

    static Exchange.Answer ok(JsonNode body) {
        return json(200, body);
    }

    static Exchange.Answer noContent() {
        return empty(204);
    }

    /** ThoughtSpot answers some refusals, and every path it does not have, without a body. */
    static Exchange.Answer empty(int status) {
        return new Exchange.Answer(status, Map.of(), new byte[0]);
    }

    static Exchange.Answer html(int status, String title, String text) {
        String page = "<!DOCTYPE html>\n<html><head><title>" + title + "</title></head><body><h1>" + title + "</h1><p>"
                + text + "</p></body></html>\n";
        return new Exchange.Answer(
                status, Map.of("Content-Type", "text/html; charset=utf-8"), page.getBytes(StandardCharsets.UTF_8));
    }

    static Exchange.Answer error(ApiError error) {
        return error(error.status(), error.text());
    }

    static Exchange.Answer error(int status, String text) {
        ObjectNode body = object();
        String incident = UUID.randomUUID().toString();
        body.putObject("error")
                .putObject("message")
                .put("code", status == 500 ? 10000 : 10002)
                .put("incident_id_guid", incident)
                .put("trace_id_guid", incident)
                .put("debug", text);
        return json(status, body);
    }
}
