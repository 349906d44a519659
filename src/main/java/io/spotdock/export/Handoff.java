package io.spotdock.export;

import java.util.List;

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
    record Section(String heading, String text, List<HandoffRow> rows, List<Block> blocks) {
        Section {
            rows = List.copyOf(rows);
            blocks = List.copyOf(blocks);
        }
    }

    /**
     * To be copied as it stands.
     *
     * @param language of Markdown's code blocks
     */
    record Block(String language, String text) {
        static Block shell(String... lines) {
            return new Block("sh", String.join("\n", lines));
        }
    }
}
