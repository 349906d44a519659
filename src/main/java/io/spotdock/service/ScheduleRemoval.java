package io.spotdock.service;

import io.spotdock.journal.Undoing;
import io.spotdock.port.Schedules;
import io.spotdock.port.Schedules.Schedule;
import java.util.Optional;

/** Deletes a schedule that a test has made. */
record ScheduleRemoval(Schedules schedules) {
    /**
     * Deletes it, by its name where its ID was never learnt.
     *
     * @return whether it was there
     */
    boolean remove(Undoing.ScheduleMade made) {
        Optional<String> id = schedules.ofLiveboards().stream()
                .filter(schedule -> isOne(schedule, made))
                .map(Schedule::id)
                .findFirst();
        id.ifPresent(schedules::delete);
        return id.isPresent();
    }

    private static boolean isOne(Schedule schedule, Undoing.ScheduleMade made) {
        return made.serverId()
                .map(id -> id.equals(schedule.id()))
                .orElseGet(() -> made.name().equals(schedule.name()));
    }
}
