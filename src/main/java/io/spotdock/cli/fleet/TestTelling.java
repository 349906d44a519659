package io.spotdock.cli.fleet;

import io.spotdock.domain.ObjectKey;
import io.spotdock.service.TestRun;
import io.spotdock.settings.fleet.FleetEntry;
import io.spotdock.text.Texts;
import java.util.Map;

/** Live tests. */
final class TestTelling extends Telling<TestRun> {
    TestTelling(Texts texts) {
        super(TestRun.class, texts);
    }

    @Override
    String verb() {
        return "test";
    }

    @Override
    Row good(FleetEntry entry, TestRun run) {
        if (run.cancelled()) return Row.cancelled(entry);
        return new ChecksTelling(texts()).row(entry, run.results(), details(run));
    }

    @Override
    Map<String, Object> details(TestRun run) {
        if (run.leftBehind().isEmpty()) return Map.of();
        return Map.of(
                "leftBehind", run.leftBehind().stream().map(ObjectKey::toString).toList());
    }
}
