package io.spotdock.cli.fleet;

import io.spotdock.cli.ExitCode;
import io.spotdock.plan.Change;
import io.spotdock.plan.Plan;
import io.spotdock.settings.fleet.FleetEntry;
import io.spotdock.text.Texts;
import io.spotdock.text.plan.PlanJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Plans: how much would be changed, and what has to be decided. */
final class PlanTelling extends Telling<Plan> {
    private final ExitCode changes;

    /** @param changes how to exit where there are some */
    PlanTelling(Texts texts, ExitCode changes) {
        super(Plan.class, texts);
        this.changes = changes;
    }

    @Override
    String verb() {
        return "plan";
    }

    @Override
    Row good(FleetEntry entry, Plan plan) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("changes", plan.changes().stream().map(PlanTelling::brief).toList());
        if (!plan.conflicts().isEmpty()) {
            List<Cause> causes = plan.conflicts().stream()
                    .map(conflict -> Cause.of(conflict.failure(), texts()))
                    .toList();
            return new Row(entry, Fate.CONFLICT, causes.getFirst().what(), ExitCode.UNDECIDED, causes, facts);
        }
        if (plan.isEmpty()) return new Row(entry, Fate.IN_PLACE, "", ExitCode.OK, List.of(), facts);
        return new Row(entry, Fate.CHANGES, counts(plan), changes, List.of(), facts);
    }

    private static Map<String, String> brief(Change change) {
        return Map.of("resource", change.resource().toString(), "kind", change.kind());
    }

    private String counts(Plan plan) {
        List<String> parts = new ArrayList<>();
        if (plan.count("create") > 0) parts.add(texts().get("cli.fleet.to-create", plan.count("create")));
        if (plan.count("update") > 0) parts.add(texts().get("cli.fleet.to-update", plan.count("update")));
        return String.join(", ", parts);
    }

    @Override
    Map<String, Object> details(Plan plan) {
        PlanJson json = new PlanJson(texts());
        return Map.of(
                "changes", plan.changes().stream().map(json::of).toList(),
                "notes", plan.notes().stream().map(json::note).toList());
    }
}
