package io.spotdock.service.fleet;

import io.spotdock.settings.fleet.FleetEntry;

/** What became of one integration. */
public record Result<T>(FleetEntry entry, Ended<T> ended) {}
