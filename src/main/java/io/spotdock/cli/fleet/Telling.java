package io.spotdock.cli.fleet;

import io.spotdock.domain.Failure;
import io.spotdock.service.fleet.Ended;
import io.spotdock.service.fleet.Result;
import io.spotdock.settings.fleet.FleetEntry;
import io.spotdock.text.Texts;
import io.spotdock.text.plan.PlanJson;
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
            case Ended.Bad<?>(Failure failure) -> Row.failed(entry, failure, texts);
            case Ended.Cancelled<?> _ -> Row.cancelled(entry);
        };
    }

    final Map<String, Object> details(Result<?> result) {
        return result.ended() instanceof Ended.Good<?>(Object value) ? details(type.cast(value)) : Map.of();
    }

    final Object json(Failure failure) {
        return new PlanJson(texts).of(failure);
    }
}
