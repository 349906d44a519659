package io.spotdock.cli.fleet;

import io.spotdock.cli.ExitCode;
import io.spotdock.domain.Failure;
import io.spotdock.service.fleet.Ended;
import io.spotdock.service.fleet.Result;
import io.spotdock.settings.fleet.FleetEntry;
import io.spotdock.text.Texts;
import io.spotdock.text.plan.PlanJson;
import java.util.List;
import java.util.Map;

/** How the result of one verb is told; how the work failed before there was one is told in the same way for all. */
abstract class Telling<T> {
    private final Class<T> type;
    private final Texts texts;

    Telling(Class<T> type, Texts texts) {
        this.type = type;
        this.texts = texts;
    }

    final Texts texts() {
        return texts;
    }

    /** The verb's name, in events and reports. */
    abstract String verb();

    abstract Row good(FleetEntry entry, T value);

    /** All that programs are told of it as it ends; the last line has less. */
    abstract Map<String, Object> details(T value);

    final Row row(Result<?> result) {
        FleetEntry entry = result.entry();
        return switch (result.ended()) {
            case Ended.Good<?>(Object value) -> good(entry, type.cast(value));
            case Ended.Bad<?>(Failure failure) -> failed(entry, failure);
            case Ended.Cancelled<?> _ -> cancelled(entry);
        };
    }

    final Map<String, Object> details(Result<?> result) {
        return result.ended() instanceof Ended.Good<?>(Object value) ? details(type.cast(value)) : Map.of();
    }

    private Row failed(FleetEntry entry, Failure failure) {
        Cause cause = Cause.of(failure, texts);
        return new Row(
                entry,
                Fate.FAILED,
                cause.what(),
                ExitCode.of(failure),
                List.of(cause),
                Map.of("failure", json(failure)));
    }

    final Object json(Failure failure) {
        return new PlanJson(texts).of(failure);
    }

    static Row cancelled(FleetEntry entry) {
        return new Row(entry, Fate.CANCELLED, "", ExitCode.CANCELLED, List.of(), Map.of());
    }
}
