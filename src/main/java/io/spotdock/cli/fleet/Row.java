package io.spotdock.cli.fleet;

import io.spotdock.cli.ExitCode;
import io.spotdock.domain.Failure;
import io.spotdock.settings.Settings;
import io.spotdock.settings.fleet.FleetEntry;
import io.spotdock.text.Texts;
import io.spotdock.text.plan.PlanJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is told of one integration.
 *
 * @param says the main thing in a line; may be empty
 * @param code as a command for this one alone would exit
 * @param causes why it is not well, as far as that is no consequence of another
 * @param facts for programs: text, numbers, lists, maps or JSON nodes
 */
record Row(FleetEntry entry, Fate fate, String says, ExitCode code, List<Cause> causes, Map<String, Object> facts) {
    Row {
        causes = List.copyOf(causes);
    }

    /** The same, with what was found besides and is no reason to say that it failed. */
    Row with(Row found) {
        return new Row(entry, fate, says, code, found.causes, facts);
    }

    /** The same, which is not gone on with. */
    Row leftOut() {
        return new Row(entry, Fate.LEFT_OUT, says, code, causes, facts);
    }

    /** One on which the work failed before there was a result. */
    static Row failed(FleetEntry entry, Failure failure, Texts texts) {
        Cause cause = Cause.of(failure, texts);
        return new Row(
                entry,
                Fate.FAILED,
                cause.what(),
                ExitCode.of(failure),
                List.of(cause),
                Map.of("failure", new PlanJson(texts).of(failure)));
    }

    /** One whose turn did not come, or not to the end. */
    static Row cancelled(FleetEntry entry) {
        return new Row(entry, Fate.CANCELLED, "", ExitCode.CANCELLED, List.of(), Map.of());
    }

    static Row doneAlready(FleetEntry entry) {
        return new Row(entry, Fate.DONE_ALREADY, "", ExitCode.OK, List.of(), Map.of());
    }

    /** Whether all of it is as asked for now. */
    boolean isWell() {
        return fate == Fate.DONE || fate == Fate.IN_PLACE || fate == Fate.DONE_ALREADY;
    }

    /** For programs. */
    Map<String, Object> json() {
        Settings settings = entry.settings();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", entry.name());
        json.put("account", settings.aws().accountId().value());
        json.put("region", settings.aws().region().value());
        settings.thoughtSpot().host().ifPresent(host -> json.put("host", host.toString()));
        settings.thoughtSpot().org().ifPresent(org -> json.put("org", org));
        json.put("result", fate.id());
        json.put("exitCode", code.code());
        json.putAll(facts);
        return json;
    }
}
