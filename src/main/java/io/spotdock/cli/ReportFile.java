package io.spotdock.cli;

import io.spotdock.check.CheckGroup;
import io.spotdock.check.CheckResult;
import io.spotdock.domain.Fault;
import io.spotdock.export.TestReport;
import io.spotdock.export.TestReportMaker;
import io.spotdock.settings.Settings;
import io.spotdock.text.FailureText;
import io.spotdock.text.Texts;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where checks are written down for whoever reviews them, if anywhere. */
final class ReportFile implements TestReportMaker.Telling {
    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Also write a report: JSON where FILE ends in .json, else one HTML page. Holds no secrets.")
    private @Nullable Path file;

    private Texts texts = new Texts(Locale.ENGLISH);

    /** Replaces a report that is there: it is of an earlier test. */
    void write(Frame frame, Settings settings, List<CheckResult> results) {
        if (file == null) return;
        CliContext context = frame.context();
        texts = context.texts();
        TestReport report = new TestReportMaker(texts::get, texts.locale(), ZoneId.systemDefault(), this)
                .report(settings, context.clock().instant(), results);
        boolean json = file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
        Path target = context.directory().resolve(file);
        LocalFiles.write("--report", target, json ? report.json() : report.html(), true);
        frame.output().note(Fault.of("note.report-written", target));
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
                        .or(() -> failure.map(ReportFile::sentence))
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
