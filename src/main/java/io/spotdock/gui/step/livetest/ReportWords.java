package io.spotdock.gui.step.livetest;

import io.spotdock.check.CheckGroup;
import io.spotdock.check.CheckResult;
import io.spotdock.export.TestReport;
import io.spotdock.service.Known.Tested;
import io.spotdock.settings.Settings;
import io.spotdock.text.Texts;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A live test as the report that a person saves. */
final class ReportWords {
    private final Texts texts;
    private final CheckWords words;
    private final ZoneId zone;

    ReportWords(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
        words = new CheckWords(texts);
    }

    /** JSON for a name that ends so, else HTML. */
    String content(String fileName, Tested tested) {
        TestReport report = of(tested);
        return fileName.toLowerCase(Locale.ROOT).endsWith(".json") ? report.json() : report.html();
    }

    TestReport of(Tested tested) {
        return new TestReport(
                texts.locale().toLanguageTag(),
                texts.get("wizard.livetest.report.title"),
                tested.at(),
                tested.of(),
                facts(tested),
                Arrays.stream(CheckGroup.values())
                        .map(group -> section(group, tested))
                        .toList());
    }

    private List<TestReport.Fact> facts(Tested tested) {
        Settings settings = tested.of();
        Tally tally = Progress.after(tested.results()).tally();
        List<TestReport.Fact> facts = new ArrayList<>();
        facts.add(fact(
                "wizard.livetest.report.tested",
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG)
                        .withLocale(texts.locale())
                        .format(tested.at().atZone(zone))));
        facts.add(fact(
                "wizard.livetest.report.result",
                tally.failed() == 0
                        ? texts.get("wizard.livetest.total.passed", tally.good(), tally.all())
                        : texts.get("wizard.livetest.total.failed", tally.good(), tally.all(), tally.failed())));
        facts.add(fact(
                "wizard.livetest.report.account", settings.aws().accountId().value()));
        facts.add(fact(
                "wizard.livetest.report.bucket",
                settings.bucket().name() + "/" + settings.bucket().prefix()));
        facts.add(fact("wizard.livetest.report.role", settings.role().name().value()));
        settings.webhook().ifPresent(webhook -> facts.add(fact("wizard.livetest.report.webhook", webhook.name())));
        return facts;
    }

    private TestReport.Fact fact(String label, String value) {
        return new TestReport.Fact(texts.get(label), value);
    }

    private TestReport.Section section(CheckGroup group, Tested tested) {
        return new TestReport.Section(
                words.name(group),
                tested.results().stream()
                        .filter(result -> result.group() == group)
                        .map(this::told)
                        .toList());
    }

    private TestReport.Told told(CheckResult result) {
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
