package io.spotdock.cli.fleet;

import io.spotdock.check.CheckResult;
import io.spotdock.cli.ExitCode;
import io.spotdock.cli.fleet.JUnitReport.Case;
import io.spotdock.cli.fleet.JUnitReport.Suite;
import io.spotdock.cli.fleet.JUnitReport.Verdict;
import io.spotdock.settings.Settings;
import io.spotdock.settings.fleet.FleetEntry;
import io.spotdock.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What became of a fleet, as tests. */
final class JUnitTelling {
    private final Texts texts;
    private final Stopwatch times;
    private final String fleet;
    private final Instant at;

    /** @param at when the run began */
    JUnitTelling(Texts texts, Stopwatch times, String fleet, Instant at) {
        this.texts = texts;
        this.times = times;
        this.fleet = fleet;
        this.at = at;
    }

    /** An integration is one test: whether it was planned, or carried out. */
    JUnitReport ofIntegrations(String verb, List<Row> rows) {
        String name = name(verb);
        List<Case> cases = rows.stream().map(row -> integration(name, row)).toList();
        Duration took = cases.stream().map(Case::took).reduce(Duration.ZERO, Duration::plus);
        return new JUnitReport(name, List.of(new Suite(name, at, took, Map.of(), cases)));
    }

    /**
     * An integration is a suite, and each of its checks a test.
     *
     * @param checks by the integration's name; missing for one that was never looked at
     */
    JUnitReport ofChecks(String verb, List<Row> rows, Map<String, List<CheckResult>> checks) {
        List<Suite> suites = new ArrayList<>();
        for (Row row : rows) {
            FleetEntry entry = row.entry();
            String group = name(verb) + "." + entry.name();
            List<Case> cases = checks.getOrDefault(entry.name(), List.of()).stream()
                    .map(check -> check(group, entry, check))
                    .collect(Collectors.toCollection(ArrayList::new));
            // What the checks don't tell: that nothing could be looked at, or that values differ.
            boolean told = cases.stream().anyMatch(one -> !(one.verdict() instanceof Verdict.Passed));
            if (cases.isEmpty() || row.fate().isBad() && !told) cases.add(integration(group, row));
            suites.add(new Suite(entry.name(), at, times.took(entry), properties(entry), cases));
        }
        return new JUnitReport(name(verb), suites);
    }

    private String name(String verb) {
        return "spotdock." + fleet + "." + verb;
    }

    private Case integration(String group, Row row) {
        return new Case(group, row.entry().name(), times.took(row.entry()), verdict(row), output(row));
    }

    private String output(Row row) {
        return verdict(row) instanceof Verdict.Passed ? row.says() : "";
    }

    private Verdict verdict(Row row) {
        return switch (row.fate()) {
            case DONE, PASSED, IN_PLACE, CHANGES, LOOK -> new Verdict.Passed();
            case DONE_ALREADY, CANCELLED -> new Verdict.Skipped(word(row));
            case CONFLICT, FAILED, STOPPED, LEFT_OUT -> bad(row);
        };
    }

    private Verdict bad(Row row) {
        Cause first = row.causes().getFirst();
        String text = row.causes().stream().map(JUnitTelling::text).collect(Collectors.joining("\n\n"));
        return row.code() == ExitCode.BUG || row.code() == ExitCode.UNREACHABLE
                ? new Verdict.Broken(first.kind(), row.says(), text)
                : new Verdict.Failed(first.kind(), row.says(), text);
    }

    private static String text(Cause cause) {
        return cause.what() + "\n" + String.join("\n", cause.more());
    }

    private Case check(String group, FleetEntry entry, CheckResult check) {
        Cause told = Cause.of(check, texts);
        String evidence = check.evidence().map(texts::of).orElse("");
        Verdict verdict = switch (check.status()) {
            case PASSED, WARNED -> new Verdict.Passed();
            case FAILED ->
                new Verdict.Failed(
                        check.id(),
                        told.more().isEmpty() ? told.what() : told.more().getFirst(),
                        text(told));
            case SKIPPED -> new Verdict.Skipped(evidence);
            case NOT_REACHED -> new Verdict.Skipped(texts.get("cli.check.not-reached"));
        };
        String output = switch (check.status()) {
            case PASSED -> evidence;
            case WARNED -> text(told);
            case FAILED, SKIPPED, NOT_REACHED -> "";
        };
        return new Case(group, told.what(), times.took(entry, check.id()), verdict, output);
    }

    private static Map<String, String> properties(FleetEntry entry) {
        Settings settings = entry.settings();
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("account", settings.aws().accountId().value());
        properties.put("region", settings.aws().region().value());
        properties.put("bucket", settings.bucket().name().value());
        settings.thoughtSpot().host().ifPresent(host -> properties.put("host", host.toString()));
        settings.thoughtSpot().org().ifPresent(org -> properties.put("org", org));
        return properties;
    }

    private String word(Row row) {
        return texts.get("cli.fleet.fate." + row.fate().id());
    }
}
