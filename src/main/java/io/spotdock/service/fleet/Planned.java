package io.spotdock.service.fleet;

import io.spotdock.plan.Plan;
import io.spotdock.settings.fleet.FleetEntry;

/** An integration's plan, as a person has seen it. */
public record Planned(FleetEntry entry, Plan plan) {}
