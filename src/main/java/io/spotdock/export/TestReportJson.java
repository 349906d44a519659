package io.spotdock.export;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.check.CheckResult;
import io.spotdock.check.CheckResult.Status;
import io.spotdock.settings.Settings;
import java.util.List;

/** A test report for programs; the checks have the form that the command line prints. */
final class TestReportJson {
    private TestReportJson() {}

    static String of(TestReport report) {
        JsonMapper mapper = JsonMapper.builder().build();
        Settings settings = report.settings();
        ObjectNode root = mapper.createObjectNode()
                .put("tested", report.at().toString())
                .put("account", settings.aws().accountId().value())
                .put("region", settings.aws().region().value())
                .put("bucket", settings.bucket().name().value())
                .put("prefix", settings.bucket().prefix().value())
                .put("role", settings.role().name().value());
        settings.webhook().ifPresent(webhook -> root.put("webhook", webhook.name()));
        List<TestReport.Told> checks = report.sections().stream()
                .flatMap(section -> section.checks().stream())
                .toList();
        ObjectNode counts = root.putObject("counts");
        for (Status status : Status.values())
            counts.put(
                    status.id(),
                    checks.stream()
                            .filter(told -> told.result().status() == status)
                            .count());
        var list = root.putArray("checks");
        checks.forEach(told -> list.add(check(mapper, told)));
        return root.toPrettyString() + "\n";
    }

    private static ObjectNode check(JsonMapper mapper, TestReport.Told told) {
        CheckResult result = told.result();
        ObjectNode node = mapper.createObjectNode()
                .put("id", result.id())
                .put("group", result.group().id())
                .put("status", result.status().id())
                .put("strength", result.strength().id())
                .put("title", told.title())
                .put("proves", told.proves())
                .put("evidence", told.evidence())
                .put("remedy", told.remedy());
        if (!result.said().isBlank()) node.put("said", result.said());
        return node;
    }
}
