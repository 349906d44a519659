package io.spotdock.port;

import java.util.List;
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

    /** All of them, to the last page; each ID once. */
    List<Schedule> ofLiveboards();
}
