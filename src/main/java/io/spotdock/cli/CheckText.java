package io.spotdock.cli;

import io.spotdock.check.CheckGroup;
import io.spotdock.check.CheckResult;
import io.spotdock.check.Strength;
import io.spotdock.domain.Failure;
import io.spotdock.text.FailureText;
import io.spotdock.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Checks for people, as they end: under the heading of their group, a word for how each ended, what it checks, its
 * evidence, and the remedy where it needs one.
 */
final class CheckText {
    private static final int WORD = 13;

    private final Texts texts;
    private final Style style;
    private final boolean verbose;
    private @Nullable CheckGroup group;

    /** @param verbose whether to say as well what each check proves */
    CheckText(Texts texts, Style style, boolean verbose) {
        this.texts = texts;
        this.style = style;
        this.verbose = verbose;
    }

    String of(CheckResult check) {
        StringBuilder text = new StringBuilder();
        if (check.group() != group) {
            if (group != null) text.append('\n');
            group = check.group();
            text.append(style.strong(name(group))).append('\n');
        }
        text.append("  ").append(word(check.status())).append(texts.get("check." + check.id()));
        text.append(style.quiet("  (" + name(check.strength()) + ")")).append('\n');
        String proves = "check." + check.id() + ".proves";
        if (verbose && texts.has(proves)) indented(text, style.quiet(texts.get(proves)));
        check.evidence().ifPresent(evidence -> indented(text, texts.of(evidence)));
        check.failure().ifPresent(failure -> failed(text, failure));
        if (check.status() == CheckResult.Status.FAILED && !check.said().isBlank())
            indented(text, style.quiet(texts.get("cli.said", check.said())));
        check.remedy().ifPresent(remedy -> indented(text, texts.of(remedy)));
        return text.toString();
    }

    private void failed(StringBuilder text, Failure failure) {
        FailureText told = texts.of(failure);
        indented(text, told.sentence());
        told.cause().ifPresent(cause -> indented(text, cause));
        indented(text, told.remedy());
    }

    private static void indented(StringBuilder text, String lines) {
        lines.lines()
                .forEach(line ->
                        text.append("  ").append(" ".repeat(WORD)).append(line).append('\n'));
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
        return word + " ".repeat(Math.max(1, WORD - word.length()));
    }

    private String name(Strength strength) {
        return switch (strength) {
            case EVALUATED -> texts.get("check.strength.evaluated");
            case OBSERVED -> texts.get("check.strength.observed");
            case PERFORMED_HERE -> texts.get("check.strength.performed-here");
            case PERFORMED_BY_THOUGHTSPOT -> texts.get("check.strength.performed-by-thoughtspot");
        };
    }

    private String name(CheckGroup which) {
        return switch (which) {
            case ACCOUNT -> texts.get("check.group.account");
            case BUCKET -> texts.get("check.group.bucket");
            case ROLE -> texts.get("check.group.role");
            case REFUSED -> texts.get("check.group.refused");
            case THOUGHTSPOT -> texts.get("check.group.thoughtspot");
            case DELIVERY -> texts.get("check.group.delivery");
        };
    }
}
