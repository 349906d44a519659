package io.spotdock.domain.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.spotdock.domain.policy.Statement.Effect;
import io.spotdock.domain.policy.Statement.Matched;
import io.spotdock.domain.policy.Statement.Principals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * JSON tree → document, by the grammar of the policy language (IAM User Guide, "Grammar of the IAM JSON policy
 * language"). Element names, {@code Effect} and {@code Version} are case-sensitive there. A single member may stand
 * for a list, and a list of one for its member.
 */
final class PolicyReader {
    private static final List<String> DOCUMENT = List.of("Version", "Id", "Statement");
    private static final List<String> STATEMENT = List.of(
            "Sid",
            "Effect",
            "Principal",
            "NotPrincipal",
            "Action",
            "NotAction",
            "Resource",
            "NotResource",
            "Condition");
    private static final List<String> PRINCIPAL = List.of("AWS", "Federated", "Service", "CanonicalUser");

    private PolicyReader() {}

    static PolicyDocument document(JsonNode root) throws PolicySyntaxException {
        elements(root, "the document", DOCUMENT);
        Optional<String> version = text(root, "Version", "Version");
        if (version.isPresent()
                && !List.of(PolicyDocument.VERSION, "2008-10-17").contains(version.get()))
            throw new PolicySyntaxException("Version: must be 2012-10-17 or 2008-10-17");
        JsonNode found = root.get("Statement");
        if (found == null) throw new PolicySyntaxException("the document: has no Statement");
        List<Statement> statements = new ArrayList<>();
        if (found.isArray()) {
            for (int i = 0; i < found.size(); i++) statements.add(statement(found.get(i), "Statement[" + i + "]"));
        } else {
            statements.add(statement(found, "Statement"));
        }
        return new PolicyDocument(version, text(root, "Id", "Id"), statements);
    }

    private static Statement statement(JsonNode node, String at) throws PolicySyntaxException {
        elements(node, at, STATEMENT);
        Optional<JsonNode> principal = one(node, at, "Principal");
        Optional<Matched> actions = matched(node, at, "Action");
        if (actions.isEmpty()) throw new PolicySyntaxException(at + ": has neither Action nor NotAction");
        for (String action : actions.get().patterns())
            if (!action.equals("*") && action.indexOf(':') < 1)
                throw new PolicySyntaxException(at + ": an action must be * or service:action");
        return new Statement(
                text(node, "Sid", at + ".Sid"),
                effect(node, at),
                principal.isPresent()
                        ? Optional.of(principals(principal.get(), node.has("NotPrincipal"), at))
                        : Optional.empty(),
                actions.get(),
                matched(node, at, "Resource"),
                conditions(node.get("Condition"), at + ".Condition"));
    }

    private static Effect effect(JsonNode node, String at) throws PolicySyntaxException {
        String effect = text(node, "Effect", at + ".Effect")
                .orElseThrow(() -> new PolicySyntaxException(at + ": has no Effect"));
        return switch (effect) {
            case "Allow" -> Effect.ALLOW;
            case "Deny" -> Effect.DENY;
            default -> throw new PolicySyntaxException(at + ".Effect: must be Allow or Deny");
        };
    }

    private static Principals principals(JsonNode node, boolean negated, String at) throws PolicySyntaxException {
        String here = at + (negated ? ".NotPrincipal" : ".Principal");
        if (node.isTextual()) {
            if (node.textValue().equals("*")) return new Principals(negated, Map.of("*", List.of("*")));
            throw new PolicySyntaxException(here + ": must be \"*\" or an object such as {\"AWS\": …}");
        }
        elements(node, here, PRINCIPAL);
        Map<String, List<String>> byType = new LinkedHashMap<>();
        for (String type : names(node)) byType.put(type, texts(node.path(type), here + "." + type, false));
        return new Principals(negated, byType);
    }

    private static Optional<Matched> matched(JsonNode node, String at, String element) throws PolicySyntaxException {
        Optional<JsonNode> found = one(node, at, element);
        if (found.isEmpty()) return Optional.empty();
        boolean negated = node.has("Not" + element);
        return Optional.of(
                new Matched(negated, texts(found.get(), at + "." + (negated ? "Not" + element : element), false)));
    }

    private static Map<String, Map<String, List<String>>> conditions(JsonNode node, String at)
            throws PolicySyntaxException {
        Map<String, Map<String, List<String>>> conditions = new LinkedHashMap<>();
        if (node == null) return conditions;
        if (!node.isObject()) throw new PolicySyntaxException(at + ": must be an object of operators");
        for (String operator : names(node)) {
            String here = at + "." + shown(operator);
            JsonNode keys = node.path(operator);
            if (!keys.isObject()) throw new PolicySyntaxException(here + ": must be an object of keys and values");
            Map<String, List<String>> byKey = new LinkedHashMap<>();
            for (String key : names(keys)) byKey.put(key, texts(keys.path(key), here + "." + shown(key), true));
            conditions.put(operator, byKey);
        }
        return conditions;
    }

    /** The element or its {@code Not…} form, of which a statement has at most one. */
    private static Optional<JsonNode> one(JsonNode node, String at, String element) throws PolicySyntaxException {
        JsonNode plain = node.get(element);
        JsonNode negated = node.get("Not" + element);
        if (plain != null && negated != null)
            throw new PolicySyntaxException(at + ": has both " + element + " and Not" + element);
        return Optional.ofNullable(plain == null ? negated : plain);
    }

    private static Optional<String> text(JsonNode node, String element, String at) throws PolicySyntaxException {
        JsonNode found = node.get(element);
        if (found == null) return Optional.empty();
        if (!found.isTextual()) throw new PolicySyntaxException(at + ": must be a string");
        return Optional.of(found.textValue());
    }

    private static List<String> texts(JsonNode node, String at, boolean scalars) throws PolicySyntaxException {
        List<String> values = new ArrayList<>();
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) values.add(scalar(node.get(i), at + "[" + i + "]", scalars));
        } else {
            values.add(scalar(node, at, scalars));
        }
        return values;
    }

    private static String scalar(JsonNode node, String at, boolean scalars) throws PolicySyntaxException {
        if (node.isTextual()) return node.textValue();
        if (scalars && node.isBoolean()) return node.asText();
        if (scalars && node.isNumber()) {
            BigDecimal number = node.decimalValue();
            return Math.abs((long) number.scale()) > 100 ? number.toString() : number.toPlainString();
        }
        throw new PolicySyntaxException(at
                + (scalars
                        ? ": must be a string, number, boolean or a list of them"
                        : ": must be a string or a list of them"));
    }

    private static void elements(JsonNode node, String at, List<String> known) throws PolicySyntaxException {
        if (!node.isObject()) throw new PolicySyntaxException(at + ": must be an object");
        for (String name : names(node))
            if (!known.contains(name))
                throw new PolicySyntaxException(
                        at + ": " + shown(name) + " does not belong here; known are " + String.join(", ", known));
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** A name as a message may repeat it: nothing long, nothing that could be a value in the wrong place. */
    private static String shown(String name) {
        return name.matches("[A-Za-z][A-Za-z0-9:./-]{0,79}") ? name : "an unusual name";
    }
}
