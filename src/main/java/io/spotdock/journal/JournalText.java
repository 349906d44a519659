package io.spotdock.journal;

import com.fasterxml.jackson.databind.JsonNode;
import io.spotdock.journal.Unread.Why;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a journal's lines say.
 *
 * @param entries oldest first
 */
record JournalText(List<Entry> entries, List<Unread> unread) {
    JournalText {
        entries = List.copyOf(entries);
        unread = List.copyOf(unread);
    }

    static JournalText of(List<Line> lines) {
        List<Entry> entries = new ArrayList<>();
        List<Unread> unread = new ArrayList<>();
        for (Line line : lines)
            line.json()
                    .ifPresentOrElse(
                            json -> take(line.number(), json, entries, unread),
                            () -> unread.add(new Unread(line.number(), Why.DAMAGED)));
        return new JournalText(entries, unread);
    }

    private static void take(int number, JsonNode json, List<Entry> entries, List<Unread> unread) {
        Optional<Entry> entry = EntryJson.read(json);
        entry.ifPresent(entries::add);
        if (entry.filter(read -> saysAll(EntryJson.write(read), json)).isEmpty())
            unread.add(new Unread(number, Why.NEWER));
    }

    /** Whether nothing that stands in the line was passed over. */
    private static boolean saysAll(JsonNode understood, JsonNode line) {
        return line.properties().stream().allMatch(field -> {
            JsonNode same = understood.get(field.getKey());
            return same != null && saysAll(same, field.getValue());
        });
    }
}
