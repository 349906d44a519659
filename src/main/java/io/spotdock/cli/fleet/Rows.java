package io.spotdock.cli.fleet;

import io.spotdock.settings.fleet.FleetEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is told of each integration so far; the later word stands. */
final class Rows {
    private final List<FleetEntry> entries;
    private final Map<String, Row> rows = new HashMap<>();

    /** @param entries in the order of the manifest */
    Rows(List<FleetEntry> entries) {
        this.entries = List.copyOf(entries);
        entries.forEach(entry -> put(Row.cancelled(entry)));
    }

    void put(Row row) {
        rows.put(row.entry().name(), row);
    }

    Row of(FleetEntry entry) {
        return rows.getOrDefault(entry.name(), Row.cancelled(entry));
    }

    /** In the order of the manifest. */
    List<Row> inOrder() {
        return entries.stream().map(this::of).toList();
    }

    long count(Fate fate) {
        return rows.values().stream().filter(row -> row.fate() == fate).count();
    }

    /** What can't be gone on with is left out by now. */
    void leaveOut() {
        inOrder().stream().filter(row -> row.fate().isBad()).forEach(row -> put(row.leftOut()));
    }
}
