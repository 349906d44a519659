package io.spotdock.export;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The hand-off sheet in Markdown (CommonMark). */
final class HandoffMarkdown {
    private static final Pattern MARKS = Pattern.compile("[\\\\`*_\\[\\]<>&#|~!]");
    private static final Pattern BACKTICKS = Pattern.compile("`+");

    private HandoffMarkdown() {}

    static String of(Handoff handoff) {
        StringBuilder text = new StringBuilder();
        text.append("# ").append(escaped(handoff.title())).append("\n\n");
        text.append(escaped(handoff.opening())).append("\n\n");
        rows(handoff.rows(), text);
        text.append(escaped(handoff.assurance())).append('\n');
        for (Handoff.Section section : handoff.sections()) {
            text.append("\n## ").append(escaped(section.heading())).append("\n\n");
            text.append(escaped(section.text())).append("\n\n");
            rows(section.rows(), text);
            for (Handoff.Block block : section.blocks()) block(block, text);
            while (text.toString().endsWith("\n\n")) text.setLength(text.length() - 1);
        }
        return text.toString();
    }

    private static void block(Handoff.Block block, StringBuilder text) {
        String fence = "`".repeat(Math.max(3, longestRun(block.text()) + 1));
        text.append(fence).append(block.language()).append('\n');
        text.append(block.text()).append('\n');
        text.append(fence).append("\n\n");
    }

    private static void rows(List<HandoffRow> rows, StringBuilder text) {
        for (HandoffRow row : rows)
            text.append("- **")
                    .append(escaped(row.label()))
                    .append(":** ")
                    .append(row.verbatim() ? code(row.value()) : escaped(row.value()))
                    .append('\n');
        if (!rows.isEmpty()) text.append('\n');
    }

    private static String escaped(String text) {
        return MARKS.matcher(text).replaceAll("\\\\$0");
    }

    /** A code span takes everything as it is, but for runs of backticks as long as its own (CommonMark, "Code spans"). */
    private static String code(String text) {
        String fence = "`".repeat(longestRun(text) + 1);
        boolean pad = text.startsWith("`") || text.endsWith("`") || text.startsWith(" ") && text.endsWith(" ");
        return pad ? fence + " " + text + " " + fence : fence + text + fence;
    }

    private static int longestRun(String text) {
        return BACKTICKS
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }
}
