package io.spotdock.cli.fleet;

import io.spotdock.service.Event;
import io.spotdock.service.fleet.FleetListener;
import io.spotdock.service.fleet.Result;
import io.spotdock.settings.fleet.FleetEntry;
import java.util.function.Consumer;

/** Has each result written down before anybody is told of it. */
record Recording(FleetListener listener, Consumer<Result<?>> record) implements FleetListener {
    @Override
    public void began(FleetEntry entry) {
        listener.began(entry);
    }

    @Override
    public void heard(FleetEntry entry, Event event) {
        listener.heard(entry, event);
    }

    @Override
    public void ended(Result<?> result) {
        record.accept(result);
        listener.ended(result);
    }
}
