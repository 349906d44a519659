package io.spotdock.export;

import java.util.List;
import java.util.Optional;

/** A hand-off sheet in words, before it is laid out. */
record Handoff(
        String language,
        String title,
        String opening,
        List<HandoffRow> rows,
        String assurance,
        List<Section> sections) {
    Handoff {
        rows = List.copyOf(rows);
        sections = List.copyOf(sections);
    }

    /** What can be done with it. */
    record Section(String heading, String text, List<HandoffRow> rows, Optional<String> command) {
        Section {
            rows = List.copyOf(rows);
        }
    }
}
