package io.spotdock.service.fleet;

import io.spotdock.domain.Failure;
import io.spotdock.settings.fleet.FleetEntry;
import java.util.List;

/**
 * A place that can't be signed in to.
 *
 * @param entries the integrations that need it, in the order of the manifest
 */
public record Unreached(Place place, Failure failure, List<FleetEntry> entries) {
    public Unreached {
        entries = List.copyOf(entries);
    }
}
