package io.spotdock.gui.step.review;

import io.spotdock.domain.Failure;
import io.spotdock.gui.change.Progress;
import io.spotdock.journal.Entry;
import io.spotdock.plan.Plan;
import io.spotdock.service.Applied;
import java.util.List;

/** What the pane is about at a time. */
public sealed interface Phase {
    /** AWS is compared with the entries. */
    record Reading() implements Phase {}

    /** That could not be done. */
    record Unread(Failure failure) implements Phase {}

    record Planned(Plan plan) implements Phase {}

    record Applying(Plan plan) implements Phase {}

    /**
     * Ended before its end.
     *
     * @param standing what the journal says could be taken back
     */
    record Stopped(Plan plan, Progress progress, Applied applied, List<Entry> standing) implements Phase {
        public Stopped {
            standing = List.copyOf(standing);
        }
    }

    /** AWS holds everything. */
    record Ready(Applied applied, List<Entry> standing) implements Phase {
        public Ready {
            standing = List.copyOf(standing);
        }
    }

    record Undoing() implements Phase {}

    record Undone(Progress progress, Applied applied) implements Phase {}

    /** What undoing would take back. */
    default List<Entry> undoable() {
        return switch (this) {
            case Stopped stopped -> stopped.standing();
            case Ready ready -> ready.standing();
            case Reading _, Unread _, Planned _, Applying _, Undoing _, Undone _ -> List.of();
        };
    }
}
