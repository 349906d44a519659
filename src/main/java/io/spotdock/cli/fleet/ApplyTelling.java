package io.spotdock.cli.fleet;

import io.spotdock.cli.Ending;
import io.spotdock.cli.ExitCode;
import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import io.spotdock.plan.Outcome;
import io.spotdock.service.Applied;
import io.spotdock.settings.fleet.FleetEntry;
import io.spotdock.text.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was carried out: how many changes, and what stopped it. */
final class ApplyTelling extends Telling<Applied> {
    ApplyTelling(Texts texts) {
        super(Applied.class, texts);
    }

    @Override
    String verb() {
        return "apply";
    }

    @Override
    Row good(FleetEntry entry, Applied applied) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("changed", applied.changed());
        applied.stopped().ifPresent(failure -> facts.put("failure", json(failure)));
        ExitCode code = Ending.of(applied).code();
        Fate fate = fate(applied, code);
        String changed = texts().get("cli.fleet.changed", applied.changed());
        if (applied.stopped().isPresent()) {
            Cause cause = Cause.of(applied.stopped().get(), texts());
            String says = applied.changed() > 0
                    ? texts().get("cli.fleet.stopped", applied.changed(), cause.what())
                    : cause.what();
            return new Row(entry, fate, says, code, List.of(cause), facts);
        }
        String says = fate == Fate.IN_PLACE || fate == Fate.CANCELLED && applied.changed() == 0 ? "" : changed;
        return new Row(entry, fate, says, code, List.of(), facts);
    }

    private static Fate fate(Applied applied, ExitCode code) {
        if (applied.cancelled()) return Fate.CANCELLED;
        return switch (code) {
            case OK -> applied.changed() == 0 ? Fate.IN_PLACE : Fate.DONE;
            case STOPPED -> Fate.STOPPED;
            case UNDECIDED, CHECK_FAILED, USAGE, DENIED, UNREACHABLE, CHANGES, BUG, CANCELLED -> Fate.FAILED;
        };
    }

    @Override
    Map<String, Object> details(Applied applied) {
        return Map.of("steps", applied.steps().stream().map(this::step).toList());
    }

    private Map<String, Object> step(Applied.Step step) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("resource", step.resource().toString());
        json.put("outcome", step.outcome().id());
        switch (step.outcome()) {
            case Outcome.Stopped(Failure failure) -> json.put("failure", json(failure));
            case Outcome.Left(Fault why) -> json.put("why", texts().of(why));
            case Outcome.Changed _, Outcome.AlreadyRight _, Outcome.Cancelled _ -> {}
        }
        return json;
    }
}
