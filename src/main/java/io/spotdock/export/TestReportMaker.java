package io.spotdock.export;

import io.spotdock.check.CheckGroup;
import io.spotdock.check.CheckResult;
import io.spotdock.check.CheckResult.Status;
import io.spotdock.settings.Settings;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Makes the report of a test, in the words of the front end that asks for it. */
public final class TestReportMaker {
    private final Wording words;
    private final Locale language;
    private final ZoneId zone;
    private final Telling telling;

    /** How a front end tells of checks. */
    public interface Telling {
        TestReport.Told told(CheckResult result);

        String name(CheckGroup group);
    }

    /** @param zone that times are told in */
    public TestReportMaker(Wording words, Locale language, ZoneId zone, Telling telling) {
        this.words = words;
        this.language = language;
        this.zone = zone;
        this.telling = telling;
    }

    /** @param at when the test ended */
    public TestReport report(Settings settings, Instant at, List<CheckResult> results) {
        return new TestReport(
                language.toLanguageTag(),
                words.get("report.title"),
                at,
                settings,
                facts(settings, at, results),
                Arrays.stream(CheckGroup.values())
                        .map(group -> section(group, results))
                        .filter(section -> !section.checks().isEmpty())
                        .toList());
    }

    private List<TestReport.Fact> facts(Settings settings, Instant at, List<CheckResult> results) {
        List<TestReport.Fact> facts = new ArrayList<>();
        facts.add(fact(
                "report.tested",
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG)
                        .withLocale(language)
                        .format(at.atZone(zone))));
        facts.add(fact("report.result", result(results)));
        facts.add(fact("report.account", settings.aws().accountId().value()));
        facts.add(fact(
                "report.bucket",
                settings.bucket().name() + "/" + settings.bucket().prefix()));
        facts.add(fact("report.role", settings.role().name().value()));
        settings.webhook().ifPresent(webhook -> facts.add(fact("report.webhook", webhook.name())));
        facts.add(fact("report.tool", "Spotdock " + version()));
        return facts;
    }

    /** A check that does not apply is no part of the whole; one that is worth a look has worked. */
    private String result(List<CheckResult> results) {
        long all = results.size() - count(results, Status.SKIPPED);
        long good = count(results, Status.PASSED) + count(results, Status.WARNED);
        long failed = count(results, Status.FAILED);
        return failed == 0 ? words.get("report.passed", good, all) : words.get("report.failed", good, all, failed);
    }

    private static long count(List<CheckResult> results, Status status) {
        return results.stream().filter(result -> result.status() == status).count();
    }

    private static String version() {
        String version = TestReportMaker.class.getPackage().getImplementationVersion();
        return version == null ? "(development)" : version;
    }

    private TestReport.Fact fact(String label, String value) {
        return new TestReport.Fact(words.get(label), value);
    }

    private TestReport.Section section(CheckGroup group, List<CheckResult> results) {
        return new TestReport.Section(
                telling.name(group),
                results.stream()
                        .filter(result -> result.group() == group)
                        .map(telling::told)
                        .toList());
    }
}
