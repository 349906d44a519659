package io.spotdock.cli.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Rows under a heading, aligned. Where they are wider than the terminal, the widest columns give way and are cut, so that a
 * row stays a row.
 */
final class Table {
    private static final String GAP = "  ";

    /** Narrower than that a cell tells nothing. */
    private static final int LEAST = 6;

    private final List<Column> columns;
    private final List<List<Cell>> rows = new ArrayList<>();

    /** @param rigid whether it is never cut: an account's number cut short names no account */
    record Column(String title, boolean rigid) {}

    /** @param mark colours it once it is as wide as its column */
    record Cell(String text, UnaryOperator<String> mark) {
        static Cell of(String text) {
            return new Cell(text, UnaryOperator.identity());
        }
    }

    Table(List<Column> columns) {
        this.columns = List.copyOf(columns);
    }

    void add(List<Cell> row) {
        rows.add(row.stream()
                .map(cell -> new Cell(Cells.plain(cell.text()), cell.mark()))
                .toList());
    }

    /**
     * As lines, each ending in a newline.
     *
     * @param width of the terminal; empty for any
     */
    String text(OptionalInt width, UnaryOperator<String> heading) {
        int[] widths = IntStream.range(0, columns.size()).map(this::natural).toArray();
        width.ifPresent(wide -> narrow(widths, wide - GAP.length() * (columns.size() - 1)));
        StringBuilder text = new StringBuilder();
        line(text, columns.stream().map(c -> new Cell(c.title(), heading)).toList(), widths);
        rows.forEach(row -> line(text, row, widths));
        return text.toString();
    }

    private int natural(int column) {
        return IntStream.concat(
                        IntStream.of(Cells.width(columns.get(column).title())),
                        rows.stream()
                                .mapToInt(row -> Cells.width(row.get(column).text())))
                .max()
                .orElse(0);
    }

    /** Takes from the widest until all fit, or nothing is left to take. */
    private void narrow(int[] widths, int room) {
        while (IntStream.of(widths).sum() > room) {
            int widest = IntStream.range(0, widths.length)
                    .filter(i -> !columns.get(i).rigid() && widths[i] > LEAST)
                    .reduce(-1, (best, i) -> best < 0 || widths[i] > widths[best] ? i : best);
            if (widest < 0) return;
            widths[widest]--;
        }
    }

    private static void line(StringBuilder text, List<Cell> cells, int[] widths) {
        int last = cells.size() - 1;
        for (int i = 0; i < last; i++)
            text.append(cells.get(i).mark().apply(Cells.fit(cells.get(i).text(), widths[i])))
                    .append(GAP);
        text.append(cells.get(last).mark().apply(Cells.cut(cells.get(last).text(), widths[last])));
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') end--;
        text.setLength(end);
        text.append('\n');
    }
}
