package io.spotdock.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** CloudFormation's intrinsic functions. */
final class Intrinsics {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Intrinsics() {}

    static ObjectNode reference(String name) {
        return JSON.objectNode().put("Ref", name);
    }

    static ObjectNode reference(Parameter parameter) {
        return reference(parameter.pascalCase());
    }

    static ObjectNode attribute(String resource, String name) {
        return call("Fn::GetAtt", JSON.textNode(resource), JSON.textNode(name));
    }

    static ObjectNode equal(Parameter parameter, String value) {
        return call("Fn::Equals", reference(parameter), JSON.textNode(value));
    }

    static ObjectNode not(JsonNode condition) {
        return call("Fn::Not", condition);
    }

    static ObjectNode choose(String condition, JsonNode then, JsonNode otherwise) {
        return call("Fn::If", JSON.textNode(condition), then, otherwise);
    }

    private static ObjectNode call(String function, JsonNode... arguments) {
        ObjectNode call = JSON.objectNode();
        call.putArray(function).addAll(List.of(arguments));
        return call;
    }

    /** A document of the template, its parameters as references. */
    static JsonNode filled(JsonNode node) {
        if (node.isTextual()) return text(Template.pieces(node.textValue()));
        if (node.isArray()) {
            ArrayNode list = JSON.arrayNode();
            node.forEach(member -> list.add(filled(member)));
            return list;
        }
        ObjectNode object = JSON.objectNode();
        node.properties().forEach(entry -> object.set(entry.getKey(), filled(entry.getValue())));
        return object;
    }

    private static JsonNode text(List<Piece> pieces) {
        if (pieces.size() == 1) {
            Optional<String> name = name(pieces.getFirst());
            if (name.isPresent()) return reference(name.get());
            if (pieces.getFirst() instanceof Piece.Literal(String literal)) return JSON.textNode(literal);
        }
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Literal(String literal)) text.append(literal.replace("${", "${!"));
            name(piece).ifPresent(name -> text.append("${").append(name).append('}'));
        }
        return JSON.objectNode().put("Fn::Sub", text.toString());
    }

    private static Optional<String> name(Piece piece) {
        return switch (piece) {
            case Piece.Literal _ -> Optional.empty();
            case Piece.Value(Parameter parameter) -> Optional.of(parameter.pascalCase());
            case Piece.Surrounding.PARTITION -> Optional.of("AWS::Partition");
            case Piece.Surrounding.ACCOUNT -> Optional.of("AWS::AccountId");
        };
    }
}
