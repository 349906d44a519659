package io.spotdock.cli.fleet;

import io.spotdock.check.CheckResult;
import io.spotdock.cli.ExitCode;
import io.spotdock.service.Readiness;
import io.spotdock.settings.fleet.FleetEntry;
import io.spotdock.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether a role that somebody else made would let the webhook deliver that a plan registers. */
final class ReadinessTelling extends Telling<Readiness> {
    ReadinessTelling(Texts texts) {
        super(Readiness.class, texts);
    }

    @Override
    String verb() {
        return "role";
    }

    @Override
    Row good(FleetEntry entry, Readiness readiness) {
        if (readiness.wrong().isEmpty())
            return new Row(entry, Fate.PASSED, "", ExitCode.OK, List.of(), details(readiness));
        Cause first = Cause.of(readiness.wrong().getFirst(), texts());
        List<String> more = new ArrayList<>(first.more());
        more.add(texts().get("cli.fleet.role-wrong"));
        Cause cause = new Cause(first.kind(), first.key(), first.what(), more);
        return new Row(entry, Fate.FAILED, cause.what(), ExitCode.CHECK_FAILED, List.of(cause), details(readiness));
    }

    @Override
    Map<String, Object> details(Readiness readiness) {
        return Map.of("wrong", readiness.wrong().stream().map(CheckResult::id).toList());
    }
}
