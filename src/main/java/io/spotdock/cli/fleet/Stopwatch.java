package io.spotdock.cli.fleet;

import io.spotdock.service.Event;
import io.spotdock.settings.fleet.FleetEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How long integrations and their checks took, for reports. */
final class Stopwatch {
    private final InstantSource clock;
    private final Map<Lap, Instant> began = new HashMap<>();
    private final Map<Lap, Duration> took = new HashMap<>();

    /** @param subject of an event; empty for the integration as a whole */
    private record Lap(String integration, String subject) {}

    Stopwatch(InstantSource clock) {
        this.clock = clock;
    }

    void began(FleetEntry entry) {
        began.put(new Lap(entry.name(), ""), clock.instant());
    }

    void heard(FleetEntry entry, Event event) {
        Lap lap = new Lap(entry.name(), event.subject());
        switch (event) {
            case Event.Started _ -> began.put(lap, clock.instant());
            case Event.Checked _, Event.Finished _ -> stop(lap);
            case Event.Waiting _, Event.Delivered _ -> {}
        }
    }

    void ended(FleetEntry entry) {
        stop(new Lap(entry.name(), ""));
    }

    private void stop(Lap lap) {
        Optional.ofNullable(began.remove(lap))
                .ifPresent(start -> took.merge(lap, Duration.between(start, clock.instant()), Duration::plus));
    }

    /** All that was done for it; nothing where it never began. */
    Duration took(FleetEntry entry) {
        return took.getOrDefault(new Lap(entry.name(), ""), Duration.ZERO);
    }

    Duration took(FleetEntry entry, String check) {
        return took.getOrDefault(new Lap(entry.name(), check), Duration.ZERO);
    }
}
