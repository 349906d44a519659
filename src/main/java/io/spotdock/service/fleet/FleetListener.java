package io.spotdock.service.fleet;

import io.spotdock.service.Event;
import io.spotdock.settings.fleet.FleetEntry;

/** Hears what happens to the integrations of a fleet; one call after the other, from whatever thread, and must not block. */
public interface FleetListener {
    /** Its turn has come. */
    default void began(FleetEntry entry) {}

    void heard(FleetEntry entry, Event event);

    void ended(Result<?> result);
}
