package io.spotdock.cli;

import io.spotdock.check.CheckGroup;
import io.spotdock.check.CheckResult;
import io.spotdock.export.TestReport;
import io.spotdock.export.TestReportMaker;
import io.spotdock.text.FailureText;
import io.spotdock.text.Texts;
import java.util.Optional;

/** Checks as a report has them. */
final class ReportText implements TestReportMaker.Telling {
    private final Texts texts;

    ReportText(Texts texts) {
        this.texts = texts;
    }

    @Override
    public String name(CheckGroup group) {
        return texts.get("check.group." + group.id());
    }

    @Override
    public TestReport.Told told(CheckResult result) {
        Optional<FailureText> failure = result.failure().map(texts::of);
        return new TestReport.Told(
                result,
                texts.get("cli.check." + result.status().id()),
                texts.get("check.strength." + result.strength().id()),
                texts.get("check." + result.id()),
                texts.get("check." + result.id() + ".proves"),
                result.evidence()
                        .map(texts::of)
                        .or(() -> failure.map(ReportText::sentence))
                        .orElse(""),
                result.remedy()
                        .map(texts::of)
                        .or(() -> failure.map(FailureText::remedy))
                        .orElse(""));
    }

    private static String sentence(FailureText told) {
        return told.cause().map(cause -> told.sentence() + " " + cause).orElse(told.sentence());
    }
}
