package io.spotdock.sandbox.thoughtspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A request's JSON object, read strictly: a wrong type is refused when the field is asked for, and {@link #done()}
 * refuses every field that nobody asked for. A field that is null counts as not given.
 */
final class Body {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String path;
    private final ObjectNode node;
    private final Set<String> known = new TreeSet<>();
    private final List<Body> inner = new ArrayList<>();

    private Body(String path, ObjectNode node) {
        this.path = path;
        this.node = node;
    }

    static Body parse(byte[] bytes) {
        if (bytes.length == 0) return new Body("", Replies.object());
        try {
            if (JSON.readTree(bytes) instanceof ObjectNode object) return new Body("", object);
            throw ApiError.invalid("The request body must be a JSON object");
        } catch (IOException _) {
            throw ApiError.invalid("The request body is not valid JSON");
        }
    }

    boolean has(String name) {
        known.add(name);
        return node.hasNonNull(name);
    }

    Optional<String> text(String name) {
        return value(name, JsonNode::isTextual, "a string").map(JsonNode::textValue);
    }

    /** A text that must be given and must not be blank. */
    String needText(String name) {
        return text(name)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> ApiError.invalid(at(name) + " is required"));
    }

    Optional<Long> integer(String name) {
        return value(name, n -> n.isIntegralNumber() && n.canConvertToLong(), "an integer")
                .map(JsonNode::longValue);
    }

    Optional<Boolean> flag(String name) {
        return value(name, JsonNode::isBoolean, "a boolean").map(JsonNode::booleanValue);
    }

    Optional<String> oneOf(String name, Set<String> values) {
        Optional<String> text = text(name);
        text.filter(t -> !values.contains(t)).ifPresent(t -> {
            throw ApiError.invalid(at(name) + " must be one of " + new TreeSet<>(values) + ", not \"" + t + "\"");
        });
        return text;
    }

    String needOneOf(String name, Set<String> values) {
        return oneOf(name, values).orElseThrow(() -> ApiError.invalid(at(name) + " is required"));
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : elements(name)) {
            if (!element.isTextual()) throw ApiError.invalid(at(name) + " must be an array of strings");
            texts.add(element.textValue());
        }
        return List.copyOf(texts);
    }

    List<String> textsOf(String name, Set<String> values) {
        List<String> texts = texts(name);
        for (String text : texts)
            if (!values.contains(text))
                throw ApiError.invalid(
                        at(name) + " must hold only " + new TreeSet<>(values) + ", not \"" + text + "\"");
        return texts;
    }

    Optional<Body> object(String name) {
        return value(name, JsonNode::isObject, "an object").map(n -> remember(new Body(at(name), (ObjectNode) n)));
    }

    Body needObject(String name) {
        return object(name).orElseThrow(() -> ApiError.invalid(at(name) + " is required"));
    }

    List<Body> objects(String name) {
        List<Body> bodies = new ArrayList<>();
        for (JsonNode element : elements(name)) {
            if (!(element instanceof ObjectNode object))
                throw ApiError.invalid(at(name) + " must be an array of objects");
            bodies.add(remember(new Body(at(name) + "[" + bodies.size() + "]", object)));
        }
        return List.copyOf(bodies);
    }

    /** An object whose inside nobody checks. */
    Optional<JsonNode> anything(String name) {
        return value(name, JsonNode::isObject, "an object").map(JsonNode::deepCopy);
    }

    /** Makes a value of the text, or says that the field is not valid. */
    static <T> T legal(String field, String text, Function<String, T> make) {
        try {
            return make.apply(text);
        } catch (IllegalArgumentException _) {
            throw ApiError.invalid(field + " is not valid: \"" + text + "\"");
        }
    }

    /** Refuses the fields that the end point does not have. */
    void done() {
        for (String name : (Iterable<String>) node::fieldNames)
            if (!known.contains(name)) throw ApiError.invalid("Unknown field " + at(name));
        inner.forEach(Body::done);
    }

    String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private Iterable<JsonNode> elements(String name) {
        return value(name, JsonNode::isArray, "an array")
                .<Iterable<JsonNode>>map(n -> n)
                .orElse(List.of());
    }

    private Optional<JsonNode> value(String name, Predicate<JsonNode> type, String says) {
        known.add(name);
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) return Optional.empty();
        if (!type.test(value)) throw ApiError.invalid(at(name) + " must be " + says);
        return Optional.of(value);
    }

    private Body remember(Body body) {
        inner.add(body);
        return body;
    }
}
