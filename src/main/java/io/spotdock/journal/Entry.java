package io.spotdock.journal;

import io.spotdock.domain.Org;
import io.spotdock.domain.resource.ResourceId;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of the journal.
 *
 * @param id of the change that the line is about
 * @param kind {@code create} or {@code update}
 * @param undoing how to take it back, as far as is known at this line
 * @param by the ARN of the caller
 * @param org of ThoughtSpot, for what is in one, as far as it was known
 * @param note for {@link State#FAILED} and {@link State#LEFT}, the failure's or reason's key; for {@link State#UNDONE}, the
 *     key of what a person has to do for the rest; else empty
 */
public record Entry(
        Instant at,
        String id,
        State state,
        ResourceId resource,
        String kind,
        Optional<Undoing> undoing,
        String by,
        Optional<Org> org,
        String note) {

    /** One about something that is in no Org, or not known to be. */
    public Entry(
            Instant at,
            String id,
            State state,
            ResourceId resource,
            String kind,
            Optional<Undoing> undoing,
            String by,
            String note) {
        this(at, id, state, resource, kind, undoing, by, Optional.empty(), note);
    }

    /** What became of a change. */
    public enum State {
        /** About to be made; if nothing follows, the program ended here and it may or may not have happened. */
        BEGUN,
        DONE,
        /** Certainly not made. */
        FAILED,
        UNDONE,
        /** Undoing was asked for and not done, for the reason noted. */
        LEFT
    }
}
