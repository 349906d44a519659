package io.spotdock.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes good documents bad: in their tree, in their text, or both. */
public final class Mutations {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String ODD = "{}[]\",:0 \\<\u00e9\u0000";

    private final Random random;

    public Mutations(Random random) {
        this.random = random;
    }

    /** @param good JSON */
    public String mutate(String good) {
        return switch (random.nextInt(4)) {
            case 0 -> text(good);
            case 1 -> text(tree(good));
            default -> tree(good);
        };
    }

    private String tree(String good) {
        JsonNode root = json(good);
        for (int i = random.nextInt(3); i >= 0; i--) {
            List<JsonNode> containers = new ArrayList<>();
            collect(root, containers);
            switch (containers.get(random.nextInt(containers.size()))) {
                case ObjectNode object when !object.isEmpty() -> change(object);
                case ArrayNode array -> change(array);
                default -> {}
            }
        }
        return root.toString();
    }

    private static JsonNode json(String good) {
        try {
            return new JsonMapper().readTree(good);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not good to begin with: " + good, e);
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (!node.isContainerNode()) return;
        containers.add(node);
        node.forEach(child -> collect(child, containers));
    }

    private void change(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        String name = names.get(random.nextInt(names.size()));
        switch (random.nextInt(4)) {
            case 0 -> object.remove(name);
            case 1 -> object.set("unknown", odd(object.path(name)));
            default -> object.set(name, odd(object.path(name)));
        }
    }

    private void change(ArrayNode array) {
        switch (random.nextInt(3)) {
            case 0 -> array.removeAll();
            case 1 -> array.add(odd(array.isEmpty() ? JSON.nullNode() : array.get(0)));
            default -> {
                if (!array.isEmpty()) array.set(random.nextInt(array.size()), odd(array.get(0)));
            }
        }
    }

    private JsonNode odd(JsonNode was) {
        return switch (random.nextInt(14)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.textNode("");
            case 2 -> JSON.textNode("FAILED");
            case 3 -> JSON.numberNode(random.nextInt());
            case 4 -> JSON.numberNode(random.nextGaussian() * 1e300);
            case 5 -> JSON.textNode(was.asText() + (char) random.nextInt(0xd800));
            case 6 -> JSON.booleanNode(random.nextBoolean());
            case 7 -> JSON.arrayNode().add(was.deepCopy());
            case 8 -> JSON.objectNode().set("inner", was.deepCopy());
            case 9 -> JSON.textNode("x".repeat(random.nextInt(3_000)));
            case 10 -> was.isNumber() ? JSON.textNode(was.asText()) : JSON.numberNode(7.0);
            case 11 -> JSON.textNode(was.asText().toLowerCase(java.util.Locale.ROOT));
            case 12 -> JSON.arrayNode();
            default -> JSON.objectNode();
        };
    }

    /** @param good any text */
    public String text(String good) {
        StringBuilder text = new StringBuilder(good);
        for (int i = random.nextInt(4); i >= 0 && !text.isEmpty(); i--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(5)) {
                case 0 -> text.setLength(at);
                case 1 -> text.deleteCharAt(at);
                case 2 -> text.insert(at, ODD.charAt(random.nextInt(ODD.length())));
                case 3 -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(200))));
                default -> text.setCharAt(at, (char) random.nextInt(128));
            }
        }
        return text.toString();
    }

    /** A status of HTTP, more often a likely one. */
    public int status() {
        int[] likely = {200, 200, 200, 200, 200, 200, 201, 204, 400, 401, 403, 404, 409, 422, 429, 500, 502, 503, 504};
        return random.nextInt(8) == 0 ? 200 + random.nextInt(400) : likely[random.nextInt(likely.length)];
    }
}
