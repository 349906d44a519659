package io.spotdock.service.fleet;

import io.spotdock.domain.Failure;
import io.spotdock.settings.fleet.FleetEntry;
import java.util.List;
import java.util.stream.Stream;

/**
 * A place that can't be signed in to.
 *
 * @param entries the integrations that need it, in the order of the manifest
 */
public record Unreached(Place place, Failure failure, List<FleetEntry> entries) {
    public Unreached {
        entries = List.copyOf(entries);
    }

    /** The same place, by another way: what kept from it first is what is told. */
    Unreached and(Unreached later) {
        return new Unreached(
                place,
                failure,
                Stream.concat(entries.stream(), later.entries.stream()).toList());
    }
}
