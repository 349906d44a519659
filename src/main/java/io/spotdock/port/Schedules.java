package io.spotdock.port;

import io.spotdock.domain.LiveboardReference;
import io.spotdock.domain.ScheduledTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The Org's schedules, as far as the user signed in may see their Liveboards. */
public interface Schedules {
    /** A Liveboard, as far as a schedule tells of it. */
    record Liveboard(String id, String name) {}

    /**
     * A schedule of a Liveboard.
     *
     * @param fileFormat ThoughtSpot's word: {@code PDF}, {@code CSV}, {@code XLSX} or something newer
     * @param status ThoughtSpot's word, such as {@code SCHEDULED}
     */
    record Schedule(
            String id, String name, Liveboard liveboard, Optional<String> fileFormat, Optional<String> status) {}

    /**
     * A schedule that is wanted: the whole Liveboard as a PDF. ThoughtSpot knows none that runs only once, so that whoever
     * makes it deletes it again before a year is over.
     *
     * @param description ThoughtSpot's e-mail repeats it
     * @param recipient the name of a user
     */
    record Wish(String name, String description, LiveboardReference liveboard, ScheduledTime at, String recipient) {}

    /**
     * That a schedule ran.
     *
     * @param status ThoughtSpot's word, such as {@code SUCCESS} or {@code FAILED}
     * @param detail in ThoughtSpot's words; may be empty
     */
    record Run(String id, String status, String detail) {
        public boolean hasFailed() {
            return status.toUpperCase(Locale.ROOT).contains("FAIL");
        }

        public boolean hasSucceeded() {
            return status.equalsIgnoreCase("SUCCESS");
        }
    }

    /** What is wrong in a refusal that names no Liveboard the user knows. */
    String LIVEBOARD = "liveboard";

    /** All of them, to the last page; each ID once. */
    List<Schedule> ofLiveboards();

    /**
     * Makes a schedule, and looks by its name before it is made again.
     *
     * @param wish whose name no other schedule has
     * @throws io.spotdock.domain.FailureException Invalid with {@link #LIVEBOARD} where there is no such Liveboard; Denied
     *     without edit access to it, the privilege JOBSCHEDULING, or the right to download it; NotVisibleYet where it was
     *     made but is not listed
     */
    Schedule create(Wish wish);

    /** Deletes a schedule by its ID; one that is gone already is as good. */
    void delete(String id);

    /** The latest runs of a schedule, newest first as far as ThoughtSpot keeps that order. */
    List<Run> runs(String id);
}
