package io.spotdock.cli.fleet;

import io.spotdock.cli.ExitCode;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Secret;
import io.spotdock.domain.SecretReference;
import io.spotdock.plan.Plan;
import io.spotdock.service.fleet.Result;
import io.spotdock.settings.Settings;
import io.spotdock.settings.fleet.FleetEntry;
import io.spotdock.text.Texts;
import io.spotdock.text.plan.PlanJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The secrets that webhooks need, each looked for once, so that a missing one is said before anything is changed. */
final class SecretsNeeded {
    private final Function<SecretReference, Secret> finder;
    private final Texts texts;
    private final Map<SecretReference, Optional<Failure>> looked = new HashMap<>();

    SecretsNeeded(Function<SecretReference, Secret> finder, Texts texts) {
        this.finder = finder;
        this.texts = texts;
    }

    /** Puts into the rows which integrations can't be gone on with; only what would be changed needs its secrets. */
    void look(List<Result<Plan>> plans, Rows rows) {
        for (Result<Plan> plan : plans)
            if (rows.of(plan.entry()).fate() == Fate.CHANGES) look(plan.entry()).ifPresent(rows::put);
    }

    private Optional<Row> look(FleetEntry entry) {
        List<Failure> failures = entry.settings().webhook().map(Settings.Webhook::secrets).orElse(List.of()).stream()
                .map(reference -> looked.computeIfAbsent(reference, this::wrongWith))
                .flatMap(Optional::stream)
                .toList();
        if (failures.isEmpty()) return Optional.empty();
        List<Cause> causes = new ArrayList<>();
        failures.forEach(failure -> causes.add(Cause.of(failure, texts)));
        return Optional.of(new Row(
                entry,
                Fate.FAILED,
                causes.getFirst().what(),
                ExitCode.worst(failures.stream().map(ExitCode::of).toList()),
                causes,
                Map.of("failure", new PlanJson(texts).of(failures.getFirst()))));
    }

    private Optional<Failure> wrongWith(SecretReference reference) {
        try (Secret _ = finder.apply(reference)) {
            return Optional.empty();
        } catch (FailureException e) {
            return Optional.of(e.failure());
        }
    }
}
