package io.spotdock.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** CloudFormation's intrinsic functions (Template Reference, "Intrinsic functions"). */
final class Intrinsics {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(!?)([^}]*)}");

    private final Map<String, String> values;
    private final JsonNode conditions;
    private final Function<String, CloudFormationResource> resources;

    Intrinsics(Map<String, String> values, JsonNode conditions, Function<String, CloudFormationResource> resources) {
        this.values = values;
        this.conditions = conditions;
        this.resources = resources;
    }

    boolean holds(String condition) {
        if (!conditions.has(condition)) throw new Misread("no condition " + condition);
        return test(conditions.get(condition));
    }

    private boolean test(JsonNode condition) {
        if (condition.size() != 1) throw new Misread("no condition: " + condition);
        String function = condition.fieldNames().next();
        JsonNode arguments = condition.get(function);
        return switch (function) {
            case "Fn::Not" -> !test(arguments.get(0));
            case "Fn::Equals" -> value(arguments.get(0)).equals(value(arguments.get(1)));
            default -> throw new Misread("unknown " + function);
        };
    }

    /** What a part of the template comes to; missing for AWS::NoValue. */
    JsonNode value(JsonNode node) {
        if (node.isArray()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            for (JsonNode member : node) {
                JsonNode value = value(member);
                if (!value.isMissingNode()) list.add(value);
            }
            return list;
        }
        if (!node.isObject()) return node;
        if (node.size() == 1) {
            String name = node.fieldNames().next();
            if (name.equals("Ref")) return referred(node.get(name).textValue());
            if (name.startsWith("Fn::")) return called(name, node.get(name));
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        node.properties().forEach(entry -> {
            if (entry.getKey().startsWith("Fn::")) throw new Misread("a function beside others: " + node);
            JsonNode value = value(entry.getValue());
            if (!value.isMissingNode()) object.set(entry.getKey(), value);
        });
        return object;
    }

    private JsonNode called(String function, JsonNode arguments) {
        return switch (function) {
            case "Fn::If" -> value(arguments.get(holds(arguments.get(0).textValue()) ? 1 : 2));
            case "Fn::Sub" -> TextNode.valueOf(filled(arguments.textValue()));
            case "Fn::GetAtt" ->
                TextNode.valueOf(resources
                        .apply(arguments.get(0).textValue())
                        .attribute(arguments.get(1).textValue()));
            default -> throw new Misread("unknown " + function);
        };
    }

    private String filled(String text) {
        return VARIABLE.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(
                        match.group(1).isEmpty() ? referred(match.group(2)).textValue() : "${" + match.group(2) + "}"));
    }

    private JsonNode referred(String name) {
        if (name.equals("AWS::NoValue")) return MissingNode.getInstance();
        String value = values.get(name);
        return TextNode.valueOf(value == null ? resources.apply(name).reference() : value);
    }
}
