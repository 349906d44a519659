package io.spotdock.settings.fleet;

import io.spotdock.domain.Fault;
import io.spotdock.settings.Field;
import io.spotdock.settings.Nearest;
import io.spotdock.settings.Node;
import io.spotdock.settings.Position;
import io.spotdock.settings.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The columns of a CSV file, each for a key; the keys of a map have columns of their own, such as
 * {@code webhook.headers.X-Team}.
 */
final class CsvHeader {
    /** Far more than there are keys, with room for headers and URL parameters. */
    private static final int MOST = 500;

    private static final List<String> KNOWN = Stream.concat(
                    Stream.of(Roll.NAME), Arrays.stream(Field.values()).map(CsvHeader::title))
            .toList();

    /**
     * A column.
     *
     * @param sections that its key is in, outside in
     */
    private record Column(List<String> sections, String key, Field.Kind kind) {}

    private final List<Problem> problems;
    private final List<Optional<Column>> columns = new ArrayList<>();

    /**
     * Reads the titles.
     *
     * @param problems to which this adds
     */
    CsvHeader(List<CsvCell> titles, List<Problem> problems) {
        this.problems = problems;
        Map<String, Position> known = new HashMap<>();
        List<CsvCell> titled = withoutBlankEnd(titles);
        if (titled.size() > MOST) {
            problem(
                    "",
                    Fault.of("fault.fleet.csv.wide", MOST, titled.size()),
                    titled.get(MOST).at());
            return;
        }
        for (CsvCell cell : titled) {
            String title = cell.text().strip();
            Optional<Column> column = column(title);
            if (column.isEmpty()) problem(title, unknown(title), cell.at());
            Position former = column.isEmpty() ? null : known.putIfAbsent(title, cell.at());
            if (former != null) problem(title, Fault.of("fault.fleet.csv.twice", title, former.column()), cell.at());
            columns.add(former == null ? column : Optional.empty());
        }
        if (!known.containsKey(Roll.NAME))
            problem(
                    Roll.NAME,
                    Fault.of("fault.fleet.csv.name"),
                    titles.getFirst().at());
    }

    /** Sheets write separators as far as anything ever stood in them. */
    private static List<CsvCell> withoutBlankEnd(List<CsvCell> cells) {
        int end = cells.size();
        while (end > 0 && cells.get(end - 1).isBlank()) end--;
        return cells.subList(0, end);
    }

    private static String title(Field field) {
        return field.kind() == Field.Kind.MAP ? field.path() + ".NAME" : field.path();
    }

    private static Optional<Column> column(String title) {
        if (title.equals(Roll.NAME)) return Optional.of(new Column(List.of(), title, Field.Kind.TEXT));
        for (Field field : Field.values()) {
            List<String> parts = List.of(field.path().split("\\."));
            if (field.kind() == Field.Kind.MAP) {
                String start = field.path() + ".";
                if (title.startsWith(start) && title.length() > start.length())
                    return Optional.of(new Column(parts, title.substring(start.length()), Field.Kind.TEXT));
            } else if (title.equals(field.path())) {
                return Optional.of(new Column(parts.subList(0, parts.size() - 1), parts.getLast(), field.kind()));
            }
        }
        return Optional.empty();
    }

    private static Fault unknown(String title) {
        if (title.isEmpty()) return Fault.of("fault.fleet.csv.untitled");
        return Nearest.to(title, KNOWN)
                .or(() -> KNOWN.stream()
                        .filter(known -> known.endsWith("." + title))
                        .findFirst())
                .map(near -> Fault.of("fault.fleet.csv.column.near", title, near))
                .orElseGet(() -> Fault.of("fault.fleet.csv.column", title));
    }

    /** The row as a mapping; empty where its cells do not stand below the titles. */
    Optional<Node> row(List<CsvCell> cells) {
        Position at = cells.getFirst().at();
        List<CsvCell> rest = cells.subList(Math.min(columns.size(), cells.size()), cells.size());
        if (cells.size() < columns.size() || !rest.stream().allMatch(CsvCell::isBlank)) {
            problem("", Fault.of("fault.fleet.csv.cells", cells.size(), columns.size()), at);
            return Optional.empty();
        }
        Node.Mapping row = mapping(at);
        for (int i = 0; i < columns.size(); i++) {
            CsvCell cell = cells.get(i);
            if (!cell.isBlank()) columns.get(i).ifPresent(column -> put(column, cell, row));
        }
        return Optional.of(row);
    }

    private static void put(Column column, CsvCell cell, Node.Mapping row) {
        Node.Mapping inner = row;
        for (String section : column.sections()) {
            Node next = inner.members()
                    .computeIfAbsent(section, _ -> new Node.Member(cell.at(), mapping(cell.at())))
                    .value();
            // A key and a section never go by one name: the titles are those of fields.
            inner = (Node.Mapping) next;
        }
        Node value = new Node.Scalar(cell.at(), cell.text(), shape(column.kind(), cell.text()));
        inner.members().put(column.key(), new Node.Member(cell.at(), value));
    }

    private static Node.Mapping mapping(Position at) {
        return new Node.Mapping(at, new LinkedHashMap<>());
    }

    /** What a sheet holds is text, but for its flags, which are written in capitals. */
    private static Node.Shape shape(Field.Kind kind, String text) {
        return switch (kind) {
            case FLAG ->
                switch (text.strip().toLowerCase(Locale.ROOT)) {
                    case "true", "false" -> Node.Shape.FLAG;
                    default -> Node.Shape.TEXT;
                };
            case DIGITS, TEXT, MAP, REFERENCE -> Node.Shape.TEXT;
        };
    }

    private void problem(String path, Fault fault, Position at) {
        problems.add(new Problem(path, fault, Optional.of(at)));
    }
}
