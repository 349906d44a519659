package io.spotdock.cli.fleet;

import io.spotdock.settings.fleet.FleetEntry;
import io.spotdock.settings.fleet.SignIns;
import java.nio.file.Path;
import java.util.List;

/**
 * The integrations that a command works on.
 *
 * @param fleet its name
 * @param file the manifest
 * @param entries some of the manifest's, in its order, as they are to be: with what stands above the manifest
 */
record Chosen(String fleet, Path file, SignIns signIns, List<FleetEntry> entries) {
    Chosen {
        entries = List.copyOf(entries);
    }

    /** Where relative paths within the manifest start from. */
    Path folder() {
        Path parent = file.getParent();
        return parent == null ? file.getFileSystem().getPath("") : parent;
    }
}
