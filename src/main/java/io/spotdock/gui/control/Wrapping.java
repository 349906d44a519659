package io.spotdock.gui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Breaks a line of tokens into rows of so many columns. It breaks after what separates the parts of an ARN or a list,
 * leaves the values from the form whole as long as they fit into a row, and indents what goes on by two.
 */
final class Wrapping {
    private static final Pattern AFTER_A_SEPARATOR = Pattern.compile("(?<=[:/,] ?)(?=[^:/, ])");

    private final int columns;
    private final int indent;
    private final List<List<Token>> rows = new ArrayList<>();
    private List<Token> row = new ArrayList<>();
    private int used;

    private Wrapping(int columns, int indent) {
        this.columns = columns;
        this.indent = indent;
    }

    static List<List<Token>> wrap(List<Token> line, int columns) {
        String text = Token.text(line);
        int leading = text.length() - text.stripLeading().length();
        // In a window too narrow for anything a column is better than none.
        if (text.length() <= columns || columns < leading + 12) return List.of(line);
        Wrapping wrapping = new Wrapping(columns, leading + 2);
        line.forEach(wrapping::add);
        wrapping.rows.add(wrapping.row);
        return wrapping.rows;
    }

    private void add(Token token) {
        if (token.kind() == Token.Kind.PLAIN)
            for (String piece : AFTER_A_SEPARATOR.split(token.text())) place(token.kind(), piece);
        else place(token.kind(), token.text());
    }

    private void place(Token.Kind kind, String piece) {
        String rest = piece;
        // A closing quote and what follows it stays with its value.
        if (used + rest.length() > columns && used > indent && rest.length() > 3) next();
        while (used + rest.length() > columns && rest.length() > 3) {
            int fitting = columns - used;
            append(kind, rest.substring(0, fitting));
            rest = rest.substring(fitting);
            next();
        }
        append(kind, rest);
    }

    private void append(Token.Kind kind, String piece) {
        used += piece.length();
        boolean goesOn = !row.isEmpty() && row.getLast().kind() == kind && kind == Token.Kind.PLAIN;
        if (goesOn) row.add(new Token(kind, row.removeLast().text() + piece));
        else row.add(new Token(kind, piece));
    }

    private void next() {
        rows.add(row);
        row = new ArrayList<>();
        row.add(Token.plain(" ".repeat(indent)));
        used = indent;
    }
}
