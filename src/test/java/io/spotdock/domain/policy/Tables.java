package io.spotdock.domain.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.spotdock.domain.policy.PolicySet.Named;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads the tables of cases that stand beside the tests. */
final class Tables {
    static final String ALICE = "arn:aws:iam::111122223333:user/alice";
    static final String SESSION = "arn:aws:sts::111122223333:assumed-role/writer/one";

    private static final JsonMapper MAPPER = new JsonMapper();

    private Tables() {}

    static List<JsonNode> rows(String file) {
        // SnakeYAML itself, since the tables use anchors and merges.
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(500);
        try (InputStream in = Tables.class.getResourceAsStream(file)) {
            List<JsonNode> rows = new ArrayList<>();
            JsonNode all = MAPPER.valueToTree(new Yaml(new SafeConstructor(options)).load(Objects.requireNonNull(in)));
            all.forEach(rows::add);
            return rows;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static AccessRequest request(JsonNode row) {
        String owner = row.path("owner").asText("111122223333");
        return new AccessRequest(
                who(row.path("who").asText("alice-by-default")),
                row.path("does").asText("s3:GetObject"),
                row.path("to").asText("arn:aws:s3:::bucket/key"),
                owner.equals("none") ? Optional.empty() : Optional.of(owner),
                context(row.path("context")));
    }

    private static String who(String text) {
        return switch (text) {
            case "alice-by-default" -> ALICE;
            case "session" -> SESSION;
            default -> text;
        };
    }

    static Map<String, List<String>> context(JsonNode node) {
        Map<String, List<String>> context = new LinkedHashMap<>();
        node.properties().forEach(entry -> {
            List<String> values = new ArrayList<>();
            if (entry.getValue().isArray()) entry.getValue().forEach(value -> values.add(value.asText()));
            else values.add(entry.getValue().asText());
            context.put(entry.getKey(), values);
        });
        return context;
    }

    static PolicySet policies(JsonNode row) {
        return new PolicySet(
                named(row, "identity").stream().toList(),
                named(row, "resource"),
                named(row, "boundary"),
                named(row, "session"));
    }

    private static Optional<Named> named(JsonNode row, String element) {
        if (!row.has(element)) return Optional.empty();
        return Optional.of(new Named(
                element, document(row.get(element), row.path("version").asText("2012-10-17"))));
    }

    static PolicyDocument document(JsonNode statements, String version) {
        var node = MAPPER.createObjectNode();
        if (!version.equals("none")) node.put("Version", version);
        node.set("Statement", statements);
        return parse(node.toString());
    }

    static PolicyDocument parse(String json) {
        try {
            return PolicyJson.parse(json);
        } catch (PolicySyntaxException e) {
            throw new AssertionError(e.getMessage() + " in " + json, e);
        }
    }
}
