package io.spotdock.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads as much of HashiCorp's language as a module of ours uses: blocks by head, and in them attributes; objects, lists,
 * texts with interpolations, and anything else as code up to the end of its line.
 */
final class HclText {
    private final String text;
    private final UnaryOperator<String> values;
    private int at;

    /** @param values what a reference stands for */
    HclText(String text, UnaryOperator<String> values) {
        this.text = text;
        this.values = values;
    }

    /** Blocks by their head, such as {@code resource "aws_s3_bucket" "delivery"}; attributes by name. */
    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        while (true) {
            space();
            if (at == text.length() || peek() == '}') return body;
            int start = at;
            while (peek() != '=' && peek() != '{') at++;
            String head = text.substring(start, at).strip();
            if (text.charAt(at++) == '=') {
                body.put(head, value());
            } else {
                body.put(head, body());
                expect('}');
            }
        }
    }

    private Object value() {
        space();
        if (text.startsWith("jsonencode(", at)) {
            at += "jsonencode(".length();
            JsonNode document = json();
            expect(')');
            return document;
        }
        return "\"{[".indexOf(peek()) >= 0 ? json() : line();
    }

    private String line() {
        int end = text.indexOf('\n', at);
        String line = text.substring(at, end);
        at = end;
        return line;
    }

    private JsonNode json() {
        space();
        return switch (peek()) {
            case '{' -> object();
            case '[' -> list();
            case '"' -> JsonNodeFactory.instance.textNode(quoted());
            default -> JsonNodeFactory.instance.textNode(values.apply(reference()));
        };
    }

    private JsonNode object() {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        expect('{');
        for (space(); peek() != '}'; space()) {
            String key = peek() == '"' ? quoted() : reference();
            expect('=');
            object.set(key, json());
        }
        expect('}');
        return object;
    }

    private JsonNode list() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        expect('[');
        for (space(); peek() != ']'; space()) {
            list.add(json());
            space();
            if (peek() == ',') at++;
        }
        expect(']');
        return list;
    }

    private String quoted() {
        StringBuilder content = new StringBuilder();
        at++;
        while (peek() != '"') {
            char c = text.charAt(at++);
            if (c == '\\') {
                char escaped = text.charAt(at++);
                content.append(escaped == 'n' ? '\n' : escaped);
            } else if ((c == '$' || c == '%') && text.startsWith(c + "{", at)) {
                content.append(c).append('{');
                at += 2;
            } else if (c == '$' && peek() == '{') {
                int end = text.indexOf('}', at);
                content.append(values.apply(text.substring(at + 1, end)));
                at = end + 1;
            } else if (c == '%' && peek() == '{') {
                throw new AssertionError("a directive in a text: " + text.substring(at));
            } else {
                content.append(c);
            }
        }
        at++;
        return content.toString();
    }

    private String reference() {
        int start = at;
        while (Character.isLetterOrDigit(peek()) || "_-.".indexOf(peek()) >= 0) at++;
        if (start == at) throw new AssertionError("nothing known here: " + text.substring(at));
        return text.substring(start, at);
    }

    private void space() {
        while (at < text.length() && (Character.isWhitespace(peek()) || peek() == '#'))
            if (peek() == '#') at = text.indexOf('\n', at);
            else at++;
    }

    private void expect(char wanted) {
        space();
        if (peek() != wanted) throw new AssertionError("no " + wanted + " here: " + text.substring(at));
        at++;
    }

    private char peek() {
        return text.charAt(at);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> block(Map<String, Object> body, String head) {
        @Nullable Object block = body.get(head);
        if (!(block instanceof Map)) throw new AssertionError("no " + head + " in " + body.keySet());
        return (Map<String, Object>) block;
    }
}
