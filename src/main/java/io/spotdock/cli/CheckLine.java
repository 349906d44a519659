package io.spotdock.cli;

import io.spotdock.check.CheckResult;
import io.spotdock.text.FailureText;
import io.spotdock.text.Texts;

/**
 * One check's result as it is printed.
 *
 * @param title what it checks, for people
 * @param remedy empty when there is nothing to mend
 * @param said the outside's own text; may be empty
 */
record CheckLine(CheckResult result, String title, String evidence, String remedy, String said) {
    static CheckLine of(CheckResult result, Texts texts) {
        String title = texts.get("check." + result.id());
        if (result.failure().isPresent()) {
            FailureText told = texts.of(result.failure().get());
            String evidence =
                    told.cause().map(cause -> told.sentence() + " " + cause).orElse(told.sentence());
            return new CheckLine(result, title, evidence, told.remedy(), result.said());
        }
        return new CheckLine(
                result,
                title,
                result.evidence().map(texts::of).orElse(""),
                result.remedy().map(texts::of).orElse(""),
                result.said());
    }
}
