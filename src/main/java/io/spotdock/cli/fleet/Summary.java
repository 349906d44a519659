package io.spotdock.cli.fleet;

import io.spotdock.cli.Frame;
import io.spotdock.cli.Output;
import io.spotdock.settings.Settings;
import io.spotdock.settings.fleet.FleetEntry;
import io.spotdock.text.Texts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What became of a fleet: a row each, the totals, and each cause once. */
final class Summary {
    private final Frame frame;
    private final Texts texts;

    Summary(Frame frame) {
        this.frame = frame;
        this.texts = frame.context().texts();
    }

    /** For people and programs; of several, the last is what programs get. */
    void tell(List<Row> rows) {
        Output output = frame.output();
        output.print("\n" + table(rows));
        output.say("\n" + totals(rows));
        new Causes(texts, frame.style()).tell(rows, output);
        output.member("integrations", rows.stream().map(Row::json).toList());
        Map<String, Long> counts = new LinkedHashMap<>();
        count(rows).forEach((fate, number) -> counts.put(fate.id(), number));
        output.member("totals", counts);
    }

    private static Map<Fate, Long> count(List<Row> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(Row::fate, () -> new EnumMap<>(Fate.class), Collectors.counting()));
    }

    private String totals(List<Row> rows) {
        String counts = count(rows).entrySet().stream()
                .map(entry -> texts.get("cli.fleet.total", entry.getValue(), word(entry.getKey())))
                .collect(Collectors.joining(", "));
        return texts.get("cli.fleet.totals", rows.size(), counts);
    }

    String word(Fate fate) {
        return texts.get("cli.fleet.fate." + fate.id());
    }

    private String table(List<Row> rows) {
        List<Field> fields = fields(rows);
        List<Table.Column> columns = new ArrayList<>();
        fields.forEach(field -> columns.add(new Table.Column(texts.get("cli.fleet.column." + field.id), field.rigid)));
        columns.add(new Table.Column(texts.get("cli.fleet.column.outcome"), true));
        columns.add(new Table.Column("", false));
        Table table = new Table(columns);
        for (Row row : rows) {
            List<Table.Cell> cells = new ArrayList<>();
            fields.forEach(field -> cells.add(Table.Cell.of(field.of(row.entry()))));
            cells.add(new Table.Cell(word(row.fate()), word -> row.fate().marked(frame.style(), word)));
            cells.add(Table.Cell.of(row.says()));
            table.add(cells);
        }
        return table.text(frame.columns(), frame.style()::strong);
    }

    /** What tells integrations apart; a region or host that all share tells nothing. */
    private static List<Field> fields(List<Row> rows) {
        List<Field> fields = new ArrayList<>();
        for (Field field : Field.values()) {
            long values = rows.stream()
                    .map(row -> field.of(row.entry()))
                    .distinct()
                    .limit(2)
                    .count();
            boolean telling = switch (field) {
                case NAME, ACCOUNT -> true;
                case REGION, HOST -> values > 1;
                case ORG ->
                    values > 1
                            || rows.stream()
                                    .anyMatch(row -> !field.of(row.entry()).isEmpty());
            };
            if (telling) fields.add(field);
        }
        return fields;
    }

    /** What an integration is known by. */
    private enum Field {
        NAME("name", false),
        ACCOUNT("account", true),
        REGION("region", true),
        HOST("host", false),
        ORG("org", false);

        private final String id;
        private final boolean rigid;

        Field(String id, boolean rigid) {
            this.id = id;
            this.rigid = rigid;
        }

        String of(FleetEntry entry) {
            Settings settings = entry.settings();
            return switch (this) {
                case NAME -> entry.name();
                case ACCOUNT -> settings.aws().accountId().value();
                case REGION -> settings.aws().region().value();
                case HOST ->
                    settings.thoughtSpot().host().map(host -> host.name()).orElse("");
                case ORG -> settings.thoughtSpot().org().orElse("");
            };
        }
    }
}
