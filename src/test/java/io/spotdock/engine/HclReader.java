package io.spotdock.engine;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spotdock.engine.HclSyntax.Block;
import io.spotdock.engine.HclSyntax.Body;
import io.spotdock.engine.HclSyntax.Call;
import io.spotdock.engine.HclSyntax.Choice;
import io.spotdock.engine.HclSyntax.Expression;
import io.spotdock.engine.HclSyntax.ListOf;
import io.spotdock.engine.HclSyntax.ObjectOf;
import io.spotdock.engine.HclSyntax.Operation;
import io.spotdock.engine.HclSyntax.Reference;
import io.spotdock.engine.HclSyntax.Text;
import io.spotdock.engine.HclSyntax.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads HashiCorp's native syntax (HCL Native Syntax Specification): bodies, blocks, attributes, templates, collections,
 * calls, comparisons, conditionals. For-expressions, splats, heredocs and directives are not known.
 */
final class HclReader {
    private static final List<List<String>> OPERATORS =
            List.of(List.of("||"), List.of("&&"), List.of("==", "!="), List.of("<=", ">=", "<", ">"));

    private final String text;
    private int at;

    private HclReader(String text) {
        this.text = text;
    }

    static Body read(String text) {
        HclReader reader = new HclReader(text);
        Body body = reader.body();
        if (reader.at < text.length()) throw reader.misread("more than a body");
        return body;
    }

    private Body body() {
        Map<String, Expression> attributes = new LinkedHashMap<>();
        List<Block> blocks = new ArrayList<>();
        for (skip(true); at < text.length() && peek() != '}'; skip(true)) {
            String name = identifier();
            skip(false);
            if (peek() == '=') {
                at++;
                if (attributes.put(name, expression()) != null) throw misread("twice: " + name);
            } else {
                blocks.add(block(name));
            }
            skip(false);
            if (at < text.length() && peek() != '\n' && peek() != '}') throw misread("no end of line");
        }
        return new Body(attributes, blocks);
    }

    private Block block(String type) {
        List<String> labels = new ArrayList<>();
        for (; peek() != '{'; skip(false)) {
            if (peek() != '"') throw misread("neither a label nor a body");
            if (!(quoted() instanceof Value(TextNode label))) throw misread("a label with something to fill in");
            labels.add(label.textValue());
        }
        at++;
        Body body = body();
        expect('}');
        return new Block(type, labels, body);
    }

    private Expression expression() {
        Expression condition = operation(0);
        skip(false);
        if (at >= text.length() || peek() != '?') return condition;
        at++;
        Expression then = expression();
        skip(false);
        expect(':');
        return new Choice(condition, then, expression());
    }

    private Expression operation(int level) {
        if (level == OPERATORS.size()) return term();
        Expression left = operation(level + 1);
        while (true) {
            skip(false);
            String found = OPERATORS.get(level).stream()
                    .filter(operator -> text.startsWith(operator, at))
                    .findFirst()
                    .orElse("");
            if (found.isEmpty()) return left;
            at += found.length();
            left = new Operation(found, left, operation(level + 1));
        }
    }

    private Expression term() {
        skip(false);
        return switch (peek()) {
            case '"' -> quoted();
            case '[' -> list();
            case '{' -> object();
            case '(' -> {
                at++;
                Expression inner = expression();
                skip(true);
                expect(')');
                yield inner;
            }
            default -> Character.isDigit(peek()) ? number() : named();
        };
    }

    private Expression number() {
        int start = at;
        while (at < text.length() && (Character.isDigit(peek()) || peek() == '.')) at++;
        return new Value(DecimalNode.valueOf(new BigDecimal(text.substring(start, at))));
    }

