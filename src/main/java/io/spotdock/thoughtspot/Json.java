package io.spotdock.thoughtspot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads what may be missing, null, or of a neighbouring type; never guesses at what is broken. */
final class Json {
    // A field that stands twice, or text after the end, leaves it open which one was meant.
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private static final long LATEST = Instant.parse("9999-12-31T23:59:59Z").toEpochMilli();

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static byte[] write(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    static String pretty(JsonNode node) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    /** An object or a list; empty for all else. */
    static Optional<JsonNode> read(byte[] body) {
        try {
            // The parser's own text quotes what it read, so it is not passed on.
            return Optional.of(MAPPER.readTree(body)).filter(JsonNode::isContainerNode);
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** A text or number that is there and not blank. */
    static Optional<String> text(JsonNode node) {
        if (node.isTextual()) return Optional.of(node.textValue()).filter(t -> !t.isBlank());
        if (!node.isNumber()) return Optional.empty();
        double value = node.doubleValue();
        boolean whole = node.isFloatingPointNumber() && Double.isFinite(value) && value == Math.rint(value);
        return Optional.of(whole ? BigDecimal.valueOf(value).toBigInteger().toString() : node.asText());
    }

    /** A whole number, also as {@code 7.0} or {@code "7"}. */
    static Optional<Integer> number(JsonNode node) {
        String text = text(node).map(String::strip).orElse("");
        if (!text.matches("-?[0-9]{1,10}(\\.0*)?")) return Optional.empty();
        long value = Long.parseLong(text.replaceFirst("\\..*", ""));
        return value == (int) value ? Optional.of((int) value) : Optional.empty();
    }

    /** Milliseconds since 1970, also as {@code 1.78575E12} or as text; empty outside the years 1970 to 9999. */
    static Optional<Instant> instant(JsonNode node) {
        String text = text(node).map(String::strip).orElse("");
        if (!text.matches("[0-9]{1,15}(\\.[0-9]{1,9})?")) return Optional.empty();
        long millis = new BigDecimal(text).longValue();
        return millis <= LATEST ? Optional.of(Instant.ofEpochMilli(millis)) : Optional.empty();
    }

    static Optional<Boolean> flag(JsonNode node) {
        if (node.isBoolean()) return Optional.of(node.booleanValue());
        return switch (text(node).orElse("").strip().toLowerCase(Locale.ROOT)) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** The elements of a list, or the one object in its place; nothing for null. */
    static List<JsonNode> list(JsonNode node) {
        if (node.isObject()) return List.of(node);
        List<JsonNode> all = new ArrayList<>();
        if (node.isArray()) node.forEach(all::add);
        return all;
    }
}
