package io.spotdock.gui.step.access;

import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.policy.Statement;
import io.spotdock.domain.policy.Statement.Effect;
import io.spotdock.domain.policy.Statement.Matched;
import io.spotdock.domain.policy.Statement.Principals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Lays a policy out for reading, with what comes from entries told apart: the canonical JSON member by member, but an
 * object with one short member stays on its line, and so does a list.
 */
final class PolicyLayout {
    /** As many characters as fit beside the form. */
    private static final int WIDTH = 68;

    private final List<Hole> holes;
    private final List<List<Piece>> lines = new ArrayList<>();
    private List<Piece> line = new ArrayList<>();

    private PolicyLayout(List<Hole> holes) {
        this.holes = holes;
    }

    static List<List<Piece>> lines(PolicyDocument document, List<Hole> holes) {
        PolicyLayout layout = new PolicyLayout(holes);
        layout.document(document);
        return List.copyOf(layout.lines);
    }

    private void document(PolicyDocument document) {
        plain("{");
        end();
        document.version().ifPresent(version -> member(1, "Version", List.of(version), ","));
        document.id().ifPresent(id -> member(1, "Id", List.of(id), ","));
        key(1, "Statement");
        plain(": [");
        for (int i = 0; i < document.statements().size(); i++) {
            plain(i == 0 ? "{" : "}, {");
            end();
            statement(document.statements().get(i));
            indent(1);
        }
        plain(document.statements().isEmpty() ? "]" : "}]");
        end();
        plain("}");
        end();
    }

    private void statement(Statement statement) {
        statement.sid().ifPresent(sid -> member(2, "Sid", List.of(sid), ","));
        member(2, "Effect", List.of(statement.effect() == Effect.ALLOW ? "Allow" : "Deny"), ",");
        statement.principals().ifPresent(this::principals);
        boolean resources = statement.resources().isPresent();
        boolean conditions = !statement.conditions().isEmpty();
        matched("Action", statement.actions(), resources || conditions ? "," : "");
        statement.resources().ifPresent(r -> matched("Resource", r, conditions ? "," : ""));
        if (conditions) conditions(statement.conditions());
    }

    private void matched(String element, Matched matched, String after) {
        member(2, matched.negated() ? "Not" + element : element, matched.patterns(), after);
    }

    private void principals(Principals principals) {
        String element = principals.negated() ? "NotPrincipal" : "Principal";
        if (principals.byType().containsKey("*")) {
            member(2, element, List.of("*"), ",");
            return;
        }
        object(2, element, principals.byType(), "{ ", " },");
    }

    /** Operator by operator; one alone shares the line with its braces. */
    private void conditions(Map<String, Map<String, List<String>>> conditions) {
        boolean one = conditions.size() == 1;
        key(2, "Condition");
        plain(one ? ": { " : ": {");
        if (!one) end();
        int left = conditions.size();
        for (Map.Entry<String, Map<String, List<String>>> operator : conditions.entrySet()) {
            left--;
            key(one ? 0 : 3, operator.getKey());
            plain(": {");
            end();
            members(one ? 3 : 4, operator.getValue());
            indent(one ? 2 : 3);
            plain(one ? "}}" : left > 0 ? "}," : "}");
            end();
        }
        if (one) return;
        indent(2);
        plain("}");
        end();
    }

    private void object(int depth, String element, Map<String, List<String>> members, String open, String close) {
        key(depth, element);
        int length = members.entrySet().stream()
                .mapToInt(member -> member.getKey().length() + shown(list(member.getValue())))
                .sum();
        boolean fits = 2 * depth + element.length() + length + 13 <= WIDTH;
        if (members.size() == 1 && fits) {
            plain(": " + open);
            members.forEach((key, values) -> {
                key(0, key);
                plain(": ");
                line.addAll(list(values));
            });
            plain(close);
            end();
            return;
        }
        plain(": {");
        end();
        members(depth + 1, members);
        indent(depth);
        plain(close.strip());
        end();
    }

    private void members(int depth, Map<String, List<String>> members) {
        int left = members.size();
        for (Map.Entry<String, List<String>> member : members.entrySet())
            member(depth, member.getKey(), member.getValue(), --left > 0 ? "," : "");
    }

    private void member(int depth, String key, List<String> values, String after) {
        key(depth, key);
        plain(": ");
        line.addAll(list(values));
        if (!after.isEmpty()) plain(after);
        end();
    }

    /** One value as a string, several as a list. */
    private List<Piece> list(List<String> values) {
        if (values.size() == 1) return string(values.getFirst());
        List<Piece> pieces = new ArrayList<>();
        for (String value : values) {
            pieces.add(new Piece.Plain(pieces.isEmpty() ? "[" : ", "));
            pieces.addAll(string(value));
        }
        pieces.add(new Piece.Plain(values.isEmpty() ? "[]" : "]"));
        return pieces;
    }

    private List<Piece> string(String value) {
        List<Piece> pieces = new ArrayList<>();
        pieces.add(new Piece.Plain("\""));
        fill(value, pieces);
        pieces.add(new Piece.Plain("\""));
        return pieces;
    }

    private void fill(String value, List<Piece> pieces) {
        Hole first = holes.stream()
                .filter(hole -> value.contains(hole.stands()))
                .min(Comparator.comparingInt(hole -> value.indexOf(hole.stands())))
                .orElse(null);
        if (first == null) {
            if (!value.isEmpty()) pieces.add(new Piece.Plain(escaped(value)));
            return;
        }
        int at = value.indexOf(first.stands());
        if (at > 0) pieces.add(new Piece.Plain(escaped(value.substring(0, at))));
        if (!first.shows().isEmpty()) pieces.add(new Piece.Entered(first.field(), escaped(first.shows())));
        fill(value.substring(at + first.stands().length()), pieces);
    }

    /** As JSON has it (RFC 8259, section 7). */
    private static String escaped(String text) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') all.append('\\').append(c);
            else if (c < ' ') all.append(String.format("\\u%04x", (int) c));
            else all.append(c);
        }
        return all.toString();
    }

    private static int shown(List<Piece> pieces) {
        return pieces.stream().mapToInt(piece -> piece.text().length()).sum();
    }

    private void key(int depth, String name) {
        indent(depth);
        line.add(new Piece.Key("\"" + name + "\""));
    }

    private void indent(int depth) {
        if (depth > 0) plain("  ".repeat(depth));
    }

    private void plain(String text) {
        line.add(new Piece.Plain(text));
    }

    private void end() {
        lines.add(List.copyOf(line));
        line = new ArrayList<>();
    }
}
