package io.spotdock.settings.fleet;

import io.spotdock.settings.Position;
import io.spotdock.settings.Settings;

/**
 * One integration of a fleet.
 *
 * @param name unique in its manifest
 * @param at where it begins in the manifest
 */
public record FleetEntry(String name, Settings settings, Position at) {
    /** What problems of it are found by. */
    public String path() {
        return path(name);
    }

    static String path(String name) {
        return "integrations[" + name + "]";
    }
}
