package io.spotdock.gui.step.livetest;

import io.spotdock.check.CheckGroup;
import io.spotdock.check.CheckResult;
import io.spotdock.export.TestReport;
import io.spotdock.export.TestReportMaker;
import io.spotdock.service.Known.Tested;
import io.spotdock.text.Texts;
import java.time.ZoneId;
import java.util.Locale;

/** A live test as the report that a person saves. */
final class ReportWords implements TestReportMaker.Telling {
    private final Texts texts;
    private final CheckWords words;
    private final TestReportMaker maker;

    ReportWords(Texts texts, ZoneId zone) {
        this.texts = texts;
        words = new CheckWords(texts);
        maker = new TestReportMaker(texts::get, texts.locale(), zone, this);
    }

    /** JSON for a name that ends so, else HTML. */
    String content(String fileName, Tested tested) {
        TestReport report = of(tested);
        return fileName.toLowerCase(Locale.ROOT).endsWith(".json") ? report.json() : report.html();
    }

    TestReport of(Tested tested) {
        return maker.report(tested.of(), tested.at(), tested.results());
    }

    @Override
    public String name(CheckGroup group) {
        return words.name(group);
    }

    @Override
    public TestReport.Told told(CheckResult result) {
        CheckWords.Told told = words.plainly(result);
        return new TestReport.Told(
                result,
                texts.get("wizard.livetest.state." + result.status().id()),
                words.name(result.strength()),
                told.what(),
                words.proves(result.id()),
                told.cause(),
                told.remedy());
    }
}
