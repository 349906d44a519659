package io.spotdock.domain.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.domain.policy.Statement.Matched;
import io.spotdock.domain.policy.Statement.Principals;
import java.util.List;

/** Document → JSON in the order in which AWS's guides write it, single-member lists as strings. */
final class PolicyWriter {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER = new JsonMapper();

    private PolicyWriter() {}

    static String indented(PolicyDocument document) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""));
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        try {
            return MAPPER.writer(printer).writeValueAsString(tree(document)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of strings cannot fail to print", e);
        }
    }

    static ObjectNode tree(PolicyDocument document) {
        ObjectNode node = NODES.objectNode();
        document.version().ifPresent(version -> node.put("Version", version));
        document.id().ifPresent(id -> node.put("Id", id));
        var statements = node.putArray("Statement");
        document.statements().forEach(statement -> statements.add(tree(statement)));
        return node;
    }

    private static ObjectNode tree(Statement statement) {
        ObjectNode node = NODES.objectNode();
        statement.sid().ifPresent(sid -> node.put("Sid", sid));
        node.put(
                "Effect",
                switch (statement.effect()) {
                    case ALLOW -> "Allow";
                    case DENY -> "Deny";
                });
        statement.principals().ifPresent(p -> node.set(p.negated() ? "NotPrincipal" : "Principal", tree(p)));
        matched(node, "Action", statement.actions());
        statement.resources().ifPresent(resources -> matched(node, "Resource", resources));
        if (!statement.conditions().isEmpty()) {
            ObjectNode operators = node.putObject("Condition");
            statement.conditions().forEach((operator, keys) -> {
                ObjectNode byKey = operators.putObject(operator);
                keys.forEach((key, values) -> byKey.set(key, list(values)));
            });
        }
        return node;
    }

    private static JsonNode tree(Principals principals) {
        if (principals.byType().containsKey("*")) return NODES.textNode("*");
        ObjectNode node = NODES.objectNode();
        principals.byType().forEach((type, values) -> node.set(type, list(values)));
        return node;
    }

    private static void matched(ObjectNode node, String element, Matched matched) {
        node.set(matched.negated() ? "Not" + element : element, list(matched.patterns()));
    }

    private static JsonNode list(List<String> values) {
        if (values.size() == 1) return NODES.textNode(values.getFirst());
        var array = NODES.arrayNode();
        values.forEach(array::add);
        return array;
    }
}
