package io.spotdock.gui.step.livetest;

import io.spotdock.check.CheckGroup;
import io.spotdock.check.CheckResult;
import io.spotdock.check.Strength;
import io.spotdock.domain.Fault;
import io.spotdock.gui.step.Notice;
import io.spotdock.gui.step.RemedyText;
import io.spotdock.text.Remaining;
import io.spotdock.text.Texts;
import java.text.BreakIterator;
import java.time.Duration;
import java.util.regex.Pattern;

/** Checks in words, as the window says them; values in a sentence are marked for {@code Prose}. */
final class CheckWords {
    /** ARNs, keys of objects and addresses: what a machine reads. */
    private static final Pattern MACHINE = Pattern.compile("[\\w.+=@-]*[/:][\\w.+=@/:-]*");

    private final Texts texts;

    CheckWords(Texts texts) {
        this.texts = texts;
    }

    /**
     * A finding, told.
     *
     * @param what failed, or what is worth a look
     * @param cause may be empty
     * @param remedy may be empty
     */
    record Told(String what, String cause, String said, String remedy) {
        /** For whoever is asked for help. */
        String plain() {
            return String.join("\n", what, cause, said, remedy)
                    .replace("**", "")
                    .replace("`", "")
                    .replaceAll("\n+", "\n")
                    .strip();
        }
    }

    String name(String checkId) {
        return texts.get("check." + checkId);
    }

    String name(CheckGroup group) {
        return switch (group) {
            case ACCOUNT -> texts.get("check.group.account");
            case BUCKET -> texts.get("check.group.bucket");
            case ROLE -> texts.get("check.group.role");
            case REFUSED -> texts.get("check.group.refused");
            case THOUGHTSPOT -> texts.get("check.group.thoughtspot");
            case DELIVERY -> texts.get("check.group.delivery");
        };
    }

    String name(Strength strength) {
        return texts.get("wizard.livetest.strength." + strength.id());
    }

    /** What a check shows when it passes. */
    String proves(String checkId) {
        return texts.get("check." + checkId + ".proves");
    }

    /** How long a wait still is. */
    String left(Duration time) {
        return time.compareTo(Duration.ofMinutes(1)) > 0
                ? texts.get("wizard.livetest.pause.long", Remaining.of(time))
                : texts.get("wizard.livetest.pause", Math.ceilDiv(time.toMillis(), 1000));
    }

    String evidence(CheckResult result) {
        return result.evidence().map(this::withMono).orElse("");
    }

    Told tell(CheckResult result) {
        if (result.failure().isPresent()) {
            Notice told = Notice.of(result.failure().get());
            return new Told(name(result.id()), texts.of(told.title()), told.said(), texts.of(told.text()));
        }
        String remedy = result.remedy().map(this::remedy).orElse("");
        return result.evidence()
                .filter(evidence -> evidence.key().startsWith("cause."))
                .map(cause -> split(withBold(cause), result.said(), remedy))
                .orElseGet(() -> new Told(name(result.id()), evidence(result), result.said(), remedy));
    }

    /** Any result as a report has it: the check's own name, and nothing marked. */
    Told plainly(CheckResult result) {
        Told told = tell(result);
        String evidence = result.evidence().map(texts::of).orElse(told.cause());
        return new Told(name(result.id()), evidence, told.said(), told.remedy());
    }

    /** The first sentence of a cause says what failed. */
    private Told split(String cause, String said, String remedy) {
        BreakIterator sentences = BreakIterator.getSentenceInstance(texts.locale());
        sentences.setText(cause);
        int end = sentences.next();
        String what = cause.substring(0, end).strip().replace("**", "");
        return new Told(
                what.endsWith(".") ? what.substring(0, what.length() - 1) : what,
                cause.substring(end).strip(),
                said,
                remedy);
    }

    String remedy(Fault remedy) {
        return new RemedyText(texts).of(remedy);
    }

    private String withBold(Fault fault) {
        return texts.get(
                fault.key(),
                fault.arguments().stream().map(value -> "**" + value + "**").toArray());
    }

    private String withMono(Fault fault) {
        return texts.get(
                fault.key(),
                fault.arguments().stream()
                        .map(value -> MACHINE.matcher(value).matches() ? "`" + value + "`" : value)
                        .toArray());
    }
}
