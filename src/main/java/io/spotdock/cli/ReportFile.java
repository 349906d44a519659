package io.spotdock.cli;

import io.spotdock.check.CheckResult;
import io.spotdock.domain.Fault;
import io.spotdock.export.TestReport;
import io.spotdock.export.TestReportMaker;
import io.spotdock.settings.Settings;
import io.spotdock.text.Texts;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where checks are written down for whoever reviews them, if anywhere. */
final class ReportFile {
    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Also write a report: JSON where FILE ends in .json, else one HTML page. Holds no secrets.")
    private @Nullable Path file;

    /** Replaces a report that is there: it is of an earlier test. */
    void write(Frame frame, Settings settings, List<CheckResult> results) {
        if (file == null) return;
        CliContext context = frame.context();
        Texts texts = context.texts();
        TestReport report = new TestReportMaker(
                        texts::get, texts.locale(), ZoneId.systemDefault(), new ReportText(texts))
                .report(settings, context.clock().instant(), results);
        boolean json = file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
        Path target = context.directory().resolve(file);
        LocalFiles.write("--report", target, json ? report.json() : report.html(), true);
        frame.output().note(Fault.of("note.report-written", target));
    }
}
