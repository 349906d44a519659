package io.spotdock.cli.fleet;

import io.spotdock.check.Drift;
import io.spotdock.cli.DriftText;
import io.spotdock.cli.ExitCode;
import io.spotdock.service.Diagnosis;
import io.spotdock.settings.fleet.FleetEntry;
import io.spotdock.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Diagnoses: the first finding, or where settings, AWS and the webhook don't agree. */
final class DoctorTelling extends Telling<Diagnosis> {
    DoctorTelling(Texts texts) {
        super(Diagnosis.class, texts);
    }

    @Override
    String verb() {
        return "doctor";
    }

    @Override
    Row good(FleetEntry entry, Diagnosis diagnosis) {
        Row row = new ChecksTelling(texts()).row(entry, diagnosis.results(), details(diagnosis));
        if (diagnosis.drifts().isEmpty()) return row;
        List<Cause> causes = new ArrayList<>(row.causes());
        causes.add(drift(entry, diagnosis.drifts()));
        String says = row.fate() == Fate.FAILED ? row.says() : causes.getLast().what();
        List<Cause> inOrder = row.fate() == Fate.FAILED ? causes : causes.reversed();
        return new Row(entry, Fate.FAILED, says, ExitCode.CHECK_FAILED, inOrder, row.facts());
    }

    private Cause drift(FleetEntry entry, List<Drift> drifts) {
        String fields =
                drifts.stream().map(drift -> texts().field(drift.field())).collect(Collectors.joining(", "));
        List<Object> key = new ArrayList<>();
        drifts.forEach(drift -> key.addAll(List.of(drift.field(), drift.odd())));
        List<String> verdicts = drifts.stream()
                .map(new DriftText(texts(), entry.settings().role().isMadeElsewhere())::verdict)
                .distinct()
                .toList();
        return new Cause("drift", key, texts().get("cli.fleet.drift", fields), verdicts);
    }

    @Override
    Map<String, Object> details(Diagnosis diagnosis) {
        return Map.of("drift", new DriftText(texts(), false).json(diagnosis.compared()));
    }
}
