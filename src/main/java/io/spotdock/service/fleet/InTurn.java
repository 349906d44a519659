package io.spotdock.service.fleet;

import io.spotdock.service.Event;
import io.spotdock.settings.fleet.FleetEntry;

/** Lets a listener hear one thing after the other, and the audit every event as well. */
final class InTurn implements FleetListener {
    private final FleetListener listener;
    private final Event.Sink audit;

    InTurn(FleetListener listener, Event.Sink audit) {
        this.listener = listener;
        this.audit = audit;
    }

    @Override
    public synchronized void began(FleetEntry entry) {
        listener.began(entry);
    }

    @Override
    public synchronized void heard(FleetEntry entry, Event event) {
        audit.accept(event);
        listener.heard(entry, event);
    }

    @Override
    public synchronized void ended(Result<?> result) {
        listener.ended(result);
    }
}
