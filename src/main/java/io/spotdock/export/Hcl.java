package io.spotdock.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the HashiCorp configuration language, laid out as {@code terraform fmt} does (HCL Native Syntax Specification). */
public final class Hcl {
    private static final String INDENT = "  ";

    private Hcl() {}

    /** A value. */
    public sealed interface Expression {
        String code(String indent);
    }

    /** Code that stands as it is: a reference, a number, a condition. */
    public record Code(String text) implements Expression {
        @Override
        public String code(String indent) {
            return text;
        }
    }

    /** A text of pieces; those that are code are interpolated. */
    public record Text(List<Expression> pieces) implements Expression {
        public static Text of(String literal) {
            return new Text(List.of(new Literal(literal)));
        }

        @Override
        public String code(String indent) {
            if (pieces.size() == 1 && pieces.getFirst() instanceof Code code) return code.text();
            return pieces.stream()
                    .map(piece ->
                            piece instanceof Literal(String text) ? escaped(text) : "${" + piece.code(indent) + "}")
                    .collect(Collectors.joining("", "\"", "\""));
        }
    }

    /** A piece of a text. */
    public record Literal(String text) implements Expression {
        @Override
        public String code(String indent) {
            return quoted(text);
        }
    }

    public record ListOf(List<Expression> members) implements Expression {
        @Override
        public String code(String indent) {
            if (members.size() == 1 && !(members.getFirst() instanceof ObjectOf))
                return "[" + members.getFirst().code(indent) + "]";
            String inner = indent + INDENT;
            return members.stream()
                    .map(member -> inner + member.code(inner))
                    .collect(Collectors.joining(",\n", "[\n", "\n" + indent + "]"));
        }
    }

    public record ObjectOf(Map<String, Expression> members) implements Expression {
        @Override
        public String code(String indent) {
            Body body = new Body();
            members.forEach((key, value) -> body.set(isPlain(key) ? key : quoted(key), value));
            return "{\n" + body.code(indent + INDENT) + indent + "}";
        }

        /** After an opening brace, {@code for} would begin an expression that makes an object of another. */
        private static boolean isPlain(String key) {
            return key.matches("[A-Za-z_][A-Za-z0-9_-]*") && !key.equals("for");
        }
    }

    /** A function's call. */
    public record Call(String function, Expression argument) implements Expression {
        @Override
        public String code(String indent) {
            return function + "(" + argument.code(indent) + ")";
        }
    }

    /** Attributes and blocks, in their order. */
    public static final class Body {
        private sealed interface Item {}

        private record Attribute(String name, Expression value) implements Item {}

        private record Block(String head, Body body) implements Item {}

        private record Gap() implements Item {}

        private record Comment(String text) implements Item {}

        private final List<Item> items = new ArrayList<>();

        public Body set(String name, Expression value) {
            items.add(new Attribute(name, value));
            return this;
        }

        public Body set(String name, String text) {
            return set(name, Text.of(text));
        }

        /** Code such as a reference. */
        public Body refer(String name, String code) {
            return set(name, new Code(code));
        }

        public Body gap() {
            items.add(new Gap());
            return this;
        }

        /** A line for people, on what follows. */
        public Body comment(String text) {
            apart();
            items.add(new Comment(text));
            return this;
        }

        public boolean isEmpty() {
            return items.isEmpty();
        }

        private void apart() {
            if (!items.isEmpty() && !(items.getLast() instanceof Gap || items.getLast() instanceof Comment)) gap();
        }

        public Body block(String type, List<String> labels, Body body) {
            apart();
            String head = labels.stream().map(label -> " " + quoted(label)).collect(Collectors.joining("", type, ""));
            items.add(new Block(head, body));
            return this;
        }

        @Override
        public String toString() {
            return code("");
        }

        private String code(String indent) {
            StringBuilder text = new StringBuilder();
            Map<String, String> aligned = new LinkedHashMap<>();
            for (Item item : items) {
                switch (item) {
                    case Attribute(String name, Expression value) -> {
                        String code = value.code(indent);
                        if (code.contains("\n")) {
                            flush(aligned, indent, text);
                            text.append(indent)
                                    .append(name)
                                    .append(" = ")
                                    .append(code)
                                    .append('\n');
                        } else {
                            aligned.put(name, code);
                        }
                    }
                    case Block(String head, Body body) -> {
                        flush(aligned, indent, text);
                        String inside = body.code(indent + INDENT);
                        text.append(indent).append(head).append(" {");
                        if (!inside.isEmpty()) text.append('\n').append(inside).append(indent);
                        text.append("}\n");
                    }
                    case Comment(String comment) -> {
                        flush(aligned, indent, text);
                        text.append(indent).append("# ").append(comment).append('\n');
                    }
                    case Gap() -> {
                        flush(aligned, indent, text);
                        text.append('\n');
                    }
                }
            }
            flush(aligned, indent, text);
            return text.toString();
        }

        /** Lines that follow each other have their equals signs under each other. */
        private static void flush(Map<String, String> lines, String indent, StringBuilder text) {
            int width = lines.keySet().stream().mapToInt(String::length).max().orElse(0);
            lines.forEach((name, code) -> text.append(indent)
                    .append(name)
                    .append(" ".repeat(width - name.length()))
                    .append(" = ")
                    .append(code)
                    .append('\n'));
            lines.clear();
        }
    }

    /** A text that holds nothing to be filled in. */
    public static String quoted(String text) {
        return "\"" + escaped(text) + "\"";
    }

    /** Within quotes, a template: its two openings are doubled, and what can't be seen is written as its number. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> escaped.append("\\\\");
                case '"' -> escaped.append("\\\"");
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                case '$', '%' -> escaped.append(text.startsWith("{", i + 1) ? "" + c + c : "" + c);
                default -> escaped.append(Character.isISOControl(c) ? "\\u%04x".formatted((int) c) : "" + c);
            }
        }
        return escaped.toString();
    }
}
