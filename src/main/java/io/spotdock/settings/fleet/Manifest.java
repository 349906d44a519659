package io.spotdock.settings.fleet;

import java.util.List;

/**
 * A fleet, complete and valid: every entry for itself, and all of them beside each other.
 *
 * @param name of the fleet; of its runs' records, too
 * @param entries in the order of the file
 */
public record Manifest(String name, SignIns signIns, List<FleetEntry> entries) {
    public Manifest {
        entries = List.copyOf(entries);
    }
}
