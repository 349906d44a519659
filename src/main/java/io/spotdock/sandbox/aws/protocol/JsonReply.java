package io.spotdock.sandbox.aws.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.sandbox.wire.Exchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Requests and answers of services that speak AWS JSON 1.1 (Smithy, "AWS JSON 1.1 protocol"). */
public record JsonReply(String requestId) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /**
     * The body as an object.
     *
     * @throws Refusal where it is none
     */
    public static JsonNode read(byte[] body) {
        try {
            JsonNode read = MAPPER.readTree(body);
            if (read != null && read.isObject()) return read;
        } catch (IOException _) {
            // Falls through: AWS does not say where it stopped reading.
        }
        throw new Refusal(400, "SerializationException", "");
    }

    public static String text(JsonNode json) {
        try {
            return MAPPER.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("trees are always written", e);
        }
    }

    public Exchange.Answer success(JsonNode result) {
        return answer(200, result, Map.of());
    }

    public Exchange.Answer failure(Refusal refusal) {
        ObjectNode body = object().put("__type", refusal.code()).put("message", refusal.text());
        return answer(refusal.status(), body, refusal.headers());
    }

    private Exchange.Answer answer(int status, JsonNode body, Map<String, String> more) {
        Map<String, String> headers = new LinkedHashMap<>(more);
        headers.put("Content-Type", "application/x-amz-json-1.1");
        headers.put("x-amzn-RequestId", requestId);
        return new Exchange.Answer(status, headers, text(body).getBytes(StandardCharsets.UTF_8));
    }
}
