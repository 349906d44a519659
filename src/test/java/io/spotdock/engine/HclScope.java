package io.spotdock.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spotdock.engine.HclSyntax.Call;
import io.spotdock.engine.HclSyntax.Choice;
import io.spotdock.engine.HclSyntax.Expression;
import io.spotdock.engine.HclSyntax.ListOf;
import io.spotdock.engine.HclSyntax.ObjectOf;
import io.spotdock.engine.HclSyntax.Operation;
import io.spotdock.engine.HclSyntax.Reference;
import io.spotdock.engine.HclSyntax.Text;
import io.spotdock.engine.HclSyntax.Value;
import java.util.List;
import java.util.function.Function;

/** Works out expressions as Terraform does, with the few of its functions that are used. */
final class HclScope {
    private final Function<Reference, JsonNode> values;

    /** @param values what a reference stands for; {@link Misread} for one that is not known */
    HclScope(Function<Reference, JsonNode> values) {
        this.values = values;
    }

    String text(Expression expression) {
        JsonNode value = value(expression);
        if (!value.isTextual()) throw new Misread("no text: " + value);
        return value.textValue();
    }

    boolean truth(Expression expression) {
        JsonNode value = value(expression);
        if (!value.isBoolean()) throw new Misread("neither true nor false: " + value);
        return value.booleanValue();
    }

    JsonNode value(Expression expression) {
        return switch (expression) {
            case Value(JsonNode value) -> value;
            case Text(List<Expression> parts) -> {
                StringBuilder text = new StringBuilder();
                for (Expression part : parts) text.append(text(part));
                yield TextNode.valueOf(text.toString());
            }
            case Reference reference -> values.apply(reference);
            case Call(String function, List<Expression> arguments) -> call(function, arguments);
            case Operation operation -> BooleanNode.valueOf(holds(operation));
            case Choice(Expression condition, Expression then, Expression otherwise) ->
                value(truth(condition) ? then : otherwise);
            case ListOf(List<Expression> members) -> {
                ArrayNode list = JsonNodeFactory.instance.arrayNode();
                for (Expression member : members) list.add(value(member));
                yield list;
            }
            case ObjectOf object -> {
                ObjectNode node = JsonNodeFactory.instance.objectNode();
                object.members().forEach((key, member) -> node.set(key, value(member)));
                yield node;
            }
        };
    }

    private boolean holds(Operation operation) {
        return switch (operation.operator()) {
            case "||" -> truth(operation.left()) || truth(operation.right());
            case "&&" -> truth(operation.left()) && truth(operation.right());
            case "==" -> value(operation.left()).equals(value(operation.right()));
            case "!=" -> !value(operation.left()).equals(value(operation.right()));
            case "<=" -> compared(operation) <= 0;
            case ">=" -> compared(operation) >= 0;
            case "<" -> compared(operation) < 0;
            case ">" -> compared(operation) > 0;
            default -> throw new Misread("unknown operator " + operation.operator());
        };
    }

    private int compared(Operation operation) {
        return value(operation.left())
                .decimalValue()
                .compareTo(value(operation.right()).decimalValue());
    }

    private JsonNode call(String function, List<Expression> arguments) {
        return switch (function) {
            case "jsonencode" -> TextNode.valueOf(value(only(arguments)).toString());
            case "length" -> {
                String text = text(only(arguments));
                yield IntNode.valueOf(text.codePointCount(0, text.length()));
            }
            case "can" -> {
                try {
                    value(only(arguments));
                    yield BooleanNode.TRUE;
                } catch (Misread _) {
                    yield BooleanNode.FALSE;
                }
            }
            case "regex" -> {
                if (arguments.size() != 2) throw new Misread("regex takes two");
                String text = text(arguments.get(1));
                if (!CommonPatterns.matches(text(arguments.getFirst()), text)) throw new Misread("no match in " + text);
                yield TextNode.valueOf(text);
            }
            default -> throw new Misread("unknown function " + function);
        };
    }

    private static Expression only(List<Expression> arguments) {
        if (arguments.size() != 1) throw new Misread("one argument wanted: " + arguments.size());
        return arguments.getFirst();
    }
}
