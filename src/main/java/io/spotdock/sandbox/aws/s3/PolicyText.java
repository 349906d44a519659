package io.spotdock.sandbox.aws.s3;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Policy documents as text that is to stay as its writer wrote it. */
final class PolicyText {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PolicyText() {}

    static String append(String policy, String statement) {
        try {
            JsonNode root = JSON.readTree(policy);
            if (!(root instanceof ObjectNode document)) return policy;
            JsonNode present = document.path("Statement");
            ArrayNode all = document.putArray("Statement");
            if (present.isArray()) present.forEach(all::add);
            else all.add(present);
            all.add(JSON.readTree(statement));
            return JSON.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored policy can't be read", e);
        }
    }
}
