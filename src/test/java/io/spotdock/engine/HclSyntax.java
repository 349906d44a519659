package io.spotdock.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@link HclReader} reads (HCL Native Syntax Specification). */
final class HclSyntax {
    private HclSyntax() {}

    sealed interface Expression {}

    record Value(JsonNode value) implements Expression {}

    /** A template: its parts' values after one another. */
    record Text(List<Expression> parts) implements Expression {}

    /** Names, and numbers of members. */
    record Reference(List<String> path) implements Expression {
        @Override
        public String toString() {
            return String.join(".", path);
        }
    }

    record Call(String function, List<Expression> arguments) implements Expression {}

    record Operation(String operator, Expression left, Expression right) implements Expression {}

    record Choice(Expression condition, Expression then, Expression otherwise) implements Expression {}

    record ListOf(List<Expression> members) implements Expression {}

    record ObjectOf(Map<String, Expression> members) implements Expression {}

    record Block(String type, List<String> labels, Body body) {}

    record Body(Map<String, Expression> attributes, List<Block> blocks) {
        Expression attribute(String name) {
            Expression value = attributes.get(name);
            if (value == null) throw new Misread("no " + name + " in " + attributes.keySet());
            return value;
        }

        Optional<Expression> optional(String name) {
            return Optional.ofNullable(attributes.get(name));
        }

        List<Block> blocks(String type) {
            return blocks.stream().filter(block -> block.type().equals(type)).toList();
        }

        /** The one block of a type, without labels. */
        Body only(String type) {
            List<Block> all = blocks(type);
            if (all.size() != 1 || !all.getFirst().labels().isEmpty()) throw new Misread(all.size() + " of " + type);
            return all.getFirst().body();
        }

        /** Refuses whatever else there is. */
        Body knows(List<String> attributeNames, List<String> blockTypes) {
            for (String name : attributes.keySet())
                if (!attributeNames.contains(name)) throw new Misread("unknown attribute " + name);
            for (Block block : blocks)
                if (!blockTypes.contains(block.type())) throw new Misread("unknown block " + block.type());
            return this;
        }
    }
}
