package io.spotdock.cli;

import io.spotdock.check.CheckResult;
import io.spotdock.text.Texts;

/** A check for people: a word for how it ended, what it checks, its evidence, and the remedy where it needs one. */
final class CheckText {
    private final Texts texts;
    private final Style style;

    CheckText(Texts texts, Style style) {
        this.texts = texts;
        this.style = style;
    }

    String of(CheckLine check) {
        StringBuilder text = new StringBuilder();
        text.append(word(check.result().status())).append("  ").append(check.title());
        text.append(style.quiet(
                "  (" + texts.get("strength." + check.result().strength().id()) + ")"));
        text.append('\n');
        if (!check.evidence().isEmpty()) indented(text, check.evidence());
        if (!check.said().isBlank()) indented(text, style.quiet(check.said()));
        if (!check.remedy().isEmpty()) indented(text, check.remedy());
        return text.toString();
    }

    private static void indented(StringBuilder text, String lines) {
        lines.lines().forEach(line -> text.append("             ").append(line).append('\n'));
    }

    private String word(CheckResult.Status status) {
        return switch (status) {
            case PASSED -> style.good(wide(texts.get("cli.check.passed")));
            case WARNED -> style.look(wide(texts.get("cli.check.warned")));
            case FAILED -> style.bad(wide(texts.get("cli.check.failed")));
            case SKIPPED -> style.quiet(wide(texts.get("cli.check.skipped")));
            case NOT_REACHED -> style.quiet(wide(texts.get("cli.check.not-reached")));
        };
    }

    private static String wide(String word) {
        return word + " ".repeat(Math.max(0, 11 - word.length()));
    }
}