    private Expression named() {
        String name = identifier();
        if (name.equals("true") || name.equals("false")) return new Value(BooleanNode.valueOf(name.equals("true")));
        if (name.equals("null")) return new Value(NullNode.instance);
        if (at < text.length() && peek() == '(') return new Call(name, members('(', ')'));
        List<String> path = new ArrayList<>(List.of(name));
        while (at < text.length() && (peek() == '.' || peek() == '[')) {
            if (text.charAt(at++) == '.') {
                path.add(identifier());
            } else if (number() instanceof Value(DecimalNode index)) {
                path.add(index.asText());
                expect(']');
            }
        }
        return new Reference(path);
    }

    private Expression list() {
        return new ListOf(members('[', ']'));
    }

    private List<Expression> members(char opening, char closing) {
        expect(opening);
        List<Expression> members = new ArrayList<>();
        for (skip(true); peek() != closing; skip(true)) {
            members.add(expression());
            skip(true);
            if (peek() == ',') at++;
            else if (peek() != closing) throw misread("neither a comma nor an end");
        }
        at++;
        return members;
    }

    private Expression object() {
        expect('{');
        Map<String, Expression> members = new LinkedHashMap<>();
        for (skip(true); peek() != '}'; skip(true)) {
            String key = key();
            skip(false);
            expect('=');
            if (members.put(key, expression()) != null) throw misread("twice: " + key);
            skip(false);
            if (peek() == ',') at++;
            else if (peek() != '\n' && peek() != '}') throw misread("neither a comma nor an end");
        }
        at++;
        return new ObjectOf(members);
    }

    private String key() {
        if (peek() != '"') return identifier();
        if (!(quoted() instanceof Value(TextNode key))) throw misread("a key with something to fill in");
        return key.textValue();
    }

    private Expression quoted() {
        List<Expression> parts = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        at++;
        while (peek() != '"') {
            char c = text.charAt(at++);
            if (c == '\n') throw misread("a text that ends with its line");
            if (c == '\\') {
                literal.append(escape());
            } else if ((c == '$' || c == '%') && text.startsWith(c + "{", at)) {
                literal.append(c).append('{');
                at += 2;
            } else if (c == '%' && peek() == '{') {
                throw misread("a directive");
            } else if (c == '$' && peek() == '{') {
                if (!literal.isEmpty()) parts.add(new Value(TextNode.valueOf(literal.toString())));
                literal.setLength(0);
                at++;
                parts.add(expression());
                skip(true);
                expect('}');
            } else {
                literal.append(c);
            }
        }
        at++;
        if (parts.isEmpty()) return new Value(TextNode.valueOf(literal.toString()));
        if (!literal.isEmpty()) parts.add(new Value(TextNode.valueOf(literal.toString())));
        return new Text(parts);
    }

    private String escape() {
        char c = text.charAt(at++);
        return switch (c) {
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case '"', '\\' -> String.valueOf(c);
            case 'u', 'U' -> {
                int digits = c == 'u' ? 4 : 8;
                at += digits;
                yield Character.toString(Integer.parseInt(text.substring(at - digits, at), 16));
            }
            default -> throw misread("no such escape: " + c);
        };
    }

    private String identifier() {
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(peek()) || peek() == '_' || peek() == '-')) at++;
        if (start == at || Character.isDigit(text.charAt(start))) throw misread("no name");
        return text.substring(start, at);
    }

    private void skip(boolean lines) {
        while (at < text.length()) {
            if (peek() == '#' || text.startsWith("//", at)) at = text.indexOf('\n', at);
            else if (peek() == ' ' || peek() == '\t' || lines && peek() == '\n') at++;
            else return;
        }
    }

    private void expect(char wanted) {
        if (peek() != wanted) throw misread("no " + wanted);
        at++;
    }

    private char peek() {
        if (at >= text.length()) throw misread("the end");
        return text.charAt(at);
    }

    private Misread misread(String what) {
        return new Misread(what + " at: "
                + text.substring(Math.min(at, text.length()))
                        .lines()
                        .findFirst()
                        .orElse(""));
    }
}
