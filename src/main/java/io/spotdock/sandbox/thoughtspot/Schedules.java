package io.spotdock.sandbox.thoughtspot;

import io.spotdock.domain.Org;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The schedules that exist. */
final class Schedules {
    private final InstantSource clock;
    private final List<Schedule> all = new ArrayList<>();

    Schedules(InstantSource clock) {
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    synchronized Schedule add(Schedule schedule) {
        Schedule waiting = schedule.waitingFrom(clock.instant());
        all.add(waiting);
        return waiting;
    }

    synchronized List<Schedule> of(Org org) {
        return all.stream()
                .filter(schedule -> schedule.author().org().equals(org))
                .toList();
    }

    synchronized Optional<Schedule> remove(Org org, String idOrName) {
        Optional<Schedule> found = of(org).stream()
                .filter(schedule ->
                        schedule.id().equals(idOrName) || schedule.name().equals(idOrName))
                .findFirst();
        found.ifPresent(all::remove);
        return found;
    }

    /** Those that are due; each is handed out once and waits for its next time. */
    synchronized List<Schedule> takeDue() {
        Instant now = clock.instant();
        List<Schedule> due =
                all.stream().filter(schedule -> schedule.isDue(now)).toList();
        all.replaceAll(schedule -> schedule.isDue(now) ? schedule.waitingFrom(now) : schedule);
        return due;
    }

    synchronized void ran(String id, Schedule.Run run) {
        all.replaceAll(schedule -> schedule.id().equals(id) ? schedule.ran(run) : schedule);
    }
}
