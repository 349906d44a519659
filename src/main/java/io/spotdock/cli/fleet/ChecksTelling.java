package io.spotdock.cli.fleet;

import io.spotdock.check.CheckResult;
import io.spotdock.check.CheckResult.Status;
import io.spotdock.cli.ExitCode;
import io.spotdock.cli.Tally;
import io.spotdock.settings.fleet.FleetEntry;
import io.spotdock.text.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What is told of checks, whichever verb ran them. */
final class ChecksTelling {
    private final Texts texts;

    ChecksTelling(Texts texts) {
        this.texts = texts;
    }

    /** @param more for programs */
    Row row(FleetEntry entry, List<CheckResult> results, Map<String, Object> more) {
        Tally tally = Tally.of(results);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("checks", results.stream().map(ChecksTelling::brief).toList());
        facts.put("first", findings(results).map(CheckResult::id).findFirst().orElse(""));
        facts.putAll(more);
        // What else is found follows from the first, most likely.
        List<Cause> causes =
                findings(results).limit(1).map(check -> Cause.of(check, texts)).toList();
        Fate fate = tally.failed() > 0 ? Fate.FAILED : tally.warned() > 0 ? Fate.LOOK : Fate.PASSED;
        String says = causes.isEmpty()
                ? texts.get("cli.fleet.passed", tally.passed())
                : causes.getFirst().what();
        ExitCode code = tally.failed() > 0 ? ExitCode.CHECK_FAILED : ExitCode.OK;
        return new Row(entry, fate, says, code, causes, facts);
    }

    /** What failed before what is to be looked at, and each in the order of the catalogue. */
    private static Stream<CheckResult> findings(List<CheckResult> results) {
        return Stream.of(Status.FAILED, Status.WARNED)
                .flatMap(status -> results.stream().filter(result -> result.status() == status));
    }

    private static Map<String, String> brief(CheckResult result) {
        return Map.of("id", result.id(), "status", result.status().id());
    }
}
